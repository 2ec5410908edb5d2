package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.testing.TestKey;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assertion that a certificate's owner signs. Design, section 1; reference, section 3.1. */
class ClientCertificateTest {
    private static final URI ENDPOINT = URI.create("https://login.microsoftonline.com/tenant/oauth2/token");

    @TempDir
    private Path directory;

    @Test
    void signsWhoAsksWhomAndWhen() throws Exception {
        VerifiedAssertion assertion = assertion(certificate().form(ENDPOINT, FakeTimeSource.START));

        JsonObject claims = assertion.claims();
        assertThat(claims.getString("iss")).isEqualTo(Samples.CLIENT);
        assertThat(claims.getString("sub")).isEqualTo(Samples.CLIENT);
        assertThat(claims.getString("aud")).isEqualTo(ENDPOINT.toString());
        assertThat(claims.getInt("nbf")).isEqualTo(FakeTimeSource.START.getEpochSecond());
        assertThat(claims.getInt("exp") - FakeTimeSource.START.getEpochSecond()).isBetween(300L, 600L);
    }

    @Test
    void namesTheCertificateByItsDigest() throws Exception {
        VerifiedAssertion assertion = assertion(certificate().form(ENDPOINT, FakeTimeSource.START));

        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(TestKey.rsa().certificate().getEncoded());
        assertThat(assertion.header().getString("alg")).isEqualTo("PS256");
        assertThat(assertion.header().getString("typ")).isEqualTo("JWT");
        assertThat(Base64.getUrlDecoder().decode(assertion.header().getString("x5t#S256")))
                .isEqualTo(digest);
    }

    @Test
    void eachAssertionHasAnIdOfItsOwn() throws Exception {
        ClientCertificate certificate = certificate();

        assertThat(assertion(certificate.form(ENDPOINT, FakeTimeSource.START))
                        .claims()
                        .getString("jti"))
                .isNotEqualTo(assertion(certificate.form(ENDPOINT, FakeTimeSource.START))
                        .claims()
                        .getString("jti"));
    }

    @Test
    void isSentInPlaceOfASecret() throws Exception {
        CannedTransport transport = CannedTransport.of(200, Samples.token("t1"));

        new TokenEndpoint(Samples.LOGIN, transport, new FakeTimeSource()).obtain(certificate());

        assertThat(CannedTransport.body(transport.request()))
                .contains("client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer")
                .contains("client_assertion=ey")
                .contains("client_id=" + Samples.CLIENT)
                .doesNotContain("client_secret");
    }

    @Test
    void anExpiredCertificateIsFoundBeforeTheNetworkIs() throws Exception {
        ClientCertificate certificate = certificate();
        Instant end = TestKey.rsa().certificate().getNotAfter().toInstant();

        assertThatThrownBy(() -> certificate.form(ENDPOINT, end.plusSeconds(1)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("key.p12")
                .hasMessageContaining("has expired at " + end)
                .hasMessageContaining(Samples.SOURCE);
    }

    private ClientCertificate certificate() throws Exception {
        Path file = Files.write(directory.resolve("key.p12"), TestKey.rsa().pkcs12());
        return ClientCertificate.read(
                Samples.TENANT, Samples.CLIENT, file.toString(), TestKey.PASSPHRASE, Samples.SOURCE);
    }

    private static VerifiedAssertion assertion(Map<String, String> form) throws Exception {
        return VerifiedAssertion.of(
                form.get("client_assertion"), TestKey.rsa().certificate().getPublicKey());
    }
}
