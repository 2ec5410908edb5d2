package io.github.storemaven.emulator.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list; what is stored of an item is found by the item's {@code id}. */
record ListShape(Shape item) implements Shape {
    @Override
    public Optional<JsonValue> blank() {
        return Optional.of(JsonValue.EMPTY_JSON_ARRAY);
    }

    @Override
    public JsonValue accept(String name, JsonValue sent) throws Refusal {
        if (sent == JsonValue.NULL) {
            return sent;
        }
        if (!(sent instanceof JsonArray array)) {
            throw Refusal.invalidValue(name, "The value of '" + name + "' must be an array.");
        }
        List<JsonValue> accepted = new ArrayList<>();
        for (JsonValue value : array) {
            accepted.add(item.acceptItem(name, value));
        }
        return Json.array(accepted);
    }

    @Override
    public JsonValue adopt(String name, JsonValue held) throws Refusal {
        if (!(held instanceof JsonArray array)) {
            return accept(name, held);
        }
        List<JsonValue> adopted = new ArrayList<>();
        for (JsonValue value : array) {
            adopted.add(item.adopt(name, value));
        }
        return Json.array(adopted);
    }

    @Override
    public JsonValue complete(JsonValue accepted, Optional<JsonValue> stored) {
        if (!(accepted instanceof JsonArray array)) {
            return accepted;
        }
        List<JsonValue> whole = new ArrayList<>();
        array.forEach(value -> whole.add(item.complete(value, stored.flatMap(s -> sameId(s, value)))));
        return Json.array(whole);
    }

    private static Optional<JsonValue> sameId(JsonValue stored, JsonValue value) {
        if (!(stored instanceof JsonArray array) || !(value instanceof JsonObject object)) {
            return Optional.empty();
        }
        String id = Json.text(object, "id");
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .filter(other -> !id.isEmpty() && id.equals(Json.text(other.asJsonObject(), "id")))
                .findFirst();
    }
}
