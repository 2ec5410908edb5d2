package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The signed JWT that stands for a client secret. Header and claims are always checked. The signature is checked by the
 * certificate that was registered; without one it cannot be, nor can that of a federated issuer.
 */
record Assertion(JsonObject header, JsonObject claims, String signed, String signature) {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String FEDERATION = "api://AzureADTokenExchange";

    static Assertion read(String jwt) throws TokenRefusal {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            throw malformed();
        }
        return new Assertion(object(parts[0]), object(parts[1]), parts[0] + "." + parts[1], parts[2]);
    }

    private static JsonObject object(String part) throws TokenRefusal {
        try {
            return Json.read(Base64.getUrlDecoder().decode(part)).asJsonObject();
        } catch (JsonException | IllegalArgumentException | ClassCastException e) {
            throw malformed();
        }
    }

    private static TokenRefusal malformed() {
        return invalid(50027, "JWT token is invalid or malformed.");
    }

    static TokenRefusal invalid(int number, String message) {
        return new TokenRefusal(401, "invalid_client", number, message);
    }

    void check(Account account, Optional<X509Certificate> certificate, Instant now) throws TokenRefusal {
        algorithm();
        if (Json.text(claims, "iss").equals(account.clientId())) {
            own(account);
            if (certificate.isPresent()) {
                new AssertionSignature(this, certificate.get()).check();
            }
        } else if (!Json.text(claims, "aud").equals(FEDERATION)) {
            throw invalid(700212, "No matching federated identity record found for presented assertion audience.");
        }
        if (seconds("exp", 0) <= now.getEpochSecond() || seconds("nbf", 0) > now.getEpochSecond()) {
            throw invalid(700024, "Client assertion is not within its valid time range.");
        }
    }

    private void algorithm() throws TokenRefusal {
        String algorithm = Json.text(header, "alg");
        if (!List.of("RS256", "PS256").contains(algorithm)) {
            throw invalid(5002738, "Invalid JWT token. '" + algorithm + "' is not a supported signature algorithm.");
        }
    }

    /** Signed by the client itself; a federated one comes from another issuer. */
    private void own(Account account) throws TokenRefusal {
        if (!header.containsKey("x5t") && !header.containsKey("x5t#S256") && !header.containsKey("kid")) {
            throw invalid(5002730, "Invalid JWT token. No certificate thumbprint nor keyId specified in token header.");
        }
        if (!Json.text(claims, "sub").equals(account.clientId())) {
            throw invalid(700021, "Client assertion application identifier doesn't match.");
        }
        String path = Json.text(claims, "aud").replaceFirst("^https?://[^/]+", "");
        if (!path.matches("/\\Q" + account.tenantId() + "\\E/(oauth2(/v2\\.0)?/token|v2\\.0)")) {
            throw invalid(700023, "Client assertion audience claim does not match.");
        }
    }

    private long seconds(String claim, long absent) {
        return claims.get(claim) instanceof jakarta.json.JsonNumber number ? number.longValue() : absent;
    }
}
