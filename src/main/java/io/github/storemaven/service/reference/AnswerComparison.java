package io.github.storemaven.service.reference;

import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.service.reference.AnswerTable.Enumeration;
import io.github.storemaven.service.reference.AnswerTable.Format;
import io.github.storemaven.service.reference.AnswerTable.Member;
import io.github.storemaven.service.reference.Deviation.Kind;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds the members and values of one answer against the table. */
final class AnswerComparison {
    private static final String ITEM = "*";
    private static final String LANGUAGE = "language";

    private final AnswerTable table;
    private final MaskedAnswer disguise;
    private final String call;
    private final Consumer<Deviation> deviations;

    AnswerComparison(AnswerTable table, MaskedAnswer disguise, String call, Consumer<Deviation> deviations) {
        this.table = table;
        this.disguise = disguise;
        this.call = call;
        this.deviations = deviations;
    }

    /** Compares an object with a resource of the table. */
    void resource(JsonObject object, String name, String place) {
        List<Member> known = table.resource(name).orElseThrow();
        known.forEach(member -> member(object, member, place));
        for (String other : object.keySet()) {
            if (known.stream().noneMatch(member -> member.name().equalsIgnoreCase(other))) {
                add(
                        Kind.UNKNOWN_MEMBER,
                        within(place, disguise.name(other)),
                        known.get(0).section(),
                        "no such member",
                        described(object.get(other)));
            }
        }
    }

    private void member(JsonObject object, Member member, String place) {
        List<String> names =
                object.keySet().stream().filter(member.name()::equalsIgnoreCase).toList();
        String at = within(place, member.name());
        if (names.isEmpty()) {
            if (!member.mayBeAbsent()) {
                add(Kind.MISSING_MEMBER, at, member.section(), readable(member.type()), "no such member");
            }
            return;
        }
        String name = names.contains(member.name()) ? member.name() : names.get(0);
        if (names.size() > 1) {
            add(Kind.MEMBER_TWICE, at, member.section(), "once", String.join(" and ", names));
        } else if (!name.equals(member.name())) {
            add(Kind.MEMBER_CASE, at, member.section(), member.name(), name);
        }
        value(object.get(name), member, at);
    }

    private void value(JsonValue value, Member member, String place) {
        if (value != JsonValue.NULL) {
            value(value, member.type(), member.section(), place);
        } else if (!member.mayBeNull()) {
            add(Kind.NULL, place, member.section(), readable(member.type()), "null");
        }
    }

    private void value(JsonValue value, String type, String section, String place) {
        if (type.startsWith("[]")) {
            array(value, type.substring(2), section, place);
        } else if (type.startsWith("{")) {
            int end = type.indexOf('}');
            object(value, type.substring(1, end), type.substring(end + 1), section, place);
        } else if (table.resource(type).isPresent()) {
            if (isOf(value instanceof JsonObject, value, type, section, place)) {
                resource(value.asJsonObject(), type, place);
            }
        } else {
            simple(value, type, section, place);
        }
    }

    private void array(JsonValue value, String type, String section, String place) {
        if (isOf(value instanceof JsonArray, value, "[]" + type, section, place)) {
            value.asJsonArray().forEach(item -> value(item, type, section, place + "/" + ITEM));
        }
    }

    private void object(JsonValue value, String names, String type, String section, String place) {
        if (!isOf(value instanceof JsonObject, value, "{" + names + "}" + type, section, place)) {
            return;
        }
        value.asJsonObject().forEach((name, item) -> {
            if (!isName(name, names)) {
                add(Kind.UNKNOWN_NAME, place, sectionOfNames(names), "names of the kind " + names, disguise.name(name));
            }
            value(item, type, section, place + "/" + ITEM);
        });
    }

    private boolean isName(String name, String kind) {
        if (kind.equals(LANGUAGE)) {
            return StoreLanguages.contains(name);
        }
        Predicate<String> known = table.enumeration(kind)
                .<Predicate<String>>map(values -> values.values()::contains)
                .or(() -> table.format(kind).map(format -> format.pattern().asMatchPredicate()))
                .orElseThrow();
        return known.test(name);
    }

    private String sectionOfNames(String kind) {
        return table.enumeration(kind)
                .map(Enumeration::section)
                .or(() -> table.format(kind).map(Format::section))
                .orElse("B");
    }

    private void simple(JsonValue value, String type, String section, String place) {
        switch (type) {
            case "any" -> {}
            case "text" -> isOf(value instanceof JsonString, value, type, section, place);
            case "flag" -> isOf(value == JsonValue.TRUE || value == JsonValue.FALSE, value, type, section, place);
            case "number" -> isOf(value instanceof JsonNumber, value, type, section, place);
            case "integer" ->
                isOf(value instanceof JsonNumber number && number.isIntegral(), value, type, section, place);
            default -> {
                if (isOf(value instanceof JsonString, value, type, section, place)) {
                    text(((JsonString) value).getString(), type, place);
                }
            }
        }
    }

    private void text(String text, String type, String place) {
        Optional<Format> format = table.format(type);
        if (format.isPresent()) {
            if (!format.get().pattern().matcher(text).matches()) {
                add(Kind.FORMAT, place, format.get().section(), readable(type), disguise.form(text));
            }
            return;
        }
        Enumeration values = table.enumeration(type).orElseThrow();
        if (!values.values().contains(text)) {
            Optional<String> known = values.inOtherCase(text);
            add(
                    known.isPresent() ? Kind.VALUE_CASE : Kind.UNKNOWN_VALUE,
                    place,
                    values.section(),
                    known.orElse("a known value"),
                    disguise.word(text));
        }
    }

    private boolean isOf(boolean fits, JsonValue value, String type, String section, String place) {
        if (!fits) {
            add(Kind.TYPE, place, section, readable(type), described(value));
        }
        return fits;
    }

    void add(Kind kind, String place, String section, String expected, String found) {
        deviations.accept(new Deviation(kind, call, place, section, expected, found));
    }

    private static String within(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    /** A type of the table in words. */
    private String readable(String type) {
        if (type.startsWith("[]")) {
            return "an array";
        }
        if (type.startsWith("{") || table.resource(type).isPresent()) {
            return "an object";
        }
        return switch (type) {
            case "text" -> "a text";
            case "flag" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            default -> "a text of the kind " + type;
        };
    }

    /** What a value is, without what it says. */
    String described(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "an array of " + value.asJsonArray().size();
            case OBJECT -> "an object" + names(value.asJsonObject().keySet());
            case STRING -> disguise.form(((JsonString) value).getString());
            case NUMBER -> ((JsonNumber) value).isIntegral() ? "a whole number" : "a number";
            default -> value.toString().toLowerCase(Locale.ROOT);
        };
    }

    private String names(Set<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream().limit(8).map(disguise::name).collect(Collectors.joining(", ", " with ", ""))
                        + (names.size() > 8 ? ", ..." : "");
    }
}
