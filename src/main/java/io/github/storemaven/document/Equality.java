package io.github.storemaven.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When two values mean the same to the service: null, absent and empty are equal, numbers by value, dates by instant, texts
 * without their line ends and the blanks around them, names of members in any case, lists that are sets in any order
 * (design, section 3; reference, section 4.4).
 */
public final class Equality {
    /** Words for "nothing chosen" (7.3, 7.4, 7.9, 7.15). */
    private static final Set<String> DEFAULTS = Set.of("None", "NotSet", "NoFreeTrial");

    private Equality() {}

    public static boolean same(JsonValue one, JsonValue other) {
        return same("", one, other, false);
    }

    /** The same for the value of a member, whose name says whether the order of a list means something. */
    static boolean same(String member, JsonValue one, JsonValue other) {
        return same(member, one, other, false);
    }

    /** Absent, null, or nothing but empty values inside; a blank text and the service's "no date" too. */
    public static boolean isEmpty(JsonValue value) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return true;
        }
        if (value instanceof JsonString text) {
            return isEmptyText(text.getString());
        }
        return areAll(value, Equality::isEmpty);
    }

    /** Whether the service fills in this value by itself where a member is absent (reference, sections 6 and 7). */
    static boolean isDefault(JsonValue value) {
        if (isEmpty(value) || value.getValueType() == JsonValue.ValueType.FALSE) {
            return true;
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().signum() == 0;
        }
        if (value instanceof JsonString text) {
            return DEFAULTS.contains(text.getString());
        }
        return areAll(value, Equality::isDefault);
    }

    /** Whether the value is a list or an object, all values of which are so. */
    private static boolean areAll(JsonValue value, Predicate<JsonValue> so) {
        if (value instanceof JsonArray items) {
            return items.stream().allMatch(so);
        }
        return value instanceof JsonObject members && members.values().stream().allMatch(so);
    }

    /** @param element whether an item of an array is compared, whose missing members the service fills in */
    private static boolean same(String member, JsonValue one, JsonValue other, boolean element) {
        if (one == other) {
            return true;
        }
        if (one instanceof JsonObject a && other instanceof JsonObject b) {
            return sameMembers(a, b, element);
        }
        if (one instanceof JsonArray a && other instanceof JsonArray b) {
            return sameItems(member, a, b);
        }
        if (one instanceof JsonString a && other instanceof JsonString b) {
            return sameText(member, a.getString(), b.getString());
        }
        if (one instanceof JsonNumber a && other instanceof JsonNumber b) {
            return a.bigDecimalValue().compareTo(b.bigDecimalValue()) == 0;
        }
        if (isEmpty(one) || isEmpty(other)) {
            return (isEmpty(one) && isEmpty(other)) || (element && isDefault(isEmpty(one) ? other : one));
        }
        return one.equals(other);
    }

    private static boolean sameMembers(JsonObject one, JsonObject other, boolean element) {
        Members.Index names = new Members.Index(one);
        Members.Index otherNames = new Members.Index(other);
        return one.entrySet().stream()
                        .allMatch(entry -> same(
                                entry.getKey(),
                                entry.getValue(),
                                other.get(otherNames.actualName(entry.getKey())),
                                element))
                && other.entrySet().stream()
                        .filter(entry -> !one.containsKey(names.actualName(entry.getKey())))
                        .allMatch(entry -> same(entry.getKey(), null, entry.getValue(), element));
    }

    private static boolean sameItems(String member, JsonArray one, JsonArray other) {
        if (ListOrder.isSet(member)) {
            return sameInAnyOrder(one, other);
        }
        List<JsonValue> items = one;
        List<JsonValue> others = other;
        if (items.size() != others.size()) {
            items = filled(one);
            others = filled(other);
        }
        if (items.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!same("", items.get(i), others.get(i), true)) {
                return false;
            }
        }
        return true;
    }

    static boolean sameInAnyOrder(JsonArray one, JsonArray other) {
        return keys(one).equals(keys(other));
    }

    private static List<JsonValue> filled(JsonArray items) {
        return items.stream().filter(item -> !isEmpty(item)).toList();
    }

    private static Set<Object> keys(JsonArray items) {
        Set<Object> keys = new HashSet<>();
        items.stream().filter(item -> !isEmpty(item)).forEach(item -> keys.add(key(item)));
        return keys;
    }

    /** Equal for values that mean the same, so that many can be held against many; defaults count as they are. */
    static Object key(JsonValue value) {
        if (value instanceof JsonString text) {
            return normalized(text.getString());
        }
        if (value instanceof JsonNumber number) {
            BigDecimal decimal = number.bigDecimalValue();
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        }
        if (value instanceof JsonArray array) {
            List<Object> items = new ArrayList<>();
            array.forEach(item -> items.add(key(item)));
            return items;
        }
        if (value instanceof JsonObject object) {
            Map<String, Object> members = new HashMap<>();
            object.forEach((name, member) -> {
                if (!isEmpty(member)) {
                    members.put(name.toLowerCase(Locale.ROOT), key(member));
                }
            });
            return members;
        }
        return value.getValueType();
    }

    private static boolean sameText(String member, String one, String other) {
        return one.equals(other)
                || (member.equalsIgnoreCase(FileStatus.MEMBER) && one.equalsIgnoreCase(other))
                || (FileEntry.isName(member) && FileEntry.slashed(one).equals(FileEntry.slashed(other)))
                || sameInstant(one, other)
                || normalized(one).equals(normalized(other));
    }

    /** The service stores other line ends, and cuts the blanks around a text. */
    private static String normalized(String text) {
        return trimmed(
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Cut as .NET cuts, to which a blank that does not break a line is one too. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }

    private static boolean isEmptyText(String text) {
        return trimmed(text).isEmpty()
                || (StoreDate.isLike(text) && StoreDate.of(text).isNone());
    }

    private static boolean sameInstant(String one, String other) {
        if (isEmptyText(one) && isEmptyText(other)) {
            return true;
        }
        if (!StoreDate.isLike(one) || !StoreDate.isLike(other)) {
            return false;
        }
        var instant = StoreDate.of(one).instant();
        return instant.isPresent() && instant.equals(StoreDate.of(other).instant());
    }
}
