package io.github.storemaven.goal;

import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.FolderWriter;
import io.github.storemaven.listing.PullReport;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductFolder;
import io.github.storemaven.submission.ProductSelector;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.StoreDocument;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes what the Store has now into the store folder. Overwrites nothing that differs, unless overwrite is true.
 *
 * @since 0.1.0
 */
@Mojo(name = "pull", requiresProject = false, threadSafe = true)
public final class PullMojo extends AbstractProductMojo {
    /**
     * Folder for listing texts and images. Default: src/store.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.storeDirectory")
    File storeDirectory;

    /**
     * Folder of the add-on below src/store/addons. Needed only where the product id has characters that a folder name
     * cannot have.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonDirectory")
    File addonDirectory;

    /**
     * Which submission is written: with resume the pending one, if there is one, else the last published one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    /**
     * true: files that differ from the Store are overwritten.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.overwrite", defaultValue = "false")
    boolean overwrite;

    @Inject
    public PullMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        new ModuleSkip(this).warnOfModules(false);
        needNetwork();
        ConfigurationProblems problems = new ConfigurationProblems();
        ProductSelector choice = product();
        checkProduct(problems);
        OnPending pending = new ParameterValues(problems).of(OnPending.class, onPending, "onPending");
        if (choice.isFlight()) {
            problems.add("A flight has no listing to pull; name an app or an add-on");
        }
        if (rehearse) {
            problems.add("pull cannot be rehearsed: it would write the embedded Store's texts over yours");
        }
        Path folder = folder(choice, problems);
        ask(problems, connection -> pull(connection, choice, pending, folder));
    }

    private void pull(Connection connection, ProductSelector choice, OnPending pending, Path folder)
            throws MojoFailureException, IOException, InterruptedException {
        Product product = answered(() -> choice.require(connection.service()));
        StoreDocument document = answered(() -> StoreDocument.read(connection.service(), product, pending));
        ResultFile.write(
                output().resolve("document.json"),
                MemberOwnership.withoutUploadUrl(document.document()),
                shared().secrets());
        tell(
                choice.isAddon()
                        ? FolderWriter.writeAddon(
                                folder,
                                productFolder(storeDirectory, addonDirectory).boundaryOfAddon(),
                                document.document(),
                                request(answered(() ->
                                        connection.service().product(product).json())),
                                overwrite)
                        : FolderWriter.writeApp(folder, document.document(), overwrite),
                named(folder),
                document.description());
    }

    private Path folder(ProductSelector choice, ConfigurationProblems problems) throws IOException {
        Optional<Path> folder = choice.isAddon()
                ? productFolder(storeDirectory, addonDirectory).ofAddon(choice.addonProductId())
                : Optional.of(storeFolder(storeDirectory).toPath());
        if (folder.isEmpty()) {
            problems.add("The add-on's folder is not known: set store.addonProductId, or store.addonDirectory");
        }
        Path pulled = folder.orElseGet(() -> storeFolder(storeDirectory).toPath());
        ProductFolder.wrongCase(folder(), pulled).ifPresent(problems::add);
        return pulled;
    }

    /** The request that would create an add-on of the Store (submission API, 5.14 and 6.4). */
    private static JsonObject request(JsonObject addon) {
        JsonArrayBuilder applications = Json.PROVIDER.createArrayBuilder();
        Members.object(addon, "applications").stream()
                .flatMap(list -> Members.objects(list, "value").stream())
                .flatMap(application -> Members.text(application, "id").stream())
                .forEach(applications::add);
        return Json.PROVIDER
                .createObjectBuilder()
                .add("applicationIds", applications)
                .add("productId", Members.text(addon, "productId").orElse(""))
                .add("productType", Members.text(addon, "productType").orElse(""))
                .build();
    }

    /** The upload address grants access, so it is kept in no file. */
    private void tell(PullReport report, String folder, String what) throws MojoFailureException {
        getLog().info("Pulled " + what + ": " + report.written().size() + " files written, "
                + report.unchanged().size() + " unchanged");
        folders(report.written()).forEach((one, files) -> getLog().info("  wrote " + one + ": " + files));
        folders(report.removed()).forEach((one, files) -> getLog().info("  removed " + one + ": " + files));
        report.kept()
                .forEach(one -> getLog().info("  kept " + named(one) + ", a language that the Store does not have"));
        if (!report.images().isEmpty()) {
            getLog().info("These images are only in the Store, since the API cannot download them:");
            report.images().forEach(images -> getLog().info("  " + line(images)));
            tellWhatKeeps(report.images(), folder);
        }
        if (!report.refused().isEmpty()) {
            throw new MojoFailureException("These files differ from the Store and were not changed;"
                    + " \"-Dstore.overwrite=true\" overwrites them:\n  "
                    + report.refused().stream().map(this::named).collect(Collectors.joining("\n  ")));
        }
        getLog().info("Next: mvn store:plan shows what a release of this folder would change");
    }

    /** The files by their folders, in one line each. */
    private Map<String, String> folders(List<Path> files) {
        return files.stream()
                .collect(Collectors.groupingBy(
                        file -> named(file.getParent()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                file -> ForeignText.oneLine(file.getFileName().toString()), Collectors.joining(", "))));
    }

    /** The Store keeps an image where the store folder has no place for its type. */
    private void tellWhatKeeps(List<PullReport.StoreImages> all, String folder) {
        List<String> places = all.stream()
                .filter(images -> !images.language().isEmpty())
                .map(images -> folder + "/listings/" + ForeignText.oneLine(images.language())
                        + (images.type().equals("icon") ? "/icon.png" : "/images"))
                .distinct()
                .toList();
        if (places.size() == 1) {
            getLog().info("They stay in the Store as long as " + places.get(0) + " does not exist");
        } else if (!places.isEmpty()) {
            getLog().info("They stay in the Store as long as " + places.get(0) + " and " + (places.size() - 1)
                    + " more do not exist");
        }
    }

    private static String line(PullReport.StoreImages images) {
        return images.fileNames().size() + " " + images.type()
                + (images.language().isEmpty() ? "" : " in " + images.language())
                + ": " + ForeignText.list(images.fileNames());
    }
}
