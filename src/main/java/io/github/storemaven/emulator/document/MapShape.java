package io.github.storemaven.emulator.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object whose keys are data, such as languages; keys that differ in case alone are the same. */
record MapShape(Shape value, boolean optional) implements Shape {
    @Override
    public Optional<JsonValue> blank() {
        return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public JsonValue accept(String name, JsonValue sent) throws Refusal {
        if (sent == JsonValue.NULL) {
            return sent;
        }
        if (!(sent instanceof JsonObject object)) {
            throw Refusal.invalidValue(name, "The value of '" + name + "' must be an object.");
        }
        Map<String, JsonValue> accepted = new LinkedHashMap<>();
        for (var entry : object.entrySet()) {
            if (accepted.keySet().stream().anyMatch(entry.getKey()::equalsIgnoreCase)) {
                throw Refusal.invalidValue(name, "'" + entry.getKey() + "' is there twice in '" + name + "'.");
            }
            accepted.put(entry.getKey(), value.acceptItem(name, entry.getValue()));
        }
        return Json.object(accepted);
    }

    @Override
    public JsonValue adopt(String name, JsonValue held) throws Refusal {
        if (!(held instanceof JsonObject object)) {
            return accept(name, held);
        }
        Map<String, JsonValue> adopted = new LinkedHashMap<>();
        for (var entry : object.entrySet()) {
            adopted.put(entry.getKey(), value.adopt(name, entry.getValue()));
        }
        return Json.object(adopted);
    }

    @Override
    public JsonValue complete(JsonValue accepted, Optional<JsonValue> stored) {
        if (!(accepted instanceof JsonObject given)) {
            return accepted;
        }
        JsonObjectBuilder whole = Json.object();
        given.forEach((key, entry) -> whole.add(key, value.complete(entry, stored.flatMap(s -> find(s, key)))));
        return whole.build();
    }

    private static Optional<JsonValue> find(JsonValue stored, String key) {
        if (!(stored instanceof JsonObject object)) {
            return Optional.empty();
        }
        return object.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(key))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
