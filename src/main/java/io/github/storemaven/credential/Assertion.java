package io.github.storemaven.credential;

import java.util.Map;

/** The members of a token request that carry a JWT in place of a secret. Reference, section 3.1. */
final class Assertion {
    private static final String JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private Assertion() {}

    static Map<String, String> form(String jwt) {
        return Map.of("client_assertion_type", JWT, "client_assertion", jwt);
    }
}
