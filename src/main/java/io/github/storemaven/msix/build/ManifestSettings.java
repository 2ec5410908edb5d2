package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.msix.PartName;
import io.github.storemaven.text.ForeignText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a manifest is written from, besides the image: values as they will be in it, checked.
 *
 * @param name of the identity, as Partner Center shows it
 * @param publisher its distinguished name, as Partner Center shows it
 * @param publisherDisplayName as Partner Center shows it
 * @param displayName of the app
 * @param description of the app, in one line
 * @param version for the Store
 * @param languages the first is the default
 * @param applicationId of the only application; by default the launcher's name
 * @param backgroundColor behind the logos
 * @param capabilities names without prefix; {@code runFullTrust} need not be among them
 * @param minimumWindows the oldest Windows, as four numbers
 * @param testedWindows the newest Windows, as four numbers
 * @param excludedDirectories folders below AppData whose writes are not virtualised
 */
public record ManifestSettings(
        String name,
        String publisher,
        String publisherDisplayName,
        String displayName,
        String description,
        PackageVersion version,
        List<String> languages,
        Optional<String> applicationId,
        String backgroundColor,
        List<String> capabilities,
        String minimumWindows,
        String testedWindows,
        AppExtensions extensions,
        List<String> excludedDirectories)
        implements ManifestSource {
    /** What a full-trust app cannot be without. */
    static final String FULL_TRUST = "runFullTrust";

    /** What excluded directories need. */
    static final String UNVIRTUALIZED = "unvirtualizedResources";

    private static final Pattern APPLICATION_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*");
    private static final int MAX_APPLICATION_ID = 64;

    @Override
    public String place() {
        return PartName.MANIFEST;
    }

    @Override
    public boolean hasFileLogo() {
        return !extensions.fileTypes().isEmpty();
    }

    @Override
    public byte[] manifest(AppImage image, Set<String> files, Consumer<String> problems) {
        checkApplicationId(image, problems);
        for (AppExtensions.Alias alias : extensions.aliases()) {
            Optional<String> launcher = alias.launcher();
            if (launcher.isPresent() && launcher.flatMap(image::find).isEmpty()) {
                problems.accept("store.aliases starts \"" + ForeignText.oneLine(launcher.get()) + "\" by "
                        + alias.name() + ", and the image " + image.folder() + " has no such file in its root");
            }
        }
        return ManifestWriter.write(this, image, files);
    }

    private void checkApplicationId(AppImage image, Consumer<String> problems) {
        String id = applicationId(image);
        if (!APPLICATION_ID.matcher(id).matches() || id.length() > MAX_APPLICATION_ID) {
            problems.accept(
                    applicationId.isPresent()
                            ? "store.packageApplicationId is \"" + ForeignText.oneLine(id)
                                    + "\"; allowed are letters and" + " digits, a letter first, 64 in all"
                            : "The launcher's name, " + image.launcher()
                                    + ", gives no id of the application: write one of"
                                    + " letters and digits, a letter first, into <packageApplicationId>");
        }
    }

    /** The id of the application: the one that is set, else the letters and digits of the launcher's name. */
    String applicationId(AppImage image) {
        return applicationId.orElseGet(() -> AppImage.baseName(image.launcher()).replaceAll("[^A-Za-z0-9]", ""));
    }
}
