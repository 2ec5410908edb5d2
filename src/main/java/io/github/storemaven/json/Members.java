package io.github.storemaven.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Members of an object by their name in any case, as the service treats them (reference, section 4.4). */
public final class Members {
    private Members() {}

    /** The name as it stands in the object, or the given one where the object has no such member. */
    public static String nameIn(JsonObject object, String name) {
        if (object.containsKey(name)) {
            return name;
        }
        return object.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    /** The member's value; empty where it is absent or null. */
    public static Optional<JsonValue> value(JsonObject object, String name) {
        return Optional.ofNullable(object.get(nameIn(object, name))).filter(value -> value != JsonValue.NULL);
    }

    /** The member's text; empty where it is absent, no text, or blank. */
    public static Optional<String> text(JsonObject object, String name) {
        return value(object, name)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .filter(text -> !text.isBlank());
    }

    /** The member's object; empty where it is absent or something else. */
    public static Optional<JsonObject> object(JsonObject object, String name) {
        return value(object, name).filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    }

    /** The objects in a member's array; an empty list where it is absent or something else. */
    public static List<JsonObject> objects(JsonObject object, String name) {
        return value(object, name)
                .filter(JsonArray.class::isInstance)
                .map(value -> objects(value.asJsonArray()))
                .orElse(List.of());
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }
}
