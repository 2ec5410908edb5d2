package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * An app, a flight or an add-on as the Store has it.
 *
 * @param id the Store ID, or a flight's GUID; empty where the Store gave none
 * @param name a flight's friendly name, an add-on's product id, or an app's primary name
 * @param pending the id of its pending submission
 * @param lastPublished the id of its last published submission
 * @param json as the Store sent it
 */
public record ProductResource(
        Optional<String> id,
        Optional<String> name,
        Optional<String> pending,
        Optional<String> lastPublished,
        JsonObject json) {
    private static final String ID = "id";

    /** What the Store answered about a product. */
    static ProductResource of(Product product, JsonObject json) {
        if (product instanceof Product.Flight) {
            return flight(json);
        }
        return product instanceof Product.Addon ? addOn(json) : application(json);
    }

    /** An app of a list. */
    static ProductResource application(JsonObject json) {
        return new ProductResource(
                Members.text(json, ID),
                Members.text(json, "primaryName"),
                submission(json, Product.Application.PENDING),
                submission(json, Product.Application.LAST_PUBLISHED),
                json);
    }

    /** An add-on of a list, or the answer to its creation. */
    public static ProductResource addOn(JsonObject json) {
        return new ProductResource(
                Members.text(json, ID),
                Members.text(json, "productId"),
                submission(json, Product.Addon.PENDING),
                submission(json, Product.Addon.LAST_PUBLISHED),
                json);
    }

    /** A flight of a list, or the answer to its creation. */
    public static ProductResource flight(JsonObject json) {
        return new ProductResource(
                Members.text(json, "flightId"),
                Members.text(json, "friendlyName"),
                submission(json, Product.Flight.PENDING),
                submission(json, Product.Flight.LAST_PUBLISHED),
                json);
    }

    /** Whether a resource has a Store ID, in any case. */
    static boolean hasId(JsonObject json, String id) {
        return Members.text(json, ID).filter(id::equalsIgnoreCase).isPresent();
    }

    /** The id "0" counts as none. */
    private static Optional<String> submission(JsonObject json, String member) {
        return Members.object(json, member)
                .flatMap(reference -> Members.text(reference, ID))
                .filter(id -> !id.equals("0"))
                .map(id -> Product.requireId(member, id));
    }
}
