package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** A client assertion by the certificate that is registered for the client. */
record AssertionSignature(Assertion assertion, X509Certificate certificate) {
    void check() throws TokenRefusal {
        try {
            requireNamed("x5t", base64("SHA-1"));
            requireNamed("x5t#S256", base64("SHA-256"));
            requireNamed("kid", HexFormat.of().withUpperCase().formatHex(digest("SHA-1")));
            if (!verified()) {
                throw Assertion.invalid(700027, "Client assertion contains an invalid signature.");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Assertion.invalid(700027, "Client assertion contains an invalid signature: " + e.getMessage());
        }
    }

    private void requireNamed(String member, String thumbprint) throws TokenRefusal {
        String given = Json.text(assertion.header(), member);
        if (!given.isEmpty() && !given.equalsIgnoreCase(thumbprint)) {
            throw Assertion.invalid(
                    700027, "The certificate with identifier used to sign the client assertion is not registered.");
        }
    }

    private String base64(String algorithm) throws GeneralSecurityException {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(algorithm));
    }

    private byte[] digest(String algorithm) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
    }

    private boolean verified() throws GeneralSecurityException {
        boolean probabilistic = Json.text(assertion.header(), "alg").equals("PS256");
        Signature signature = Signature.getInstance(probabilistic ? "RSASSA-PSS" : "SHA256withRSA");
        if (probabilistic) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initVerify(certificate.getPublicKey());
        signature.update(assertion.signed().getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(assertion.signature()));
    }
}
