package io.github.storemaven.document;

import io.github.storemaven.json.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When two values mean the same to the service: null, absent and empty are equal, numbers by value, dates by instant,
 * names of members in any case (design, section 3; reference, section 4.4).
 */
public final class Equality {
    private Equality() {}

    public static boolean same(JsonValue one, JsonValue other) {
        if (isEmpty(one) || isEmpty(other)) {
            return isEmpty(one) && isEmpty(other);
        }
        if (one instanceof JsonNumber a && other instanceof JsonNumber b) {
            return a.bigDecimalValue().compareTo(b.bigDecimalValue()) == 0;
        }
        if (one instanceof JsonString a && other instanceof JsonString b) {
            return a.getString().equals(b.getString()) || sameInstant(a.getString(), b.getString());
        }
        if (one instanceof JsonArray a && other instanceof JsonArray b) {
            return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (one instanceof JsonObject a && other instanceof JsonObject b) {
            return Stream.concat(a.keySet().stream(), b.keySet().stream())
                    .allMatch(name -> same(a.get(Members.nameIn(a, name)), b.get(Members.nameIn(b, name))));
        }
        return one.equals(other);
    }

    /** Absent, null, an empty text, array or object; the service's "no date" too (reference, section 4.4). */
    public static boolean isEmpty(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return true;
        }
        return switch (value.getValueType()) {
            case STRING -> isEmptyText(((JsonString) value).getString());
            case ARRAY -> value.asJsonArray().isEmpty();
            case OBJECT -> value.asJsonObject().isEmpty();
            default -> false;
        };
    }

    private static boolean isEmptyText(String text) {
        return text.isEmpty() || text.startsWith("1601-01-01T00:00:00");
    }

    private static boolean sameInstant(String one, String other) {
        Optional<OffsetDateTime> date = date(one);
        return date.isPresent()
                && date(other).filter(d -> d.isEqual(date.get())).isPresent();
    }

    private static Optional<OffsetDateTime> date(String text) {
        try {
            return text.length() < 16 || text.charAt(10) != 'T'
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
