package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.web.Query;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks for a token: by the form, or by HTTP Basic with both parts form-encoded (RFC 6749, 2.3.1). */
record Credentials(Optional<String> client, Optional<String> secret) {
    private static final String BASIC = "basic ";

    static Credentials of(String authorization, Query form) throws TokenRefusal {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return new Credentials(form.get("client_id"), form.get("client_secret"));
        }
        Credentials basic = basic(authorization.substring(BASIC.length()).strip());
        boolean contradicted = form.get("client_id")
                .filter(id -> !id.equalsIgnoreCase(basic.client().orElse("")))
                .isPresent();
        if (contradicted || form.get("client_secret").isPresent()) {
            throw new TokenRefusal(
                    400, "invalid_request", 90023, "The client authenticates in the header and in the body.");
        }
        return basic;
    }

    private static Credentials basic(String encoded) throws TokenRefusal {
        try {
            String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            if (colon >= 0) {
                return new Credentials(
                        Optional.of(URLDecoder.decode(both.substring(0, colon), StandardCharsets.UTF_8)),
                        Optional.of(URLDecoder.decode(both.substring(colon + 1), StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException e) {
            // Answered below like a header without a colon in it.
        }
        throw new TokenRefusal(400, "invalid_request", 90023, "The Authorization header is malformed.");
    }

    @Override
    public String toString() {
        return "Credentials[client=" + client + "]";
    }
}
