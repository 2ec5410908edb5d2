package io.github.storemaven.credential;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A signed JWT (RFC 7523) by which a key's owner proves to be the client; PS256, as Entra advises. */
record ClientAssertion(KeyAndCertificate key, String clientId) {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final PSSParameterSpec PS256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    /** The assertion for one address, valid from now for ten minutes; all repetitions of a request end sooner. */
    String sign(URI audience, Instant now) throws GeneralSecurityException {
        String unsigned = base64(utf8(header())) + "." + base64(utf8(claims(audience, now)));
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PS256);
        signature.initSign(key.key());
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        return unsigned + "." + base64(signature.sign());
    }

    /** The members of a token request that carry a JWT, ours or another provider's, in place of a secret. Reference, section 3.1. */
    static Map<String, String> form(String jwt) {
        return Map.of("client_assertion_type", JWT, "client_assertion", jwt);
    }

    private JsonObject header() throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(key.certificate().getEncoded());
        return Json.PROVIDER
                .createObjectBuilder()
                .add("alg", "PS256")
                .add("typ", "JWT")
                .add("x5t#S256", base64(digest))
                .build();
    }

    private JsonObject claims(URI audience, Instant now) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("aud", audience.toString())
                .add("iss", clientId)
                .add("sub", clientId)
                .add("jti", UUID.randomUUID().toString())
                .add("iat", now.getEpochSecond())
                .add("nbf", now.getEpochSecond())
                .add("exp", now.plus(LIFETIME).getEpochSecond())
                .build();
    }

    private static byte[] utf8(JsonObject object) {
        return Json.compact(object).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
