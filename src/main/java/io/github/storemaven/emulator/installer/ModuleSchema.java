package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Enumerations;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a module of a draft looks like (MSI/EXE reference, sections 7.3 to 7.5 and 8.1), read from the file beside this class: a
 * member whose name ends in {@code !} is required, a list has its item and the most items, and a value is {@code text} with
 * the most characters, {@code url}, {@code flag}, {@code language}, or {@code choice} with a name.
 */
record ModuleSchema(JsonObject members) {
    static final ModuleSchema AVAILABILITY = named("availability");
    static final ModuleSchema PROPERTIES = named("properties");
    static final ModuleSchema LISTING = named("listings");
    static final ModuleSchema PACKAGE = named("package");

    private static ModuleSchema named(String module) {
        return new ModuleSchema(Json.object(Definitions.ALL, module));
    }

    /** The values of a choice, or of what depends on another value such as {@code subcategories}. */
    static List<String> values(String group, String name) {
        return Json.strings(Json.object(Definitions.ALL, group), name);
    }

    /** The known members that are not null, with names as the reference spells them: one official client sends others (section 6). */
    JsonObject normalized(JsonObject sent) {
        JsonObjectBuilder normalized = Json.object();
        members.forEach((marked, description) -> {
            String name = name(marked);
            JsonValue value = sent.getOrDefault(Json.nameInAnyCase(sent, name), JsonValue.NULL);
            if (value != JsonValue.NULL) {
                normalized.add(name, normalized(description, value));
            }
        });
        return normalized.build();
    }

    private static JsonValue normalized(JsonValue description, JsonValue value) {
        if (description instanceof JsonObject nested && value instanceof JsonObject object) {
            return new ModuleSchema(nested).normalized(object);
        }
        if (description instanceof JsonArray list && value instanceof JsonArray items) {
            return Json.array(
                    items.stream().map(item -> normalized(list.get(0), item)).toList());
        }
        return value;
    }

    /**
     * What the service refuses in a module.
     *
     * @param whole whether required members have to be there
     */
    List<String> problems(JsonObject module, boolean whole) {
        List<String> problems = new ArrayList<>();
        members.forEach((marked, description) -> {
            String name = name(marked);
            JsonValue value = module.get(name);
            if (value != null) {
                check(name, description, value, problems);
            } else if (whole && marked.endsWith("!")) {
                problems.add("The field '" + name + "' is required.");
            }
        });
        return problems;
    }

    private static String name(String marked) {
        return marked.endsWith("!") ? marked.substring(0, marked.length() - 1) : marked;
    }

    private static void check(String name, JsonValue description, JsonValue value, List<String> problems) {
        if (description instanceof JsonObject nested) {
            checkObject(name, nested, value, problems);
        } else if (description instanceof JsonArray list) {
            checkList(name, list, value, problems);
        } else {
            problem(((JsonString) description).getString(), value)
                    .ifPresent(expected -> problems.add("The value of '" + name + "' is not valid: " + expected + "."));
        }
    }

    private static void checkObject(String name, JsonObject nested, JsonValue value, List<String> problems) {
        if (value instanceof JsonObject object) {
            problems.addAll(new ModuleSchema(nested).problems(object, true));
        } else {
            problems.add("The value of '" + name + "' must be an object.");
        }
    }

    private static void checkList(String name, JsonArray list, JsonValue value, List<String> problems) {
        if (!(value instanceof JsonArray items)) {
            problems.add("The value of '" + name + "' must be an array.");
            return;
        }
        int most = list.getInt(1);
        if (items.size() > most) {
            problems.add("'" + name + "' has " + items.size() + " items, at most " + most + " are allowed.");
        }
        items.forEach(item -> check(name, list.get(0), item, problems));
    }

    /** What is expected where the value is something else. */
    private static Optional<String> problem(String description, JsonValue value) {
        String[] words = description.split(" ", 2);
        return switch (words[0]) {
            case "flag" -> expect(value == JsonValue.TRUE || value == JsonValue.FALSE, "true or false is expected");
            case "text" -> text(value, Integer.parseInt(words[1]));
            case "url" -> expect(isText(value, "(?i)https?://\\S+"), "a URL is expected");
            case "language" ->
                expect(
                        value instanceof JsonString code && Enumerations.isLanguage(code.getString()),
                        "a language code is expected");
            default -> choice(value, values("choices", words[1]));
        };
    }

    private static Optional<String> text(JsonValue value, int most) {
        if (value instanceof JsonNumber) {
            return Optional.empty(); // A JSON reader of .NET takes it for a text.
        }
        boolean fits = value instanceof JsonString text
                && text.getString().codePointCount(0, text.getString().length()) <= most;
        return expect(fits, "a text of at most " + most + " characters is expected");
    }

    private static Optional<String> choice(JsonValue value, List<String> values) {
        boolean known =
                value instanceof JsonString text && values.stream().anyMatch(text.getString()::equalsIgnoreCase);
        return expect(known, "one of " + String.join(", ", values) + " is expected");
    }

    private static boolean isText(JsonValue value, String pattern) {
        return value instanceof JsonString text && text.getString().matches(pattern);
    }

    private static Optional<String> expect(boolean good, String expected) {
        return good ? Optional.empty() : Optional.of(expected);
    }

    private static final class Definitions {
        static final JsonObject ALL = Json.resource(ModuleSchema.class, "modules.json");
    }
}
