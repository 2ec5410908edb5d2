package io.github.storemaven.json;

import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Utf16;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that was read from a text: what users write strictly, with the location of each value, what the Store sends
 * leniently. All are bounded in size, depth and number of values.
 *
 * @param source what was read, for example a file's path
 * @param value the value
 * @param locations the location of each value by its JSON Pointer; empty for what the Store sent
 */
public record ParsedJson(String source, JsonValue value, Map<String, ParsedJson.Location> locations) {
    /** In bytes; the largest documents of the service, with a hundred languages, have less than half of it. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Far deeper than any document of the service, far from the end of a thread's stack. */
    static final int MAX_DEPTH = 100;

    /** The largest documents of the service have a tenth of it. */
    static final int MAX_VALUES = 200_000;

    /** Below Parsson's own limit of 1,100, which it reports by an unchecked exception. */
    private static final int MAX_NUMBER_LENGTH = 1000;

    /** More zeros than any number of a document has; writing them out would take the memory. */
    private static final int MAX_EXPONENT = 999;

    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*(\\d*)$");

    /** What is tolerated. */
    private enum Rules {
        /** Nothing: a member twice, something after the document are problems, and places are kept. */
        STRICT,
        /** A member twice and a text after the document. */
        DOCUMENT,
        /** The same, and a number that is out of bounds. */
        NOTICE
    }

    public ParsedJson {
        locations = Map.copyOf(locations);
    }

    /** Where a value is in its text; line and column are counted from 1. */
    public record Location(long line, long column) {}

    /**
     * Reads a file that a user wrote: strict UTF-8 with or without a byte order mark, no member twice, nothing after
     * the document.
     *
     * @throws JsonSyntaxException with file, line and column
     * @throws IOException when the file cannot be read
     */
    public static ParsedJson ofFile(Path file) throws JsonSyntaxException, IOException {
        if (Files.isDirectory(file)) {
            throw new JsonSyntaxException(file.toString(), "this is a folder, and a file is needed");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return of(file.toString(), content.readNBytes(MAX_BYTES + 1));
        }
    }

    /** Reads bytes that a user wrote, by the same rules as {@link #ofFile}. */
    public static ParsedJson of(String source, byte[] utf8) throws JsonSyntaxException {
        bound(source, utf8);
        return read(source, decodeStrict(source, utf8), Rules.STRICT);
    }

    /**
     * Reads a document that the Store sent: bytes that are not UTF-8 and raw control characters inside strings are
     * tolerated; size, depth and the number of values are bounded.
     */
    public static ParsedJson ofResponse(String source, byte[] body) throws JsonSyntaxException {
        return lenient(source, body, Rules.DOCUMENT);
    }

    /**
     * Reads what a service says about itself or a call, such as an error or a status: the same, and a number that nobody
     * can compute with is null, since the words beside it matter more.
     */
    public static ParsedJson ofNotice(String source, byte[] body) throws JsonSyntaxException {
        return lenient(source, body, Rules.NOTICE);
    }

    private static ParsedJson lenient(String source, byte[] body, Rules rules) throws JsonSyntaxException {
        bound(source, body);
        String text = withoutMark(new String(body, StandardCharsets.UTF_8));
        return read(source, ControlCharacterEscaper.escaped(text), rules);
    }

    private static ParsedJson read(String source, String text, Rules rules) throws JsonSyntaxException {
        try (JsonParser parser = Json.PROVIDER.createParser(new StringReader(text))) {
            return new TreeBuilder(source, parser, rules).read();
        } catch (JsonParsingException problem) {
            throw JsonSyntaxException.of(source, text, problem, rules == Rules.STRICT);
        } catch (RuntimeException problem) {
            // Parsson has several unchecked exceptions besides.
            throw new JsonSyntaxException(source, "this is not a JSON document");
        }
    }

