package io.github.storemaven.submission;

import io.github.storemaven.json.JsonProblem;
import io.github.storemaven.json.JsonReading;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** Documents for tests, written with single quotes. */
final class Documents {
    private Documents() {}

    static JsonObject json(String text) {
        try {
            return JsonReading.text("test", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                    .object();
        } catch (JsonProblem e) {
            throw new IllegalArgumentException(e);
        }
    }
}
