package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The signed JWT that stands for a client secret. Header and claims are always checked. The signature is checked by the
 * certificate that was registered; without one it cannot be, nor can that of a federated issuer.
 */
record ClientAssertion(JsonObject header, JsonObject claims, String signed, String signature) {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String FEDERATION = "api://AzureADTokenExchange";

    static ClientAssertion read(String jwt) throws TokenErrorException {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            throw malformed();
        }
        return new ClientAssertion(object(parts[0]), object(parts[1]), parts[0] + "." + parts[1], parts[2]);
    }

    private static JsonObject object(String part) throws TokenErrorException {
        try {
            return Json.read(Base64.getUrlDecoder().decode(part)).asJsonObject();
        } catch (JsonException | IllegalArgumentException | ClassCastException e) {
            throw malformed();
        }
    }

    private static TokenErrorException malformed() {
        return TokenErrorException.invalidClient(50027, "JWT token is invalid or malformed.");
    }

    void check(Account account, Optional<X509Certificate> certificate, Instant now) throws TokenErrorException {
        checkAlgorithm();
        if (Json.text(claims, "iss").equals(account.clientId())) {
            checkOwn(account);
            if (certificate.isPresent()) {
                checkSignature(certificate.get());
            }
        } else if (!Json.text(claims, "aud").equals(FEDERATION)) {
            throw TokenErrorException.invalidClient(
                    700212, "No matching federated identity record found for presented assertion audience.");
        }
        if (seconds("exp", 0) <= now.getEpochSecond() || seconds("nbf", 0) > now.getEpochSecond()) {
            throw TokenErrorException.invalidClient(700024, "Client assertion is not within its valid time range.");
        }
    }

    private void checkAlgorithm() throws TokenErrorException {
        String algorithm = Json.text(header, "alg");
        if (!List.of("RS256", "PS256").contains(algorithm)) {
            throw TokenErrorException.invalidClient(
                    5002738, "Invalid JWT token. '" + algorithm + "' is not a supported signature algorithm.");
        }
    }

    /** Signed by the client itself; a federated one comes from another issuer. */
    private void checkOwn(Account account) throws TokenErrorException {
        if (!header.containsKey("x5t") && !header.containsKey("x5t#S256") && !header.containsKey("kid")) {
            throw TokenErrorException.invalidClient(
                    5002730, "Invalid JWT token. No certificate thumbprint nor keyId specified in token header.");
        }
        if (!Json.text(claims, "sub").equals(account.clientId())) {
            throw TokenErrorException.invalidClient(700021, "Client assertion application identifier doesn't match.");
        }
        String path = Json.text(claims, "aud").replaceFirst("^https?://[^/]+", "");
        if (!path.matches("/\\Q" + account.tenantId() + "\\E/(oauth2(/v2\\.0)?/token|v2\\.0)")) {
            throw TokenErrorException.invalidClient(700023, "Client assertion audience claim does not match.");
        }
    }

    private long seconds(String claim, long absent) {
        return claims.get(claim) instanceof JsonNumber number ? number.longValue() : absent;
    }

    private void checkSignature(X509Certificate certificate) throws TokenErrorException {
        try {
            requireNamed("x5t", base64(digest(certificate, "SHA-1")));
            requireNamed("x5t#S256", base64(digest(certificate, "SHA-256")));
            requireNamed("kid", HexFormat.of().withUpperCase().formatHex(digest(certificate, "SHA-1")));
            if (!isVerified(certificate)) {
                throw TokenErrorException.invalidClient(700027, "Client assertion contains an invalid signature.");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw TokenErrorException.invalidClient(
                    700027, "Client assertion contains an invalid signature: " + e.getMessage());
        }
    }

    private void requireNamed(String member, String thumbprint) throws TokenErrorException {
        String given = Json.text(header, member);
        if (!given.isEmpty() && !given.equalsIgnoreCase(thumbprint)) {
            throw TokenErrorException.invalidClient(
                    700027, "The certificate with identifier used to sign the client assertion is not registered.");
        }
    }

    private static String base64(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static byte[] digest(X509Certificate certificate, String algorithm) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
    }

    private boolean isVerified(X509Certificate certificate) throws GeneralSecurityException {
        boolean probabilistic = Json.text(header, "alg").equals("PS256");
        Signature verifier = Signature.getInstance(probabilistic ? "RSASSA-PSS" : "SHA256withRSA");
        if (probabilistic) {
            verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        verifier.initVerify(certificate.getPublicKey());
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }
}
