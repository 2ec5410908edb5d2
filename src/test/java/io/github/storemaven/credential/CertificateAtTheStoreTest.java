package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.testing.TestKey;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Client assertions at the embedded Store, which has the certificate: ours, and one of another make. */
class CertificateAtTheStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private EmbeddedStore store;
    private URI endpoint;

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder().clock(() -> NOW).start();
        endpoint = URI.create(store.loginUrl() + "/" + store.tenantId() + "/oauth2/token");
        assertThat(post("/emulator/certificate", "no certificate").statusCode()).isEqualTo(400);
        assertThat(post("/emulator/certificate", TestKey.rsa().certificatePem()).statusCode())
                .isEqualTo(204);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private java.net.http.HttpResponse<String> post(String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(store.loginUrl().resolve(path))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private String answer(String jwt) throws Exception {
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_id", store.clientId(),
                "resource", "https://manage.devcenter.microsoft.com",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", jwt);
        String encoded = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(endpoint.getPath(), encoded).body();
    }

    private String ours() throws Exception {
        KeyAndCertificate key =
                new KeyAndCertificate(TestKey.rsa().key(), TestKey.rsa().certificate());
        return new ClientAssertion(key, store.clientId()).sign(endpoint, NOW);
    }

    @Test
    void oursIsTaken() throws Exception {
        assertThat(answer(ours())).contains("\"access_token\":");
    }

    @Test
    void oneWithOtherClaimsUnderTheSameSignatureIsRefused() throws Exception {
        String[] mine = ours().split("\\.", -1);
        String other = ours().split("\\.", -1)[1];
        assertThat(answer(mine[0] + "." + other + "." + mine[2])).contains("AADSTS700027");
    }

    @Test
    void anotherMakeWithRsaAndASha1ThumbprintIsTaken() throws Exception {
        byte[] thumbprint = MessageDigest.getInstance("SHA-1")
                .digest(TestKey.rsa().certificate().getEncoded());
        assertThat(answer(signed(encoded(thumbprint)))).contains("\"access_token\":");
        assertThat(answer(signed("AAAA"))).contains("AADSTS700027");
    }

    private String signed(String thumbprint) throws Exception {
        String claims = "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"exp\":%3$d}"
                .formatted(store.clientId(), endpoint, NOW.getEpochSecond() + 60);
        String unsigned =
                encoded(("{\"alg\":\"RS256\",\"x5t\":\"" + thumbprint + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                        + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(TestKey.rsa().key());
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        return unsigned + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
