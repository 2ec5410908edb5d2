package io.github.storemaven.emulator.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON trees, read and rebuilt; the emulator's own, so that it can disagree with the client's. */
public final class Json {
    /** Looked up once, because a lookup is slow. */
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** Reads a UTF-8 text. @throws JsonException when it is not JSON, or nested too deeply */
    public static JsonValue read(byte[] text) {
        try (var reader = PROVIDER.createReader(new ByteArrayInputStream(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            // Parsson tells of too deep a nesting and of an empty text in other ways.
            throw new JsonException("this is no JSON document", e);
        }
    }

    /** A JSON object that lies beside a class. */
    public static JsonObject resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return read(in.readAllBytes()).asJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    public static JsonObject object(Map<String, ? extends JsonValue> members) {
        JsonObjectBuilder builder = object();
        members.forEach(builder::add);
        return builder.build();
    }

    public static JsonArray array(Collection<? extends JsonValue> items) {
        JsonArrayBuilder builder = PROVIDER.createArrayBuilder();
        items.forEach(builder::add);
        return builder.build();
    }

    public static JsonArray texts(Collection<String> items) {
        return array(items.stream().map(Json::text).toList());
    }

    public static JsonString text(String value) {
        return PROVIDER.createValue(value);
    }

    /** The object with a member set, at its old place if it has one. */
    public static JsonObject with(JsonObject object, String name, JsonValue value) {
        return PROVIDER.createObjectBuilder(object).add(name, value).build();
    }

    /** The object without some members. */
    public static JsonObject without(JsonObject object, Collection<String> names) {
        JsonObjectBuilder builder = PROVIDER.createObjectBuilder(object);
        names.forEach(builder::remove);
        return builder.build();
    }

    /** The object without some members, whose names are compared without regard to case. */
    public static JsonObject withoutInAnyCase(JsonObject object, Collection<String> names) {
        return without(
                object,
                object.keySet().stream()
                        .filter(name -> names.stream().anyMatch(name::equalsIgnoreCase))
                        .toList());
    }

    /** A member as text: empty when absent or null, digits for a number. */
    public static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value instanceof JsonNumber number ? number.toString() : "";
    }

    /** A member as an object: empty when it is none. */
    public static JsonObject object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject value ? value : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** A member as an object, its name in any case, as languages are compared (appendix B): empty when it is none. */
    public static JsonObject objectInAnyCase(JsonObject object, String name) {
        return object(object, nameInAnyCase(object, name));
    }

    /** The name that a member has in the object; the given one where there is none. */
    public static String nameInAnyCase(JsonObject object, String name) {
        return object.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    /** The objects of a member that is an array: none when it is none. */
    public static List<JsonObject> objects(JsonObject object, String name) {
        return items(object, name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    /** The items of a member that is an array: none when it is none. */
    public static JsonArray items(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** The texts of a member that is an array: none when it is none. */
    public static List<String> strings(JsonObject object, String name) {
        return items(object, name).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    /** Adds a member with texts by name, unless there are none. */
    public static void addTexts(JsonObjectBuilder object, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            JsonObjectBuilder member = object();
            texts.forEach(member::add);
            object.add(name, member);
        }
    }

    /** What {@link #addTexts} added. */
    public static Map<String, String> textsByName(JsonObject object, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(object, name).keySet().forEach(key -> texts.put(key, text(object(object, name), key)));
        return texts;
    }

    /** Whether a member is true. */
    public static boolean flag(JsonObject object, String name) {
        return JsonValue.TRUE.equals(object.get(name));
    }
}
