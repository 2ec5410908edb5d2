package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;

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
    }
}
