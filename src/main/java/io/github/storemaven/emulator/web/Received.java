package io.github.storemaven.emulator.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A request as it came in; the body is read once, by whom it concerns. */
public final class Received {
    private final HttpExchange exchange;
    private final Query query;
    private final List<String> segments;

    Received(HttpExchange exchange) {
        this.exchange = exchange;
        this.query = new Query(exchange.getRequestURI().getRawQuery());
        this.segments = split(path());
    }

    /** The verb, for example {@code GET}. */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** The path as received, without the query. */
    public String path() {
        String path = exchange.getRequestURI().getRawPath();
        return path == null ? "" : path;
    }

    /** The path's parts, decoded; slashes at its end or side by side do not count (reference 4.1). */
    public List<String> segments() {
        return segments;
    }

    /** The parameters behind the question mark. */
    public Query query() {
        return query;
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The announced length, empty without the header or when it is no number. */
    public OptionalLong contentLength() {
        String length = header("Content-Length").orElse("").strip();
        return length.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(length)) : OptionalLong.empty();
    }

    /** Whether the body comes in chunks, hence without an announced length. */
    public boolean chunked() {
        return header("Transfer-Encoding").isPresent();
    }

    /** The body as a stream. */
    public InputStream body() {
        return exchange.getRequestBody();
    }

    /** The whole body; empty when it is longer than the limit, in bytes. */
    public Optional<byte[]> body(int limit) throws IOException {
        if (contentLength().isEmpty() && !chunked()) {
            return Optional.of(new byte[0]);
        }
        if (contentLength().orElse(0) > limit) {
            return Optional.empty();
        }
        byte[] bytes = body().readNBytes(limit + 1);
        return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(decode(part));
            }
        }
        return List.copyOf(parts);
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
