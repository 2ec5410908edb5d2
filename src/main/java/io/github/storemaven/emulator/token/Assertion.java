package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Base64;

/**
 * The signed JWT that stands for a client secret. Its claims are checked; its signature cannot be, since nobody has
 * registered a certificate here.
 */
final class Assertion {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private Assertion() {}

    static void check(String jwt, String clientId, String tenantId, Instant now) throws TokenRefusal {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            throw malformed();
        }
        JsonObject claims = claims(parts[1]);
        if (Json.text(claims, "iss").equals(clientId)) {
            own(claims, clientId, tenantId);
        }
        if (claims.getJsonNumber("exp") == null || claims.getJsonNumber("exp").longValue() <= now.getEpochSecond()) {
            throw new TokenRefusal(
                    401, "invalid_client", 700024, "Client assertion is not within its valid time range.");
        }
    }

    private static JsonObject claims(String part) throws TokenRefusal {
        try {
            return Json.read(Base64.getUrlDecoder().decode(part)).asJsonObject();
        } catch (JsonException | IllegalArgumentException | ClassCastException e) {
            throw malformed();
        }
    }

    /** Signed by the client itself; a federated one comes from another issuer. */
    private static void own(JsonObject claims, String clientId, String tenantId) throws TokenRefusal {
        String audience = Json.text(claims, "aud");
        if (!Json.text(claims, "sub").equals(clientId)) {
            throw new TokenRefusal(
                    401, "invalid_client", 700021, "Client assertion application identifier doesn't match.");
        }
        if (!audience.contains("/" + tenantId + "/")) {
            throw new TokenRefusal(401, "invalid_client", 700023, "Client assertion audience claim does not match.");
        }
    }

    private static TokenRefusal malformed() {
        return new TokenRefusal(401, "invalid_client", 50027, "JWT token is invalid or malformed.");
    }
}
