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
import java.util.NoSuchElementException;

/** Reads JSON: what users write strictly, what the Store answers leniently. Design, section 3. */
public final class JsonReading {
    /** In bytes; the largest documents of the service, with a hundred languages, stay below a tenth of it. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
            throw new JsonProblem(source, place.getLineNumber(), place.getColumnNumber(), ParsingReason.of(problem));
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

    private static JsonProblem tooLarge(String source) {
        return new JsonProblem(source, "larger than " + LARGEST / (1024 * 1024) + " MiB");
    }
}
