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
 * @param deadline for the whole exchange, the answer's body included
 * @param largestAnswer in bytes
 * @param limit for all attempts and the pauses between them
 * @param repeatable whether it may be sent again although it may have had its effect already
 */
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        BodyPublisher body,
        Duration deadline,
        Duration limit,
        int largestAnswer,
        boolean repeatable) {

    /** The service may take 60 to 180 s for a large submission (field reports, quirk 3). */
    public static final Duration USUAL_DEADLINE = Duration.ofMinutes(5);

    /** Four attempts of five minutes and their pauses; six would be half an hour of nothing. */
    public static final Duration USUAL_LIMIT = Duration.ofMinutes(21);

    private static final int USUAL_ANSWER = 8 * 1024 * 1024;

    public Request {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** A request without a body, repeatable unless it is a POST. */
    public static Request of(String method, URI uri) {
        return new Request(
                method,
                uri,
                Map.of(),
                BodyPublishers.noBody(),
                USUAL_DEADLINE,
                USUAL_LIMIT,
                USUAL_ANSWER,
                !method.equals("POST"));
    }

    public Request header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Request(method, uri, more, body, deadline, limit, largestAnswer, repeatable);
    }

    public Request body(BodyPublisher newBody) {
        return new Request(method, uri, headers, newBody, deadline, limit, largestAnswer, repeatable);
    }

    public Request deadline(Duration newDeadline) {
        return new Request(method, uri, headers, body, newDeadline, limit, largestAnswer, repeatable);
    }

    /** The same with a limit for all attempts together. */
    public Request within(Duration newLimit) {
        return new Request(method, uri, headers, body, deadline, newLimit, largestAnswer, repeatable);
    }

    public Request largestAnswer(int bytes) {
        return new Request(method, uri, headers, body, deadline, limit, bytes, repeatable);
    }

    public Request repeatable(boolean yes) {
        return new Request(method, uri, headers, body, deadline, limit, largestAnswer, yes);
    }

    @Override
    public String toString() {
        return method + " " + Redaction.address(uri);
    }
}
