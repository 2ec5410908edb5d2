package io.github.storemaven.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files to upload, and contents read as a whole. */
final class Contents {
    private Contents() {}

    /** A file of bytes that no compression and no two blocks have in common. */
    static Path file(Path directory, String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size + name.hashCode()).nextBytes(bytes);
        return Files.write(directory.resolve(name), bytes);
    }

    static byte[] range(UploadContent content, long offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        content.read(offset, target);
        return target.array();
    }

    static byte[] all(UploadContent content) throws IOException {
        return range(content, 0, Math.toIntExact(content.size()));
    }

    static void write(UploadContent content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long at = 0; at < content.size(); at += 1 << 20) {
                out.write(range(content, at, (int) Math.min(1 << 20, content.size() - at)));
            }
        }
    }
}
