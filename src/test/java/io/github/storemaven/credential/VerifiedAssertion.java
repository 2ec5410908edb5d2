package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;

/** Reads a client assertion as the token endpoint does: parts, and the signature by the public key. */
record VerifiedAssertion(JsonObject header, JsonObject claims) {
    static VerifiedAssertion of(String jwt, PublicKey key) throws Exception {
        List<String> parts = List.of(jwt.split("\\."));
        assertThat(parts).hasSize(3).allMatch(part -> part.matches("[A-Za-z0-9_-]+"));
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initVerify(key);
        signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts.get(2))))
                .as("signature")
                .isTrue();
        return new VerifiedAssertion(object(parts.get(0)), object(parts.get(1)));
    }

    private static JsonObject object(String part) throws Exception {
        return ParsedJson.of("jwt", Base64.getUrlDecoder().decode(part)).object();
    }
}
