package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Lays one patch over another: members of both are kept, null included, the upper one wins. */
final class Overlay {
    private Overlay() {}

    static JsonObject of(JsonObject lower, JsonObject upper) {
        JsonObjectBuilder both = Json.PROVIDER.createObjectBuilder(lower);
        upper.forEach((name, value) -> {
            String known = Members.nameIn(lower, name);
            both.add(known, over(lower.get(known), value));
        });
        return both.build();
    }

    private static JsonValue over(JsonValue lower, JsonValue upper) {
        return lower instanceof JsonObject below && upper instanceof JsonObject above ? of(below, above) : upper;
    }
}
