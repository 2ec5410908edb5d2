package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Request;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when a CI service returns no token. */
class OidcTokenRequestTest {
    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404})
    void aServiceThatRefusesIsExplained(int status) {
        OidcTokenRequest token = token(CannedTransport.of(status, "{\"value\": \"hidden\"}"));

        assertThatThrownBy(token::read)
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("Some CI returns no token (" + status + ")")
                .hasMessageContaining("Do this.")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"value\": 7}", "{\"value\": \"\"}", "{\"value\": \"a b\"}"})
    void anAnswerWithoutATokenIsExplained(String body) {
        OidcTokenRequest token = token(CannedTransport.of(200, body));

        assertThatThrownBy(token::read)
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("Some CI answered without a token");
    }

    @Test
    void aServiceInTroubleCouldNotBeAsked() {
        OidcTokenRequest troubled = token(CannedTransport.of(503, ""));
        OidcTokenRequest unreachable = token(new CannedTransport());

        assertThatThrownBy(troubled::read).isInstanceOf(IOException.class).hasMessageContaining("503");
        assertThatThrownBy(unreachable::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No response from the identity service of Some CI vstoken.example:443");
    }

    private static OidcTokenRequest token(CannedTransport transport) {
        Request request = Request.of("GET", URI.create("https://vstoken.example/token"));
        return new OidcTokenRequest(
                "Some CI", request, "value", "Do this.", new TokenTransport(transport, new Secrets()));
    }
}
