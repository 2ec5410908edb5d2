package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;

/** Existing images are known by their id; one that is left out is no error, see {@link LeftOutImages}. */
final class Images {
    private Images() {}

    static void check(JsonObject document, JsonObject stored) throws Refusal {
        Set<String> known = new HashSet<>();
        for (JsonValue listing : Json.object(stored, "listings").values()) {
            Json.objects(base(listing), "images").forEach(image -> known.add(Json.text(image, "id")));
        }
        Json.object(stored, Kind.LEFT_OUT_IMAGES)
                .values()
                .forEach(images ->
                        images.asJsonArray().forEach(image -> known.add(Json.text(image.asJsonObject(), "id"))));
        known.remove("");
        for (JsonValue listing : Json.object(document, "listings").values()) {
            for (JsonObject image : Json.objects(base(listing), "images")) {
                check(image, known);
            }
        }
    }

    private static void check(JsonObject image, Set<String> known) throws Refusal {
        String id = Json.text(image, "id");
        boolean fresh = Json.text(image, "fileStatus").equals("PendingUpload");
        if (!fresh && id.isEmpty()) {
            throw Refusal.invalidValue(
                    "images", "Existing Image (" + Json.text(image, "fileName") + ") should contain Id");
        }
        if (!id.isEmpty() && !known.contains(id)) {
            throw Refusal.invalidValue("images", "There is no image with the id " + id + ".");
        }
        if (fresh && Json.text(image, "fileName").isBlank()) {
            throw Refusal.invalidValue("images", "An image has no fileName.");
        }
    }

    private static JsonObject base(JsonValue listing) {
        return listing instanceof JsonObject object ? Json.object(object, "baseListing") : JsonValue.EMPTY_JSON_OBJECT;
    }
}
