package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductSelector;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals have that are about one product: an app, or the flight or add-on of it that is named. */
abstract class AbstractProductMojo extends AbstractServiceMojo {
    /**
     * Id (a GUID) of the package flight, where one is meant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.flightId")
    String flightId;

    /**
     * Exact friendly name of the package flight, where one is meant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.flightName")
    String flightName;

    /**
     * Store ID of the add-on, where one is meant. Instead of it addonProductId can name the add-on.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonId")
    String addonId;

    /**
     * Product id of the add-on, the name that its developer gave it. It needs applicationId only where several apps have
     * such an add-on.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonProductId")
    String addonProductId;

    /**
     * An MSI or EXE product, by its GUID in Partner Center.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.productId")
    String productId;

    AbstractProductMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Whether the goal knows MSI and EXE products too. */
    boolean takesInstallers() {
        return false;
    }

    /** Whether an MSI or EXE product is meant, and no app, flight or add-on. */
    final boolean isForInstaller() {
        return ConfigurationProblems.given(productId).isPresent() && product().isUnnamed();
    }

    @Override
    final void checkKind() throws MojoFailureException {
        if (isForInstaller() && !takesInstallers()) {
            throw new MojoFailureException(
                    "store:" + goal() + " is for apps, flights and add-ons, and only store.productId"
                            + " is set: the API for MSI and EXE products has nothing of the kind. "
                            + (goal().equals("submit")
                                    ? "store:submit-installer publishes such a product"
                                    : "Use Partner Center for it"));
        }
    }

    @Override
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        return super.rehearsal(problems)
                .name("flightId", flightId)
                .name("flightName", flightName)
                .name("addonId", addonId)
                .name("addonProductId", addonProductId)
                .name("productId", productId);
    }

    @Override
    final ProductSelector product() {
        return new ProductSelector(applicationId, flightId, flightName, addonId, addonProductId, CreatedId::isToCome);
    }

    @Override
    final void checkGivenProduct(ConfigurationProblems problems) {
        ValuelessParameter valueless = new ValuelessParameter(execution, problems);
        valueless.check(flightId, "flightId");
        valueless.check(flightName, "flightName");
        valueless.check(addonId, "addonId");
        valueless.check(addonProductId, "addonProductId");
        super.checkGivenProduct(problems);
    }

    @Override
    final void takeCreatedIds() {
        addonId = CreatedId.known(addonId, shared());
        flightId = CreatedId.known(flightId, shared());
    }
}
