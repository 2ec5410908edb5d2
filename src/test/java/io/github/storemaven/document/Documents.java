package io.github.storemaven.document;

import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** Documents for tests, written with single quotes. */
public final class Documents {
    private Documents() {}

    public static JsonObject json(String text) {
        try {
            return ParsedJson.of("test", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                    .object();
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
