package io.github.storemaven.document;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.Pointer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Members of an object by their name in any case, as the service treats them (reference, section 4.4). */
public final class Members {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private Members() {}

    /** The name as the object has it, or the given one where the object has no such member. */
    public static String actualName(JsonObject object, String name) {
        if (object.containsKey(name)) {
            return name;
        }
        for (String other : object.keySet()) {
            if (name.equalsIgnoreCase(other)) {
                return other;
            }
        }
        return name;
    }

    /** The member's value; a JSON null where it is absent. */
    public static JsonValue get(JsonObject object, String name) {
        return object.getOrDefault(actualName(object, name), JsonValue.NULL);
    }

    /** The member's value; empty where it is absent or null. */
    public static Optional<JsonValue> value(JsonObject object, String name) {
        return Optional.of(get(object, name)).filter(value -> value != JsonValue.NULL);
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

    /** The member's object; one without members where it is absent or something else. */
    public static JsonObject objectOrEmpty(JsonObject object, String name) {
        return object(object, name).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The member's array; one without items where it is absent or something else. */
    public static JsonArray array(JsonObject object, String name) {
        return get(object, name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** The objects in a member's array; an empty list where it is absent or something else. */
    public static List<JsonObject> objects(JsonObject object, String name) {
        return objects(array(object, name));
    }

    /** The objects in an array; what is something else is passed over. */
    public static List<JsonObject> objects(JsonArray array) {
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    /** The object with a member set: in its place under the object's own name for it, or last. */
    public static JsonObject with(JsonObject object, String name, JsonValue value) {
        return get(object, name).equals(value)
                ? object
                : Json.PROVIDER
                        .createObjectBuilder(object)
                        .add(actualName(object, name), value)
                        .build();
    }

    /** The object without the members of these names. */
    public static JsonObject without(JsonObject object, String... names) {
        var rest = Json.PROVIDER.createObjectBuilder(object);
        for (String name : names) {
            rest.remove(actualName(object, name));
        }
        return rest.build();
    }

    /** The value at a pointer, names in any case; empty where there is none. */
    public static Optional<JsonValue> find(JsonValue root, String pointer) {
        Optional<JsonValue> value = Optional.of(root);
        for (String step : Pointer.steps(pointer)) {
            value = value.flatMap(parent -> child(parent, step));
        }
        return value;
    }

    private static Optional<JsonValue> child(JsonValue parent, String step) {
        if (parent instanceof JsonObject object) {
            return Optional.ofNullable(object.get(actualName(object, step)));
        }
        return parent instanceof JsonArray array && INDEX.matcher(step).matches()
                ? array.stream().skip(Integer.parseInt(step)).findFirst()
                : Optional.empty();
    }

    /** The names of one object, found in any case without a walk over all of them for each. */
    static final class Index {
        private final JsonObject object;
        private Map<String, String> names;

        Index(JsonObject object) {
            this.object = object;
        }

        /** As {@link Members#actualName}. */
        String actualName(String name) {
            return object.containsKey(name) ? name : names().getOrDefault(name, name);
        }

        private Map<String, String> names() {
            if (names == null) {
                names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                object.keySet().forEach(name -> names.putIfAbsent(name, name));
            }
            return names;
        }
    }
}
