package io.github.storemaven.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The first bytes of pictures of any size, which is all that is read. */
public final class PngImage {
    private PngImage() {}

    public static Path write(Path file, int width, int height) throws IOException {
        return Files.write(file, header(width, height));
    }

    /** As many bytes as wanted, the most of them a hole in the file. */
    public static Path write(Path file, int width, int height, long bytes) throws IOException {
        write(file, width, height);
        return lengthen(file, bytes);
    }

    /** Appends a hole. */
    public static Path lengthen(Path file, long bytes) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(bytes - 1).write(ByteBuffer.wrap(new byte[1]));
        }
        return file;
    }

    public static byte[] header(int width, int height) {
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13})
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
    }
}