    private static String decodeStrict(String source, byte[] utf8) throws JsonSyntaxException {
        if (Utf16.is(utf8)) {
            throw new JsonSyntaxException(source, "this is " + Utf16.HINT);
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonSyntaxException(source, "this is not UTF-8; save the file as UTF-8");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static void bound(String source, byte[] content) throws JsonSyntaxException {
        if (content.length > MAX_BYTES) {
            throw JsonSyntaxException.beyondLimit(source, "larger than " + MAX_BYTES / (1024 * 1024) + " MiB");
        }
    }

    /** The value as an object; a problem that says what it is instead, where it is none. */
    public JsonObject object() throws JsonSyntaxException {
        if (value instanceof JsonObject object) {
            return object;
        }
        String kind = value.getValueType().name().toLowerCase(Locale.ROOT);
        throw new JsonSyntaxException(source, 1, 1, "an object { ... } is expected, this is " + article(kind));
    }

    /** "submission.json, line 3" for the value at a JSON Pointer, or the source alone where no location is known. */
    public String locationOf(String pointer) {
        Location location = locations.get(pointer);
        return location == null ? source : source + ", line " + location.line();
    }

    /** The line of the value at a JSON Pointer, where it is known. */
    public Optional<Long> lineOf(String pointer) {
        return Optional.ofNullable(locations.get(pointer)).map(Location::line);
    }

    private static String article(String kind) {
        return (kind.startsWith("a") ? "an " : "a ") + kind;
    }

    /** Builds a tree from parser events: bounded in depth and number of values, member order kept. */
    private static final class TreeBuilder {
        private final String source;
        private final JsonParser parser;
        private final Rules rules;
        private final boolean strict;
        private final Map<String, Location> locations = new HashMap<>();
        private int values;

        TreeBuilder(String source, JsonParser parser, Rules rules) {
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
            return new ParsedJson(source, value, locations);
        }

        private JsonValue value(Event event, String pointer, int depth) throws JsonSyntaxException {
            if (++values > MAX_VALUES) {
                throw limit(String.format(Locale.ROOT, "more than %,d values", MAX_VALUES));
            }
            if (strict) {
                locations.put(pointer, location());
            }
            return switch (event) {
                case START_OBJECT -> object(pointer, checkDepth(depth));
                case START_ARRAY -> array(pointer, checkDepth(depth));
                case VALUE_NUMBER -> number();
                default -> parser.getValue();
            };
        }

        private JsonValue number() throws JsonSyntaxException {
            String text = parser.getString();
            if (text.length() <= MAX_NUMBER_LENGTH && exponent(text) <= MAX_EXPONENT) {
                return parser.getValue();
            }
            if (rules == Rules.NOTICE) {
                return JsonValue.NULL;
            }
            throw limit(String.format(
                    Locale.ROOT,
                    "the number is out of bounds: at most %,d characters, and an exponent of %d",
                    MAX_NUMBER_LENGTH,
                    MAX_EXPONENT));
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
                object.add(name, value(parser.next(), Pointer.member(pointer, name), depth));
            }
            return object.build();
        }

        private JsonValue array(String pointer, int depth) throws JsonSyntaxException {
            JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
            int index = 0;
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
                array.add(value(event, Pointer.item(pointer, index++), depth));
            }
            return array.build();
        }

        private int checkDepth(int depth) throws JsonSyntaxException {
            if (depth >= MAX_DEPTH) {
                throw limit("nested deeper than " + MAX_DEPTH + " levels");
            }
            return depth + 1;
        }

        private static String quoted(String name) {
            return '"' + ForeignText.oneLine(name) + '"';
        }

        private JsonSyntaxException limit(String reason) {
            return JsonSyntaxException.beyondLimit(
                    source, location().line(), location().column(), reason);
        }

        private JsonSyntaxException problem(String reason) {
            return new JsonSyntaxException(source, location().line(), location().column(), reason);
        }

        private Location location() {
            return new Location(
                    parser.getLocation().getLineNumber(), parser.getLocation().getColumnNumber());
        }
    }

    /** Escapes raw control characters inside strings, which the service has been seen to send. */
    private static final class ControlCharacterEscaper {
        private static final HexFormat HEXADECIMAL = HexFormat.of();

        /** The text with an escape for each of them; a backslash before one is a character of the string like any other. */
        static String escaped(String json) {
            StringBuilder text = new StringBuilder(json.length());
            boolean inString = false;
            for (int at = 0; at < json.length(); at++) {
                char character = json.charAt(at);
                if (inString && character == '\\' && at + 1 < json.length()) {
                    char next = json.charAt(at + 1);
                    text.append(character).append(isControl(next) ? character : next);
                    at += isControl(next) ? 0 : 1;
                } else if (inString && isControl(character)) {
                    text.append("\\u").append(HEXADECIMAL.toHexDigits(character));
                } else {
                    inString ^= character == '"';
                    text.append(character);
                }
            }
            return text.toString();
        }

        private static boolean isControl(char character) {
            return character < ' ';
        }
    }
}
