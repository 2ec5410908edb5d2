package io.github.storemaven.emulator;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * An add-on that comes into being.
 *
 * @param storeId 12 upper-case characters that start with 9
 * @param productId the developer's identifier
 * @param productType {@code Durable} or {@code Consumable}
 * @param applicationId of an app that is there already
 * @param isPublished whether it has a published submission
 * @param document what is published, as GET submission hands it out; built in when empty
 */
public record AddonSeed(
        String storeId,
        String productId,
        String productType,
        String applicationId,
        boolean isPublished,
        Optional<JsonObject> document) {
    /** A published durable with the built-in document. */
    public static AddonSeed published(String storeId, String productId, String applicationId) {
        return new AddonSeed(storeId, productId, "Durable", applicationId, true, Optional.empty());
    }

    /** A durable of which nothing was ever published. */
    public static AddonSeed unpublished(String storeId, String productId, String applicationId) {
        return new AddonSeed(storeId, productId, "Durable", applicationId, false, Optional.empty());
    }

    /** The same add-on, published with a document as GET submission hands it out. */
    public AddonSeed document(JsonObject submission) {
        return new AddonSeed(storeId, productId, productType, applicationId, true, Optional.of(submission));
    }
}
