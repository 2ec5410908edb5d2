package io.github.storemaven.emulator.product;

import io.github.storemaven.emulator.document.Dates;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** The members of a product's resource that are no references to submissions (reference 6.1, 6.4, 6.6). */
public final class Facts {
    private Facts() {}

    /** An app without an identity. */
    public static JsonObject application(String id, String name, List<String> reservedNames) {
        return Json.object()
                .add("id", id)
                .add("primaryName", name)
                .add("packageFamilyName", "")
                .add("packageIdentityName", "")
                .add("publisherName", "")
                .add("firstPublishedDate", Dates.NONE)
                .add("hasAdvancedListingPermission", true)
                .add("reservedNames", Json.texts(reservedNames))
                .build();
    }

    /** An add-on of an app. */
    public static JsonObject addon(String id, String productId, String type, String applicationId) {
        JsonObject parent = Json.object()
                .add("id", applicationId)
                .add("resourceLocation", "applications/" + applicationId)
                .build();
        return Json.object()
                .add(
                        "applications",
                        Json.object().add("value", Json.array(List.of(parent))).add("totalCount", 1))
                .add("id", id)
                .add("productId", productId)
                .add("productType", type)
                .build();
    }

    /** A flight. */
    public static JsonObject flight(String id, String name, List<String> groups, String rankHigherThan) {
        return Json.object()
                .add("flightId", id)
                .add("friendlyName", name)
                .add("groupIds", Json.texts(groups))
                .add("rankHigherThan", rankHigherThan)
                .build();
    }
}
