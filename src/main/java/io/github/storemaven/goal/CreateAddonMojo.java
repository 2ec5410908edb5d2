package io.github.storemaven.goal;

import io.github.storemaven.check.AddonRules;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.CreateRequest;
import io.github.storemaven.submission.Creation;
import io.github.storemaven.submission.Creation.IfExists;
import io.github.storemaven.submission.ProductFolder;
import io.github.storemaven.submission.ProductSelector;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Creates an add-on (in-app product) unless it exists; its Store ID becomes the property {@code store.created.addonId}.
 *
 * @since 0.1.0
 */
@Mojo(name = "create-addon", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class CreateAddonMojo extends AbstractServiceMojo {
    /**
     * Product id of the add-on: the name that its developer gives it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonProductId")
    String addonProductId;

    /**
     * JSON file of the request, with applicationIds, productId and productType. Default: addon.json in the add-on's
     * folder, if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonFile")
    File addonFile;

    /**
     * Store folder with a folder for each add-on, {@code addons/<product id>}. Default: src/store.
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
     * Kind of the add-on: Durable or Consumable. Needed when it is created.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.productType")
    String productType;

    /**
     * What to do when it exists already: skip (the default) or fail.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.ifExists", defaultValue = "skip")
    String ifExists;

    private JsonObject request;

    @Inject
    public CreateAddonMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        new ModuleSkip(this).warnOfModules(false);
        boolean unnamed = addonFile == null
                && addonDirectory == null
                && ConfigurationProblems.given(addonProductId).isEmpty();
        if (new ModuleSkip(this).skips(unnamed)) {
            return;
        }
        needNetwork();
        ConfigurationProblems problems = new ConfigurationProblems();
        IfExists exists = new ParameterValues(problems).of(IfExists.class, ifExists, "ifExists");
        ProductSelector.storeId(
                ConfigurationProblems.given(applicationId), "applicationId", CreatedId::isToCome, problems);
        productFolder(storeDirectory, addonDirectory).checkAll(folder(), problems);
        CreateRequest creating = new CreateRequest(problems, file(problems), "addonFile", this::meantFor)
                .needed(
                        "applicationIds",
                        "applicationId",
                        CreateRequest.text(applicationId).map(CreateAddonMojo::array))
                .needed("productId", "addonProductId", CreateRequest.text(addonProductId))
                .needed("productType", "productType", "Durable or Consumable", CreateRequest.text(productType));
        request = creating.build();
        creating.check((origin, report) -> new AddonRules.Request().check(request, origin, report), getLog()::warn);
        change(
                problems,
                connection ->
                        result().conclude(answered(() -> creation(connection).create(exists))));
    }

    private Creation creation(Connection connection) {
        String productId = Members.text(request, "productId").orElseThrow();
        StoreClient store = connection.service();
        return new Creation(
                "add-on " + productId,
                () -> store.findAddOns(productId, application()),
                () -> store.createAddOn(request),
                connection.access().time());
    }

    private CreatedId result() {
        return new CreatedId(this, "addon");
    }

    @Override
    void leaveBehind() {
        result().announce();
    }

    /** What it creates has to come from it alone; its app has to be there, wherever it is named. */
    @Override
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        return super.rehearsal(problems)
                .name("addonProductId", addonProductId)
                .name("applicationId", application().orElse(applicationId))
                .name("creates", "add-on");
    }

    /** The one app that the add-on belongs to; empty where the request names none. */
    private Optional<String> application() {
        return Members.value(request, "applicationIds")
                .filter(JsonArray.class::isInstance)
                .flatMap(ids -> ids.asJsonArray().stream().findFirst())
                .filter(JsonString.class::isInstance)
                .map(id -> ((JsonString) id).getString());
    }

    /** The file that is named, or the one in the add-on's folder; null where there is none. */
    private File file(ConfigurationProblems problems) throws IOException {
        ProductFolder own = productFolder(storeDirectory, addonDirectory);
        Optional<Path> folder = own.ofAddon(ConfigurationProblems.given(addonProductId));
        if (addonFile != null || folder.isEmpty()) {
            return addonFile;
        }
        return StoreFolder.readAddon(
                        folder.get(),
                        own.boundaryOfAddon(),
                        TextSource.asWritten(),
                        problem -> problems.add(problem.toString()))
                .createRequest()
                .map(Path::toFile)
                .orElse(null);
    }

    private static JsonValue array(JsonValue item) {
        return Json.PROVIDER.createArrayBuilder().add(item).build();
    }
}
