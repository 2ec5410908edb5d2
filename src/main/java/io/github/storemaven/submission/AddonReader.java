package io.github.storemaven.submission;

import io.github.storemaven.check.Findings;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and checks the folders of add-ons as a release of each one does. Nothing of a folder is kept but a digest: there may be
 * ten thousand.
 */
public final class AddonReader {
    private static final PackageFinder NO_PACKAGES = PackageFinder.resolving(problems -> List.of());

    private final Settings settings;
    private final Secrets secrets;
    private final boolean rehearsal;
    private final ReleaseLog log;

    /**
     * What the parameters say about all add-ons.
     *
     * @param folder that findings are relative to
     * @param store the store folder
     * @param isStoreNamed whether somebody has named it
     * @param applicationId the app of all of them
     * @param texts what becomes of placeholders
     * @param failOnWarning whether a warning fails the build too
     * @param warnOnly numbers of the rules whose errors are warnings
     */
    public record Settings(
            Path folder,
            Path store,
            boolean isStoreNamed,
            Optional<String> applicationId,
            TextSource texts,
            boolean failOnWarning,
            Set<String> warnOnly) {}

    /** What a folder asks for, and how the documents are checked that come of it. */
    public record Sources(ReleaseConfiguration configuration, ReleaseRequestReader.Result read, ReleaseChecks checks) {
        ReleaseRequest request() {
            return read.request();
        }
    }

    /** @param secrets of this build, which no text may hold and no message shows */
    public AddonReader(Settings settings, Secrets secrets, boolean rehearsal, ReleaseLog log) {
        this.settings = settings;
        this.secrets = secrets;
        this.rehearsal = rehearsal;
        this.log = log;
    }

    /** Reads a folder; what is wrong with it is among the findings of the result, or a problem that names the folder. */
    public Sources read(AddonFolder folder, ConfigurationProblems problems) throws IOException {
        ReleaseConfiguration configuration = configuration(folder);
        ReleaseLog own = new AddonLog(log, folder.productId());
        ConfigurationProblems wrong = new ConfigurationProblems();
        ReleaseRequestReader.Result read =
                new ReleaseRequestReader(configuration, NO_PACKAGES, wrong, own).readWhatIsThere();
        wrong.lines().forEach(line -> problems.add(folder.name() + ": " + line));
        return new Sources(configuration, read, new ReleaseChecks(configuration, secrets, rehearsal, own));
    }

    /** Reads and checks all folders; all that is wrong are problems. */
    public List<AddonEntry> check(List<AddonFolder> folders, ConfigurationProblems problems) throws IOException {
        List<AddonEntry> entries = new ArrayList<>();
        for (AddonFolder folder : folders) {
            Sources sources = read(folder, problems);
            Findings findings = findings(sources);
            sources.checks().report(findings, problems);
            if (sources.request().isEmpty() && findings.errors().isEmpty()) {
                problems.add(folder.name()
                        + ": there is nothing to submit; write submission.json or listings/<language>/ into it");
            }
            entries.add(new AddonEntry(
                    folder,
                    sources.request().digest(),
                    !PendingFiles.of(sources.request().patch()).isEmpty()));
        }
        return entries;
    }

    /** The findings on the sources of one folder. */
    public Findings findings(Sources sources) throws IOException {
        return sources.checks().sources(sources.read());
    }

    private ReleaseConfiguration configuration(AddonFolder folder) {
        boolean isUsual = folder.path().getFileName().toString().equals(folder.productId());
        return new ReleaseConfiguration(
                settings.folder(),
                new ProductSelector(
                        settings.applicationId().orElse(null), null, null, null, folder.productId(), id -> false),
                new ProductFolder(
                        settings.store(),
                        settings.isStoreNamed(),
                        isUsual ? Optional.empty() : Optional.of(folder.path())),
                settings.texts(),
                Optional.empty(),
                ReleaseNotesSettings.none(),
                List.of(),
                List.of(),
                PackageMode.REPLACE,
                0,
                Optional.empty(),
                Optional.empty(),
                new PublishSettings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new PackageIdentityParameters(null, null, null, null),
                ExpectedPackages.any(),
                settings.failOnWarning(),
                settings.warnOnly());
    }
}
