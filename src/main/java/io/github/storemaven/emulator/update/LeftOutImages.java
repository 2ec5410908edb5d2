package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Images that a PUT leaves out stay in Partner Center's listing, although the document has them no more (8.3). */
final class LeftOutImages {
    private LeftOutImages() {}

    /** The document to store, with what was left out now or earlier; a language that goes takes its images along. */
    static JsonObject kept(JsonObject document, JsonObject stored) {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        for (String language : Json.object(document, "listings").keySet()) {
            Set<String> sent = ids(of(document, language));
            List<JsonObject> left = before(stored, language).stream()
                    .filter(image -> !sent.contains(Json.text(image, "id")))
                    .toList();
            if (!left.isEmpty()) {
                kept.put(language, Json.array(left));
            }
        }
        return kept.isEmpty()
                ? Json.without(document, List.of(Kind.LEFT_OUT_IMAGES))
                : Json.with(document, Kind.LEFT_OUT_IMAGES, Json.object(kept));
    }

    /** What Partner Center has for a language: files with an id. */
    private static List<JsonObject> before(JsonObject stored, String language) {
        List<JsonObject> images = new ArrayList<>(of(stored, language));
        JsonObject leftOut = Json.object(stored, Kind.LEFT_OUT_IMAGES);
        images.addAll(Json.objects(leftOut, Json.nameInAnyCase(leftOut, language)));
        images.removeIf(image -> Json.text(image, "id").isEmpty());
        return images;
    }

    private static Set<String> ids(List<JsonObject> images) {
        return images.stream().map(image -> Json.text(image, "id")).collect(Collectors.toSet());
    }

    private static List<JsonObject> of(JsonObject document, String language) {
        JsonObject listing = Json.objectInAnyCase(Json.object(document, "listings"), language);
        return Json.objects(Json.object(listing, "baseListing"), "images");
    }
}
