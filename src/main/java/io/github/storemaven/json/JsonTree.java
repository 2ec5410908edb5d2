package io.github.storemaven.json;

import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds a tree from parser events: bounded in depth and number of values, member order kept. */
final class JsonTree {
    /** Far deeper than any document of the service, far from the end of a thread's stack. */
    static final int DEEPEST = 100;

    /** The largest documents of the service have a tenth of it. */
    static final int MOST_VALUES = 200_000;

    /** Below Parsson's own limit of 1,100, which it reports by an unchecked exception. */
    private static final int LONGEST_NUMBER = 1000;

    /** More zeros than any number of a document has; writing them out would take the memory. */
    private static final int LARGEST_EXPONENT = 999;

    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*(\\d*)$");

    /** What is tolerated. */
    enum Rules {
        /** Nothing: a member twice, something after the document are problems, and places are kept. */
        STRICT,
        /** A member twice and a text after the document. */
        DOCUMENT,
        /** The same, and a number that is out of bounds. */
        NOTICE
    }

    private final String source;
    private final JsonParser parser;
    private final Rules rules;
    private final boolean strict;
    private final Map<String, Place> places = new HashMap<>();
    private int values;

    JsonTree(String source, JsonParser parser, Rules rules) {
        this.source = source;
        this.parser = parser;
        this.rules = rules;
        this.strict = rules == Rules.STRICT;
    }

    ParsedJson read() throws JsonSyntaxException {
        JsonValue value = value(parser.next(), "", 0);
        if (strict && parser.hasNext()) {
            parser.next();
            throw problem("nothing may follow the document");
        }
        return new ParsedJson(source, value, places);
    }

    private JsonValue value(Event event, String pointer, int depth) throws JsonSyntaxException {
        if (++values > MOST_VALUES) {
            throw limit(String.format(Locale.ROOT, "more than %,d values", MOST_VALUES));
        }
        if (strict) {
            places.put(pointer, place());
        }
        return switch (event) {
            case START_OBJECT -> object(pointer, deeper(depth));
            case START_ARRAY -> array(pointer, deeper(depth));
            case VALUE_NUMBER -> number();
            default -> parser.getValue();
        };
    }

    private JsonValue number() throws JsonSyntaxException {
        String text = parser.getString();
        if (text.length() <= LONGEST_NUMBER && exponent(text) <= LARGEST_EXPONENT) {
            return parser.getValue();
        }
        if (rules == Rules.NOTICE) {
            return JsonValue.NULL;
        }
        throw limit(String.format(
                Locale.ROOT,
                "the number is out of bounds: at most %,d characters, and an exponent of %d",
                LONGEST_NUMBER,
                LARGEST_EXPONENT));
    }

    private static int exponent(String number) {
        Matcher exponent = EXPONENT.matcher(number);
        if (!exponent.find()) {
            return 0;
        }
        String digits = exponent.group(1);
        return digits.length() > 9 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private JsonValue object(String pointer, int depth) throws JsonSyntaxException {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        Set<String> names = new HashSet<>();
        while (parser.next() != Event.END_OBJECT) {
            String name = parser.getString();
            if (!names.add(name) && strict) {
                throw problem("the member " + quoted(name) + " is there twice");
            }
            object.add(name, value(parser.next(), pointer + "/" + Pointer.escape(name), depth));
        }
        return object.build();
    }

    private JsonValue array(String pointer, int depth) throws JsonSyntaxException {
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        int index = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, pointer + "/" + index++, depth));
        }
        return array.build();
    }

    private int deeper(int depth) throws JsonSyntaxException {
        if (depth >= DEEPEST) {
            throw limit("nested deeper than " + DEEPEST + " levels");
        }
        return depth + 1;
    }

    private static String quoted(String name) {
        return '"' + ForeignText.oneLine(name) + '"';
    }

    private JsonSyntaxException limit(String reason) {
        return JsonSyntaxException.beyondLimit(source, place().line(), place().column(), reason);
    }

    private JsonSyntaxException problem(String reason) {
        return new JsonSyntaxException(source, place().line(), place().column(), reason);
    }

    private Place place() {
        return new Place(
                parser.getLocation().getLineNumber(), parser.getLocation().getColumnNumber());
    }
}
