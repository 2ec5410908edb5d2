package io.github.storemaven.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON Pointers (RFC 6901), by which changes and findings name a place in a document. */
public final class Pointer {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private Pointer() {}

    /** The pointer of a member of the object at a pointer. */
    public static String member(String pointer, String name) {
        return pointer + "/" + escape(name);
    }

    /** The pointer of an item of the array at a pointer. */
    public static String item(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The value at a pointer, names in any case; empty where there is none. */
    public static Optional<JsonValue> find(JsonValue root, String pointer) {
        Optional<JsonValue> value = Optional.of(root);
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            value = value.flatMap(
                    parent -> child(parent, step.replace("~1", "/").replace("~0", "~")));
        }
        return value;
    }

    private static Optional<JsonValue> child(JsonValue parent, String step) {
        if (parent instanceof JsonObject object) {
            return Optional.ofNullable(object.get(Members.nameIn(object, step)));
        }
        return parent instanceof JsonArray array && INDEX.matcher(step).matches()
                ? array.stream().skip(Integer.parseInt(step)).findFirst()
                : Optional.empty();
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
