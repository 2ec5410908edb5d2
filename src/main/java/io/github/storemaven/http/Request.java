package io.github.storemaven.http;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request, immutable. Its text shows no query, because that is where signatures are.
 *
 * @param method the verb
 * @param uri the address, absolute
 * @param headers by name, in any case
 * @param body can be read again for a repetition
 * @param timeout of the whole exchange, the answer's body included
 * @param overallLimit for all attempts and the pauses between them
 * @param maxResponseBytes of the body
 * @param retryable whether it may be sent again although it may have had its effect already
 */
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        BodyPublisher body,
        Duration timeout,
        Duration overallLimit,
        int maxResponseBytes,
        boolean retryable) {

    /** The service may take 60 to 180 s for a large submission (field reports, quirk 3). */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

    /** Four attempts of five minutes and their pauses; six would be half an hour of nothing. */
    public static final Duration DEFAULT_OVERALL_LIMIT = Duration.ofMinutes(21);

    private static final int DEFAULT_MAX_RESPONSE_BYTES = 8 * 1024 * 1024;

    public Request {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** A request without a body, retryable unless it is a POST. */
    public static Request of(String method, URI uri) {
        return new Request(
                method,
                uri,
                Map.of(),
                BodyPublishers.noBody(),
                DEFAULT_TIMEOUT,
                DEFAULT_OVERALL_LIMIT,
                DEFAULT_MAX_RESPONSE_BYTES,
                !method.equals("POST"));
    }

    public Request header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Request(method, uri, more, body, timeout, overallLimit, maxResponseBytes, retryable);
    }

    public Request body(BodyPublisher newBody) {
        return new Request(method, uri, headers, newBody, timeout, overallLimit, maxResponseBytes, retryable);
    }

    public Request timeout(Duration newTimeout) {
        return new Request(method, uri, headers, body, newTimeout, overallLimit, maxResponseBytes, retryable);
    }

    /** The same with a limit for all attempts together. */
    public Request within(Duration newLimit) {
        return new Request(method, uri, headers, body, timeout, newLimit, maxResponseBytes, retryable);
    }

    public Request maxResponseBytes(int bytes) {
        return new Request(method, uri, headers, body, timeout, overallLimit, bytes, retryable);
    }

    public Request retryable(boolean yes) {
        return new Request(method, uri, headers, body, timeout, overallLimit, maxResponseBytes, yes);
    }

    /** Whom it asks, for example {@code login.microsoftonline.com:443}. */
    public String hostAndPort() {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() >= 0 ? uri.getAuthority() : uri.getAuthority() + ":" + usual;
    }

    @Override
    public String toString() {
        return method + " " + BareAddress.of(uri);
    }
}
