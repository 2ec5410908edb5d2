package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A content type that is set, and at most ten keywords. */
final class Addons {
    private static final int MOST_KEYWORDS = 10;

    private Addons() {}

    static void check(JsonObject document) throws Refusal {
        String type = Json.text(document, "contentType");
        if (type.isEmpty() || type.equals("NotSet")) {
            throw Refusal.invalidValue("contentType", "The value 'NotSet' of 'contentType' is not valid.");
        }
        if (Json.items(document, "keywords").size() > MOST_KEYWORDS) {
            throw Refusal.invalidValue("keywords", "There are more than 10 keywords.");
        }
        Listings.keywords(document);
    }

    /** An icon that is left out stays (reference 8.3). */
    static JsonObject withIcons(JsonObject document, JsonObject stored) {
        Map<String, JsonValue> listings = new LinkedHashMap<>();
        Json.object(document, "listings").forEach((language, listing) -> {
            JsonObject icon = icon(listing.asJsonObject());
            JsonObject kept =
                    icon.isEmpty() ? icon(Json.objectInAnyCase(Json.object(stored, "listings"), language)) : icon;
            listings.put(
                    language,
                    kept.isEmpty()
                            ? Json.without(listing.asJsonObject(), List.of("icon"))
                            : Json.with(listing.asJsonObject(), "icon", kept));
        });
        return Json.with(document, "listings", Json.object(listings));
    }

    private static JsonObject icon(JsonObject listing) {
        return Json.object(listing, "icon");
    }
}
