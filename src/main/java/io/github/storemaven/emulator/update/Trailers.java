package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** At most 15 trailers, one thumbnail per language. */
final class Trailers {
    private static final int MOST = 15;

    private Trailers() {}

    static void check(JsonObject document) throws Refusal {
        var trailers = Json.objects(document, "trailers");
        if (trailers.size() > MOST) {
            throw Refusal.invalidValue("trailers", "There are more than 15 trailers.");
        }
        for (JsonObject trailer : trailers) {
            for (JsonValue asset : Json.object(trailer, "trailerAssets").values()) {
                if (!(asset instanceof JsonObject object)
                        || Json.items(object, "imageList").size() > 1) {
                    throw Refusal.invalidValue("trailers", "A trailer has more than one thumbnail for a language.");
                }
            }
        }
    }
}
