package io.github.storemaven.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * A value that was read from a text, with the place of each member.
 *
 * @param source what was read, for example a file's path
 * @param value the value
 * @param places the place of each value by its JSON Pointer; empty for what the Store sent
 */
public record ParsedJson(String source, JsonValue value, Map<String, Place> places) {
    public ParsedJson {
        places = Map.copyOf(places);
    }

    /** The value as an object; a problem that says what it is instead, where it is none. */
    public JsonObject object() throws JsonSyntaxException {
        if (value instanceof JsonObject object) {
            return object;
        }
        String kind = value.getValueType().name().toLowerCase(java.util.Locale.ROOT);
        throw new JsonSyntaxException(source, 1, 1, "an object { ... } is expected, this is " + article(kind));
    }

    /** "submission.json, line 3" for the value at a JSON Pointer, or the source alone where no place is known. */
    public String where(String pointer) {
        Place place = places.get(pointer);
        return place == null ? source : source + ", line " + place.line();
    }

    private static String article(String kind) {
        return (kind.startsWith("a") ? "an " : "a ") + kind;
    }
}
