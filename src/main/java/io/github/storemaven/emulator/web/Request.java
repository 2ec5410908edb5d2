package io.github.storemaven.emulator.web;

import com.sun.net.httpserver.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A request as it came in; the body is read once, by whom it concerns. */
public final class Request {
    private static final int BUFFER = 64 * 1024;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final String method;
    private final URI address;
    private final Headers headers;
    private final InputStream body;
    private final Parameters query;
    private final List<String> segments;

    /** @param address path and query, as they are in the first line of a request */
    public Request(String method, URI address, Headers headers, InputStream body) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body;
        this.query = new Parameters(address.getRawQuery());
        this.segments = split(path());
    }

    /** The verb, for example {@code GET}. */
    public String method() {
        return method;
    }

    /** The path as received, without the query. */
    public String path() {
        String path = address.getRawPath();
        return path == null ? "" : path;
    }

    /** The path's parts, decoded; slashes at its end or side by side do not count (reference 4.1). */
    public List<String> segments() {
        return segments;
    }

    /** The parameters behind the question mark. */
    public Parameters query() {
        return query;
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The announced length, empty without the header or when it is no number. */
    public OptionalLong contentLength() {
        String length = header("Content-Length").orElse("").strip();
        return NUMBER.matcher(length).matches() ? OptionalLong.of(Long.parseLong(length)) : OptionalLong.empty();
    }

    /** Whether the body comes in chunks, hence without an announced length. */
    public boolean isChunked() {
        return header("Transfer-Encoding").isPresent();
    }

    /** The whole body; empty when it is longer than the limit, in bytes. */
    public Optional<byte[]> body(int limit) throws IOException {
        if (contentLength().isEmpty() && !isChunked()) {
            return Optional.of(new byte[0]);
        }
        if (contentLength().orElse(0) > limit) {
            return Optional.empty();
        }
        byte[] bytes = body.readNBytes(limit + 1);
        return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
    }

    /** Copies so many bytes of the body as they come. @throws EOFException when there are fewer */
    public void copyBody(OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = body.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("the body ended " + left + " bytes early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /**
     * Reads and forgets what is left of the body, since a client that is still sending reads no response.
     *
     * @param limit in bytes; what is longer stays unread
     */
    public void drain(long limit) {
        byte[] buffer = new byte[BUFFER];
        long left = limit;
        int count = 0;
        try {
            while (left > 0 && count >= 0) {
                count = body.read(buffer, 0, (int) Math.min(buffer.length, left));
                left -= Math.max(count, 0);
            }
        } catch (IOException e) {
            return;
        }
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(decode(part.replace("+", "%2B"), part));
            }
        }
        return List.copyOf(parts);
    }

    private static String decode(String encoded, String otherwise) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** The parameters of a query or of a form; names without regard to case, a raw {@code +} is a space. */
    public static final class Parameters {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final String raw;

        /** @param raw as received, may be null */
        public Parameters(String raw) {
            this.raw = raw == null ? "" : raw;
            for (String pair : this.raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    String value = pair.substring(equals + 1);
                    values.putIfAbsent(name(pair.substring(0, equals)), decode(value, value));
                }
            }
        }

        /** The value of a parameter, decoded. */
        public Optional<String> get(String name) {
            return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
        }

        /** As received, but without the value of {@code sig}, which grants access. */
        public String withoutSignature() {
            List<String> shown = new ArrayList<>();
            for (String pair : raw.split("&", -1)) {
                shown.add(name(pair).startsWith("sig=") ? "sig=..." : pair);
            }
            return String.join("&", shown);
        }

        private static String name(String raw) {
            return decode(raw, raw).toLowerCase(Locale.ROOT);
        }
    }
}
