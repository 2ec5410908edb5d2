package io.github.storemaven.emulator.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a value of a document looks like (reference, section 6), read from the files beside this class: an object with
 * named members, an object with any keys ({@code "*"}, or {@code "*?"} where it may be absent), a list, or a single value.
 */
public sealed interface DocumentSchema
        permits DocumentSchema.ObjectSchema, DocumentSchema.MapSchema, DocumentSchema.ListSchema, ValueSchema {
    /** Whether only the service sets the value; what a client sends is ignored. */
    default boolean isReadOnly() {
        return false;
    }

    /** Whether the value stays absent when a client leaves it out. */
    default boolean isOptional() {
        return false;
    }

    /** What the value is when nobody sets it; empty for absent. */
    Optional<JsonValue> defaultValue();

    /**
     * The value with names as the reference spells them, without unknown and read-only members; nothing is filled in.
     *
     * @param name the member's name, for the refusal
     */
    JsonValue parse(String name, JsonValue sent) throws ServiceErrorException;

    /** The same for an item of a list or a map, which is there or not, but not null. */
    default JsonValue parseItem(String name, JsonValue sent) throws ServiceErrorException {
        if (sent == JsonValue.NULL && !(this instanceof ValueSchema)) {
            throw ServiceErrorException.invalidValue(name, "An item of '" + name + "' must not be null.");
        }
        return parse(name, sent);
    }

    /** The parsed value with what was left out: read-only members as they are stored, all others with their default. */
    JsonValue fillIn(JsonValue parsed, Optional<JsonValue> stored);

    /**
     * A value that the service has held already, in whatever spelling it was printed: names as the reference spells
     * them, defaults for what is missing, and unlike in {@link #parse} read-only and unknown members as they are.
     */
    JsonValue adopt(String name, JsonValue held) throws ServiceErrorException;

    /** The schema that a description stands for. */
    static DocumentSchema of(JsonValue description) {
        if (description instanceof JsonObject object) {
            if (object.containsKey("*?")) {
                return new MapSchema(of(object.get("*?")), true);
            }
            return object.containsKey("*") ? new MapSchema(of(object.get("*")), false) : ObjectSchema.of(object);
        }
        if (description instanceof JsonArray array) {
            return new ListSchema(of(array.get(0)));
        }
        return ValueSchema.of(((JsonString) description).getString());
    }

    /** The schema of a file beside this class, for example {@code create-flight}. */
    static DocumentSchema named(String file) {
        return of(Json.resource(DocumentSchema.class, file + ".json"));
    }

    /** The known members of a request body, which has to be an object. */
    default JsonObject parseBody(byte[] body) throws ServiceErrorException {
        return parse("body", object(body)).asJsonObject();
    }

    /** A request body that has to be an object. */
    static JsonObject object(byte[] body) throws ServiceErrorException {
        try {
            if (Json.read(body) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            // Answered below like any other body that is no object.
        }
        throw ServiceErrorException.invalidValue("", "The request body is not a valid JSON object.");
    }

    /** An object with named members; names are accepted in any case (reference 4.4). */
    record ObjectSchema(Map<String, DocumentSchema> members, Map<String, String> spelling) implements DocumentSchema {
        static ObjectSchema of(JsonObject description) {
            Map<String, DocumentSchema> members = new LinkedHashMap<>();
            Map<String, String> spelling = new LinkedHashMap<>();
            description.forEach((name, value) -> {
                members.put(name, DocumentSchema.of(value));
                spelling.put(name.toLowerCase(Locale.ROOT), name);
            });
            return new ObjectSchema(members, spelling);
        }

        @Override
        public Optional<JsonValue> defaultValue() {
            return Optional.of(fillIn(JsonValue.EMPTY_JSON_OBJECT, Optional.empty()));
        }

        @Override
        public JsonValue parse(String name, JsonValue sent) throws ServiceErrorException {
            if (sent == JsonValue.NULL) {
                return sent;
            }
            if (!(sent instanceof JsonObject object)) {
                throw ServiceErrorException.invalidValue(name, "The value of '" + name + "' must be an object.");
            }
            Map<String, JsonValue> parsed = new LinkedHashMap<>();
            for (var member : object.entrySet()) {
                parseMember(member.getKey(), member.getValue(), parsed);
            }
            return Json.object(parsed);
        }

        private void parseMember(String sentName, JsonValue value, Map<String, JsonValue> parsed)
                throws ServiceErrorException {
            String name = spelling.get(sentName.toLowerCase(Locale.ROOT));
            if (name == null || members.get(name).isReadOnly()) {
                return;
            }
            // A reader that ignores case takes the last of several.
            parsed.put(name, members.get(name).parse(name, value));
        }

        @Override
        public JsonValue adopt(String name, JsonValue held) throws ServiceErrorException {
            if (!(held instanceof JsonObject object)) {
                return parse(name, held);
            }
            Map<String, JsonValue> adopted = new LinkedHashMap<>();
            for (var member : object.entrySet()) {
                String spelled = spelling.getOrDefault(member.getKey().toLowerCase(Locale.ROOT), member.getKey());
                DocumentSchema schema = members.get(spelled);
                adopted.put(spelled, schema == null ? member.getValue() : schema.adopt(spelled, member.getValue()));
            }
            JsonObjectBuilder whole = Json.object();
            members.forEach((member, schema) -> Optional.ofNullable(adopted.remove(member))
                    .or(() -> schema.isOptional() ? Optional.empty() : schema.defaultValue())
                    .ifPresent(value -> whole.add(member, value)));
            adopted.forEach(whole::add);
            return whole.build();
        }

        @Override
        public JsonValue fillIn(JsonValue parsed, Optional<JsonValue> stored) {
            if (!(parsed instanceof JsonObject given)) {
                return parsed;
            }
            JsonObject before = stored.filter(JsonObject.class::isInstance)
                    .map(JsonValue::asJsonObject)
                    .orElse(JsonValue.EMPTY_JSON_OBJECT);
            JsonObjectBuilder whole = Json.object();
            members.forEach((name, schema) -> member(schema, given.get(name), Optional.ofNullable(before.get(name)))
                    .ifPresent(v -> whole.add(name, v)));
            before.forEach((name, value) -> {
                if (!members.containsKey(name)) {
                    whole.add(name, value);
                }
            });
            return whole.build();
        }

        private static Optional<JsonValue> member(DocumentSchema schema, JsonValue given, Optional<JsonValue> before) {
            if (schema.isReadOnly()) {
                return before.or(schema::defaultValue);
            }
            if (given != null) {
                return Optional.of(schema.fillIn(given, before));
            }
            return schema.isOptional() ? Optional.empty() : schema.defaultValue();
        }
    }

    /** An object whose keys are data, such as languages; keys that differ in case only are the same. */
    record MapSchema(DocumentSchema value, boolean isOptional) implements DocumentSchema {
        @Override
        public Optional<JsonValue> defaultValue() {
            return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
        }

        @Override
        public JsonValue parse(String name, JsonValue sent) throws ServiceErrorException {
            if (sent == JsonValue.NULL) {
                return sent;
            }
            if (!(sent instanceof JsonObject object)) {
                throw ServiceErrorException.invalidValue(name, "The value of '" + name + "' must be an object.");
            }
            Map<String, JsonValue> parsed = new LinkedHashMap<>();
            for (var entry : object.entrySet()) {
                if (parsed.keySet().stream().anyMatch(entry.getKey()::equalsIgnoreCase)) {
                    throw ServiceErrorException.invalidValue(
                            name, "'" + entry.getKey() + "' is there twice in '" + name + "'.");
                }
                parsed.put(entry.getKey(), value.parseItem(name, entry.getValue()));
            }
            return Json.object(parsed);
        }

        @Override
        public JsonValue adopt(String name, JsonValue held) throws ServiceErrorException {
            if (!(held instanceof JsonObject object)) {
                return parse(name, held);
            }
            Map<String, JsonValue> adopted = new LinkedHashMap<>();
            for (var entry : object.entrySet()) {
                adopted.put(entry.getKey(), value.adopt(name, entry.getValue()));
            }
            return Json.object(adopted);
        }

        @Override
        public JsonValue fillIn(JsonValue parsed, Optional<JsonValue> stored) {
            if (!(parsed instanceof JsonObject given)) {
                return parsed;
            }
            JsonObjectBuilder whole = Json.object();
            given.forEach((key, entry) -> whole.add(key, value.fillIn(entry, stored.flatMap(s -> find(s, key)))));
            return whole.build();
        }

        private static Optional<JsonValue> find(JsonValue stored, String key) {
            return stored instanceof JsonObject object
                    ? Optional.ofNullable(object.get(Json.nameInAnyCase(object, key)))
                    : Optional.empty();
        }
    }

    /** A list; what is stored of an item is found by the item's {@code id}. */
    record ListSchema(DocumentSchema item) implements DocumentSchema {
        @Override
        public Optional<JsonValue> defaultValue() {
            return Optional.of(JsonValue.EMPTY_JSON_ARRAY);
        }

        @Override
        public JsonValue parse(String name, JsonValue sent) throws ServiceErrorException {
            if (sent == JsonValue.NULL) {
                return sent;
            }
            if (!(sent instanceof JsonArray array)) {
                throw ServiceErrorException.invalidValue(name, "The value of '" + name + "' must be an array.");
            }
            List<JsonValue> parsed = new ArrayList<>();
            for (JsonValue value : array) {
                parsed.add(item.parseItem(name, value));
            }
            return Json.array(parsed);
        }

        @Override
        public JsonValue adopt(String name, JsonValue held) throws ServiceErrorException {
            if (!(held instanceof JsonArray array)) {
                return parse(name, held);
            }
            List<JsonValue> adopted = new ArrayList<>();
            for (JsonValue value : array) {
                adopted.add(item.adopt(name, value));
            }
            return Json.array(adopted);
        }

        @Override
        public JsonValue fillIn(JsonValue parsed, Optional<JsonValue> stored) {
            if (!(parsed instanceof JsonArray array)) {
                return parsed;
            }
            List<JsonValue> whole = new ArrayList<>();
            array.forEach(value -> whole.add(item.fillIn(value, stored.flatMap(s -> sameId(s, value)))));
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
}
