package io.github.storemaven.document;

import jakarta.json.JsonObject;

/** Where tests looked for {@link io.github.storemaven.testing.Documents} before; for branches that are under way. */
public final class Documents {
    private Documents() {}

    public static JsonObject json(String text) {
        return io.github.storemaven.testing.Documents.json(text);
    }
}
