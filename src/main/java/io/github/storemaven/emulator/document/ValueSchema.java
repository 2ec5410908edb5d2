package io.github.storemaven.emulator.document;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A single value, described as {@code type}, {@code type = default value} or {@code type ?} for one that may be absent.
 * The types are {@code text}, {@code flag}, {@code number}, {@code percentage}, {@code date}, {@code any},
 * {@code owned}, and the names of {@link Enumerations}.
 */
record ValueSchema(String type, Optional<JsonValue> defaultValue, boolean isOptional) implements DocumentSchema {
    static ValueSchema of(String description) {
        String[] parts = description.split("=", 2);
        String type = parts[0].replace("?", "").strip();
        boolean optional = parts[0].contains("?");
        return new ValueSchema(
                type, parts.length > 1 ? Optional.of(value(type, parts[1].strip())) : standard(type), optional);
    }

    private static JsonValue value(String type, String text) {
        return type.equals("owned") ? Json.read(text.getBytes(StandardCharsets.UTF_8)) : Json.text(text);
    }

    private static Optional<JsonValue> standard(String type) {
        return switch (type) {
            case "owned" -> Optional.empty();
            case "flag" -> Optional.of(JsonValue.FALSE);
            case "number" -> Optional.of(Json.PROVIDER.createValue(0));
            case "percentage" -> Optional.of(Json.PROVIDER.createValue(new BigDecimal("0.0")));
            case "date" -> Optional.of(Json.text(Dates.NONE));
            default -> Optional.of(JsonValue.NULL);
        };
    }

    @Override
    public boolean isReadOnly() {
        return type.equals("owned");
    }

    @Override
    public JsonValue parse(String name, JsonValue sent) throws ServiceErrorException {
        if (sent == JsonValue.NULL || type.equals("any")) {
            return sent;
        }
        return switch (type) {
            case "flag" -> check(sent == JsonValue.TRUE || sent == JsonValue.FALSE, name, sent, "true or false");
            case "number", "percentage" -> check(sent instanceof JsonNumber, name, sent, "a number");
            case "text" -> sent instanceof JsonNumber number ? Json.text(number.toString()) : text(name, sent);
            case "date" -> check(Dates.acceptable(text(name, sent).getString()), name, sent, "a date by ISO 8601");
            default ->
                check(
                        Enumerations.has(type, text(name, sent).getString()),
                        name,
                        sent,
                        "one of " + Enumerations.list(type));
        };
    }

    @Override
    public JsonValue adopt(String name, JsonValue held) throws ServiceErrorException {
        return isReadOnly() ? held : parse(name, held);
    }

    @Override
    public JsonValue fillIn(JsonValue parsed, Optional<JsonValue> stored) {
        return parsed;
    }

    private static JsonString text(String name, JsonValue sent) throws ServiceErrorException {
        if (sent instanceof JsonString text) {
            return text;
        }
        throw ServiceErrorException.invalidValue(name, "The value of '" + name + "' must be a string.");
    }

    private static JsonValue check(boolean good, String name, JsonValue sent, String expected)
            throws ServiceErrorException {
        if (!good) {
            throw ServiceErrorException.invalidValue(
                    name, "The value " + sent + " of '" + name + "' is not valid, expected is " + expected + ".");
        }
        return sent;
    }
}
