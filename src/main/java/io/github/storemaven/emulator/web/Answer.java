package io.github.storemaven.emulator.web;

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
public record Answer(int status, Map<String, String> headers, Content content, Delivery delivery, Duration delay) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Content.NONE, Delivery.WHOLE, Duration.ZERO);
    }

    /** An answer with a body of a media type. */
    public static Answer of(int status, String mediaType, Content content) {
        return new Answer(status, Map.of("Content-Type", mediaType), content, Delivery.WHOLE, Duration.ZERO);
    }

    /** A JSON text. */
    public static Answer json(int status, String json) {
        return of(status, "application/json; charset=utf-8", Content.of(json));
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, content, delivery, delay);
    }

    /** The same answer with other content. */
    public Answer with(Content other) {
        return new Answer(status, headers, other, delivery, delay);
    }

    /** The same answer, sent in another way. */
    public Answer with(Delivery other) {
        return new Answer(status, headers, content, other, delay);
    }

    /** The same answer, later. */
    public Answer after(Duration later) {
        return new Answer(status, headers, content, delivery, later);
    }
}
