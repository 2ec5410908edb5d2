package io.github.storemaven.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The size that the first chunk of a PNG claims; nothing behind it is read.
 *
 * @param width in pixels, as an unsigned number
 * @param height in pixels, as an unsigned number
 */
public record PngHeader(long width, long height) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] FIRST_CHUNK = "IHDR".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 24;
    private static final int CHUNK_NAME = 12;
    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;

    /**
     * Empty where a file does not begin as a PNG does.
     *
     * @param start the first bytes of the file, or more
     */
    public static Optional<PngHeader> of(byte[] start) {
        boolean png = start.length >= LENGTH
                && Arrays.equals(start, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)
                && Arrays.equals(start, CHUNK_NAME, WIDTH, FIRST_CHUNK, 0, FIRST_CHUNK.length);
        if (!png) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(start);
        return Optional.of(new PngHeader(unsigned(bytes, WIDTH), unsigned(bytes, HEIGHT)));
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
