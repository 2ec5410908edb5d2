package io.github.storemaven.listing;

import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Members of an object by name without regard to case, as the service compares them (submission-api, 4.4). */
final class Members {
    private Members() {}

    /** The name as the object has it; the given one if it has none. */
    static String key(JsonObject object, String name) {
        if (object.containsKey(name)) {
            return name;
        }
        return object.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    /** The value; a JSON null where there is none. */
    static JsonValue get(JsonObject object, String name) {
        return object.getOrDefault(key(object, name), JsonValue.NULL);
    }

    /** The value as a string; empty where it is none. */
    static String string(JsonObject object, String name) {
        return get(object, name) instanceof JsonString string ? string.getString() : "";
    }

    static JsonObject object(JsonObject object, String name) {
        return get(object, name) instanceof JsonObject member ? member : JsonValue.EMPTY_JSON_OBJECT;
    }

    static JsonArray array(JsonObject object, String name) {
        return get(object, name) instanceof JsonArray member ? member : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** The object with a member set: in its place under the object's own name for it, or last. */
    static JsonObject with(JsonObject object, String name, JsonValue value) {
        if (get(object, name).equals(value)) {
            return object;
        }
        return Json.PROVIDER
                .createObjectBuilder(object)
                .add(key(object, name), value)
                .build();
    }

    /** Null, an empty string, array or object: what the service treats like a member that is not there. */
    static boolean isEmpty(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> true;
            case STRING -> ((JsonString) value).getString().isEmpty();
            case ARRAY -> value.asJsonArray().isEmpty();
            case OBJECT -> value.asJsonObject().isEmpty();
            default -> false;
        };
    }
}
