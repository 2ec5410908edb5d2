package io.github.storemaven.emulator.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client is told.
 *
 * @param status the HTTP status
 * @param headers without {@code Content-Length}, which follows from the content
 * @param content the body
 * @param delivery how it is sent; anything but {@link Delivery#WHOLE} is a fault that was asked for
 * @param delay how long a fault holds it back
 */
public record Response(int status, Map<String, String> headers, Content content, Delivery delivery, Duration delay) {
    public Response {
        headers = Map.copyOf(headers);
    }

    /** A response without a body. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), Content.NONE, Delivery.WHOLE, Duration.ZERO);
    }

    /** A response with a body of a media type. */
    public static Response of(int status, String mediaType, Content content) {
        return new Response(status, Map.of("Content-Type", mediaType), content, Delivery.WHOLE, Duration.ZERO);
    }

    /** A JSON text. */
    public static Response json(int status, String json) {
        return of(status, "application/json; charset=utf-8", Content.of(json));
    }

    /** The same response with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, content, delivery, delay);
    }

    /** The same response with other content. */
    public Response with(Content other) {
        return new Response(status, headers, other, delivery, delay);
    }

    /** The same response, sent in another way. */
    public Response with(Delivery other) {
        return new Response(status, headers, content, other, delay);
    }

    /** The same response, later. */
    public Response after(Duration later) {
        return new Response(status, headers, content, delivery, later);
    }

    /** How a response reaches the client. */
    public enum Delivery {
        /** As HTTP wants it. */
        WHOLE,
        /** Headers and half of the body, then silence. */
        STALLED,
        /** Not at all: the connection is closed. */
        DROPPED
    }

    /** The body of a response; its length is known before it is sent, so that none is chunked (reference 4.3). */
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
                    WritableByteChannel target = Channels.newChannel(out);
                    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                        long done = 0;
                        while (done < length) {
                            long count = in.transferTo(offset + done, length - done, target);
                            if (count <= 0) {
                                throw new IOException("the blob is shorter than it was");
                            }
                            done += count;
                        }
                    }
                }
            };
        }
    }
}
