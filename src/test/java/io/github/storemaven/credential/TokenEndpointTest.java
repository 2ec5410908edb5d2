package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Request;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token request and the answers that hold a token. Reference, section 3.1. */
class TokenEndpointTest {
    private final FakeTimeSource time = new FakeTimeSource();

    @Test
    void asksAsDocumentedWithEveryCharacterOfTheSecretEncoded() throws Exception {
        CannedTransport transport = CannedTransport.of(200, Samples.token("t1"));

        obtain(transport);

        Request request = transport.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString(Samples.LOGIN + "/" + Samples.TENANT + "/oauth2/token");
        assertThat(request.headers()).containsEntry("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        assertThat(CannedTransport.body(request).split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials",
                        "client_id=" + Samples.CLIENT,
                        "client_secret=s3cret%7E%2B%26%3D%2F+%25%C3%A4",
                        "resource=https%3A%2F%2Fmanage.devcenter.microsoft.com");
    }

    @Test
    void mayBeRepeatedAndIsBounded() throws Exception {
        CannedTransport transport = CannedTransport.of(200, Samples.token("t1"));

        obtain(transport);

        assertThat(transport.request().retryable()).isTrue();
        assertThat(transport.request().timeout()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(transport.request().maxResponseBytes()).isLessThanOrEqualTo(1024 * 1024);
    }

    @Test
    void tellsWhatTheTokenIsFor() throws Exception {
        AccessToken token = obtain(CannedTransport.of(200, Samples.token("t1")));

        assertThat(token.header()).isEqualTo("Bearer t1");
        assertThat(token.tenantId()).isEqualTo(Samples.TENANT);
        assertThat(token.clientId()).isEqualTo(Samples.CLIENT);
        assertThat(token.audience()).isEqualTo("https://manage.devcenter.microsoft.com");
        assertThat(token.expiry()).isEqualTo(FakeTimeSource.START.plusSeconds(3599));
        assertThat(token.toString()).doesNotContain("t1");
    }

    /** 1795438800 is an hour after the clock of the test. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"expires_in\": 3000, | 3000",
                "\"expires_in\": \"3000\", | 3000",
                "\"expires_in\": 3000.7, | 3000",
                "\"expires_on\": \"1795438800\", | 3600",
                "\"expires_on\": 1795438800, | 3600",
                "\"expires_in\": 60, \"expires_on\": 1795438800, | 60",
                "\"expires_in\": \"soon\", \"expires_on\": 1795438800, | 3600",
                "\"expires_in\": 999999999999, | 86400",
                "\"expires_in\": 1e999999999, | 3600",
                "\"expires_in\": -5, | 0",
                "\"expires_in\": null, | 3600",
                "'' | 3600"
            })
    void readsTheLifetimeInEachForm(String members, long seconds) throws Exception {
        AccessToken token = obtain(CannedTransport.of(200, "{" + members + " \"access_token\": \"t1\"}"));

        assertThat(Duration.between(FakeTimeSource.START, token.expiry())).hasSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>secret-token</html>",
                "",
                "[]",
                "{\"access_token\": 5}",
                "{\"access_token\": \"secret-token\\r\\nX: y\"}",
                "{\"token\": \"secret-token\"}"
            })
    void anAnswerWithoutATokenIsNobodysNo(String body) {
        assertThatThrownBy(() -> obtain(CannedTransport.of(200, body)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Samples.LOGIN + "/" + Samples.TENANT)
                .hasMessageContaining("store.loginUrl")
                .hasMessageNotContaining("secret-token");
    }

    @Test
    void anEndpointThatCannotBeReachedIsNamed() {
        assertThatThrownBy(() -> obtain(new CannedTransport()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No response from the token endpoint " + Samples.LOGIN.getHost())
                .hasMessageContaining("ConnectException")
                .hasMessageEndingWith("; check store.loginUrl, the proxy and the firewall");
    }

    @Test
    void aSlashAtTheEndOfTheRootDoesNoHarm() throws Exception {
        CannedTransport transport = CannedTransport.of(200, Samples.token("t1"));

        new TokenEndpoint(URI.create("http://127.0.0.1:8080/login/"), transport, time).obtain(Samples.secret());

        assertThat(transport.request().uri())
                .hasToString("http://127.0.0.1:8080/login/" + Samples.TENANT + "/oauth2/token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://login.microsoftonline.com", "ftp://127.0.0.1", "login.microsoftonline.com", "https:x"})
    void refusesARootWhereSecretsCouldBeOverheard(String root) {
        assertThatThrownBy(() -> new TokenEndpoint(URI.create(root), new CannedTransport(), time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("store.loginUrl")
                .hasMessageContaining("https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "a/b", "a?b", "a b", "..", "{tenant}"})
    void aTenantThatWouldChangeTheAddressIsRefusedBeforeAnythingIsSent(String tenant) {
        CannedTransport transport = CannedTransport.of(200, Samples.token("t1"));
        ClientSecret credential = new ClientSecret(tenant, Samples.CLIENT, Samples.SECRET, Samples.SOURCE);

        assertThatThrownBy(() -> new TokenEndpoint(Samples.LOGIN, transport, time).obtain(credential))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("\"" + tenant + "\"")
                .hasMessageContaining(Samples.SOURCE);
        assertThat(transport.requests()).isEmpty();
    }

    private AccessToken obtain(CannedTransport transport) throws Exception {
        return new TokenEndpoint(Samples.LOGIN, transport, time).obtain(Samples.secret());
    }
}
