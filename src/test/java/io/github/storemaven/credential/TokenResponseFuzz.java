package io.github.storemaven.credential;

import io.github.storemaven.http.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** What a token endpoint, or a proxy in its place, answers. */
public final class TokenResponseFuzz {
    private TokenResponseFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            TokenResponse.read(new Response(200, Map.of(), input), "https://login.example/token", "", Instant.EPOCH);
        } catch (IOException expected) {
            // Refused with a message.
        }
        TokenError.read(new Response(401, Map.of(), input));
    }
}
