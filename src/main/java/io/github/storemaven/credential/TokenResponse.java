package io.github.storemaven.credential;

import io.github.storemaven.http.Response;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the token endpoint answers when it says yes. Reference, section 3.1. */
record TokenResponse(String value, Duration lifetime) {
    /** Where the answer does not tell; the documented lifetime (reference, 3.3). */
    private static final Duration USUAL = Duration.ofMinutes(60);

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Takes token and lifetime from an answer; the lifetime is counted from the time of the request.
     *
     * @param who answered, with the address
     * @param cure what to do where the answer is none
     */
    static TokenResponse read(Response answer, String who, String cure, Instant now) throws IOException {
        try {
            JsonObject object = ParsedJson.ofNotice(who, answer.body()).object();
            return new TokenResponse(value(object), lifetime(object, now));
        } catch (JsonSyntaxException problem) {
            // The problem itself stays out: it may quote the answer, and that may hold a token.
            throw new IOException("The answer of " + who + " contains no access token. " + cure);
        }
    }

    private static String value(JsonObject object) throws JsonSyntaxException {
        if (object.get("access_token") instanceof JsonString token
                && token.getString().matches("[!-~]+")) {
            return token.getString();
        }
        throw new JsonSyntaxException("token answer", "no access token");
    }

    /** By expires_in, since it does not depend on the clocks being equal. */
    private static Duration lifetime(JsonObject object, Instant now) {
        Optional<Long> until = number(object.get("expires_on")).map(end -> end - now.getEpochSecond());
        return number(object.get("expires_in"))
                .or(() -> until)
                .map(TokenResponse::bounded)
                .orElse(USUAL);
    }

    private static Duration bounded(long seconds) {
        return Duration.ofSeconds(Math.min(Math.max(seconds, 0), LONGEST.toSeconds()));
    }

    /** A number, which version 1 writes as a string and version 2 as a number; anything else counts as not told. */
    private static Optional<Long> number(JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : String.valueOf(value);
        return text.matches("-?\\d{1,15}(\\.\\d+)?")
                ? Optional.of(Long.parseLong(text.replaceAll("\\..*", "")))
                : Optional.empty();
    }
}
