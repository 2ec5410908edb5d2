package io.github.storemaven.json;

import io.github.storemaven.text.Utf16;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON: what users write strictly, what the Store answers leniently. Design, section 3. */
public final class JsonReading {
    /** In bytes; the largest documents of the service, with a hundred languages, have less than half of it. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonReading() {}

    /**
     * Reads a file that a user wrote: strict UTF-8 with or without a byte order mark, no member twice, nothing after
     * the document.
     *
     * @throws JsonSyntaxException with file, line and column
     * @throws IOException when the file cannot be read
     */
    public static ParsedJson file(Path file) throws JsonSyntaxException, IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return text(file.toString(), content.readNBytes(LARGEST + 1));
        }
    }

    /** Reads bytes that a user wrote, by the same rules as {@link #file}. */
    public static ParsedJson text(String source, byte[] utf8) throws JsonSyntaxException {
        bound(source, utf8);
        return read(source, strictly(source, utf8), JsonTree.Rules.STRICT);
    }

    /**
     * Reads a document that the Store sent: bytes that are not UTF-8 and raw control characters inside strings are
     * tolerated (field reports, quirk 11); size, depth and the number of values are bounded.
     */
    public static ParsedJson answer(String source, byte[] body) throws JsonSyntaxException {
        return lenient(source, body, JsonTree.Rules.DOCUMENT);
    }

    /**
     * Reads what a service says about itself or a call, such as an error or a status: the same, and a number that nobody
     * can compute with is null, since the words beside it matter more.
     */
    public static ParsedJson notice(String source, byte[] body) throws JsonSyntaxException {
        return lenient(source, body, JsonTree.Rules.NOTICE);
    }

    private static ParsedJson lenient(String source, byte[] body, JsonTree.Rules rules) throws JsonSyntaxException {
        bound(source, body);
        String text = withoutMark(new String(body, StandardCharsets.UTF_8));
        return read(source, ControlCharacters.escaped(text), rules);
    }

    private static ParsedJson read(String source, String text, JsonTree.Rules rules) throws JsonSyntaxException {
        try (JsonParser parser = Json.PROVIDER.createParser(new StringReader(text))) {
            return new JsonTree(source, parser, rules).read();
        } catch (JsonParsingException problem) {
            throw new ParsingReason(text, problem).in(source);
        } catch (RuntimeException problem) {
            // Parsson has several unchecked exceptions besides.
            throw new JsonSyntaxException(source, "this is no JSON document");
        }
    }

    private static String strictly(String source, byte[] utf8) throws JsonSyntaxException {
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
        if (content.length > LARGEST) {
            throw JsonSyntaxException.beyondLimit(source, "larger than " + LARGEST / (1024 * 1024) + " MiB");
        }
    }
}
