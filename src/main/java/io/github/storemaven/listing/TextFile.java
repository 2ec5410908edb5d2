package io.github.storemaven.listing;

import io.github.storemaven.text.Utf16;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Text files: UTF-8 with or without a byte order mark, where line ends and the last newline say nothing. */
final class TextFile {
    /** In bytes; the longest text that the Store takes has 10,000 characters. */
    static final int LARGEST = 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String UTF_16 = "this is " + Utf16.HINT;

    private TextFile() {}

    /** The file's text as the source of texts gives it, unified; empty, with a problem, where it is no text. */
    static Optional<String> read(Path file, TextSource texts, FolderScan scan) throws IOException {
        if (!scan.isFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > LARGEST) {
            scan.problem(file, "larger than " + LARGEST / 1024 + " KiB; the longest text of the Store is far shorter");
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        try {
            int before = scan.found();
            String text = texts.text(linesOf(decode(content)), (line, message) -> scan.problem(file, line, message));
            return scan.found() > before ? Optional.empty() : Optional.of(normalizedLineEnds(text));
        } catch (CharacterCodingException e) {
            scan.problem(file, isUtf16(content) ? UTF_16 : "this is not UTF-8; save the file as UTF-8");
        }
        return Optional.empty();
    }

    /** A byte order mark of UTF-16; its bytes are no UTF-8 in any order. */
    private static boolean isUtf16(byte[] content) {
        int first = content.length < 2 ? 0 : ((content[0] & 0xFF) << 8) | (content[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE;
    }

    static String decode(byte[] utf8) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** The bytes of a file that says a text: with a last newline, as editors leave it. */
    static byte[] encode(String text) {
        return (linesOf(text) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a file can say exactly this text, but for line ends. */
    static boolean hasFileForm(String text) {
        try {
            return !text.isEmpty() && same(text + "\n", decode(encode(text)));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String linesOf(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** With line feeds alone, and without the last one. */
    static String normalizedLineEnds(String text) {
        String lines = linesOf(text);
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    static boolean same(String one, String other) {
        return normalizedLineEnds(one).equals(normalizedLineEnds(other));
    }

    /** One item a line; blank lines are none. */
    static List<String> items(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
