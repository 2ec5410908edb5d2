package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.web.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks for a token: by the form, or by HTTP Basic with both parts form-encoded (RFC 6749, 2.3.1). */
record ClientCredentials(Optional<String> client, Optional<String> secret) {
    private static final String BASIC = "basic ";

    static ClientCredentials of(String authorization, Request.Parameters form) throws TokenErrorException {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return new ClientCredentials(form.get("client_id"), form.get("client_secret"));
        }
        ClientCredentials basic = basic(authorization.substring(BASIC.length()).strip());
        boolean contradicted = form.get("client_id")
                .filter(id -> !id.equalsIgnoreCase(basic.client().orElse("")))
                .isPresent();
        if (contradicted || form.get("client_secret").isPresent()) {
            throw TokenErrorException.authenticatedTwice();
        }
        return basic;
    }

    private static ClientCredentials basic(String encoded) throws TokenErrorException {
        try {
            String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            if (colon >= 0) {
                return new ClientCredentials(
                        Optional.of(URLDecoder.decode(both.substring(0, colon), StandardCharsets.UTF_8)),
                        Optional.of(URLDecoder.decode(both.substring(colon + 1), StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException e) {
            // Answered below like a header without a colon in it.
        }
        throw TokenErrorException.malformedAuthorization();
    }

    @Override
    public String toString() {
        return "ClientCredentials[client=" + client + "]";
    }
}
