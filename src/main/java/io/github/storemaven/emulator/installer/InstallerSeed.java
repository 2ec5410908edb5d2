package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.installer.InstallerProduct.ListingAssets;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A product as it is after its first submission, which is made by hand in Partner Center (MSI/EXE reference, section 2). */
final class InstallerSeed {
    private InstallerSeed() {}

    /**
     * A published product.
     *
     * @param identifier of its package; its pictures have ids made of it
     */
    static InstallerProduct published(String productId, String identifier, String submission) {
        JsonObject seed = Json.resource(InstallerSeed.class, "published.json");
        InstallerProduct product = new InstallerProduct(productId);
        product.setAvailability(seed.getJsonObject("availability"));
        product.setProperties(seed.getJsonObject("properties"));
        product.setListing(seed.getJsonObject("listing"));
        product.stage(List.of(Json.with(seed.getJsonObject("package"), "packageId", Json.text(identifier))));
        product.commitPackages(Instant.EPOCH, "");
        product.setAssets(
                "en-us",
                new ListingAssets(
                        List.of(asset(seed, "logo", identifier)), List.of(asset(seed, "screenshot", identifier))));
        product.submit(submission, Duration.ZERO, false, Instant.EPOCH);
        return product;
    }

    private static JsonObject asset(JsonObject seed, String name, String identifier) {
        return Json.with(seed.getJsonObject(name), "id", Json.text(name + "-" + identifier));
    }
}
