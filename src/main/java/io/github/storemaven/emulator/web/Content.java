package io.github.storemaven.emulator.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of an answer; its length is known before it is sent, so that no answer is chunked (reference 4.3). */
public interface Content {
    /** No body at all. */
    Content NONE = of(new byte[0]);

    /** In bytes. */
    long length();

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;

    /** Bytes that are in memory. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** A text in UTF-8. */
    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A range of a file, read when it is sent. */
    static Content of(Path file, long offset, long length) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (InputStream in = Files.newInputStream(file)) {
                    in.skipNBytes(offset);
                    Streams.copy(in, out, length);
                }
            }
        };
    }
}
