package io.github.storemaven.json;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads JSON: what users write strictly, what the Store answers leniently. Design, section 3. */
public final class JsonReading {
    /** In bytes; the largest documents of the service, with a hundred languages, stay below a tenth of it. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern INVALID_TOKEN =
            Pattern.compile("Invalid token=(\\S+) at .*Expected tokens are: \\[(.*)]");

    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected char (-?\\d+)");

    /** Parsson's names of tokens in a user's words; other names are keywords in capitals. */
    private static final Map<String, String> TOKENS = Map.of(
            "CURLYOPEN", "\"{\"",
            "CURLYCLOSE", "\"}\"",
            "SQUAREOPEN", "\"[\"",
            "SQUARECLOSE", "\"]\"",
            "COLON", "\":\"",
            "COMMA", "\",\"",
            "STRING", "a text in double quotes",
            "NUMBER", "a number",
            "EOF", "the end");

    private JsonReading() {}

    /**
     * Reads a file that a user wrote: strict UTF-8 with or without a byte order mark, no member twice, nothing after
     * the document.
     *
     * @throws JsonProblem with file, line and column
     * @throws IOException when the file cannot be read
     */
    public static ReadJson file(Path file) throws JsonProblem, IOException {
        if (Files.size(file) > LARGEST) {
            throw tooLarge(file.toString());
        }
        return text(file.toString(), Files.readAllBytes(file));
    }

    /** Reads bytes that a user wrote, by the same rules as {@link #file}. */
    public static ReadJson text(String source, byte[] utf8) throws JsonProblem {
        String text = strictly(source, utf8);
        return read(source, new StringReader(text), true);
    }

    /**
     * Reads what the Store sent: bytes that are not UTF-8 and raw control characters inside strings are tolerated
     * (field reports, quirk 11), size and depth are bounded.
     */
    public static ReadJson answer(String source, byte[] body) throws JsonProblem {
        if (body.length > LARGEST) {
            throw tooLarge(source);
        }
        Reader lenient = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
        return read(source, new ControlCharacterReader(lenient), false);
    }

    private static ReadJson read(String source, Reader reader, boolean strict) throws JsonProblem {
        try (JsonParser parser = Json.PROVIDER.createParser(reader)) {
            return new JsonTree(source, parser, strict).read();
        } catch (JsonParsingException problem) {
            var place = problem.getLocation();
            throw new JsonProblem(source, place.getLineNumber(), place.getColumnNumber(), reason(problem));
        } catch (JsonException | NoSuchElementException | IllegalStateException problem) {
            throw new JsonProblem(source, "this is no JSON document");
        }
    }

    private static String strictly(String source, byte[] utf8) throws JsonProblem {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new JsonProblem(source, "this is not UTF-8; save the file as UTF-8");
        }
    }

    /** Parsson's text in words, without the location that it repeats. */
    private static String reason(JsonParsingException problem) {
        String message = String.valueOf(problem.getMessage());
        if (message.startsWith("Expected EOF token")) {
            return "nothing may follow the document";
        }
        Matcher token = INVALID_TOKEN.matcher(message);
        if (token.find()) {
            return words(token.group(1)) + " stands where " + words(token.group(2)) + " is expected";
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        return unexpected.find()
                ? unexpected(Integer.parseInt(unexpected.group(1)))
                : message.replaceAll("(?s)\\s*(at|on) \\(line no=.*", "").strip();
    }

    private static String words(String tokens) {
        return Stream.of(tokens.split(", ", -1))
                .map(token -> TOKENS.getOrDefault(token, token.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" or "));
    }

    private static String unexpected(int character) {
        if (character < ' ') {
            return character < 0
                    ? "the document ends too early"
                    : "a line break or tab within a text; write \\n or \\t";
        }
        return "unexpected " + Character.toString(character).replace(" ", "blank")
                + (character == '\'' ? "; texts stand in double quotes" : "");
    }

    private static JsonProblem tooLarge(String source) {
        return new JsonProblem(source, "larger than " + LARGEST / (1024 * 1024) + " MiB");
    }
}
