package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the endpoint's no says, and what is no such no. Reference, section 3.4; field reports 27 and quirk 19. */
class TokenRefusedExceptionTest {
    private static final String PAGE = "<!DOCTYPE html><html>sign in</html>";

    @Test
    void saysCodeTextCureSourceAndIds() {
        TokenRefusedException refused = refused(401, Samples.error(7000215, "Invalid client secret provided."));

        assertThat(refused.code()).contains("AADSTS7000215");
        assertThat(refused)
                .hasMessageContainingAll(
                        "https://login.microsoftonline.com/" + Samples.TENANT + "/oauth2/token",
                        Samples.CLIENT,
                        Samples.SOURCE,
                        "with 401: AADSTS7000215: Invalid client secret provided.\n",
                        "Use the secret's Value",
                        "trace id trace-1, correlation id correlation-2")
                .hasMessageNotContaining("Timestamp")
                .hasMessageNotContaining("in-text");
    }

    @Test
    void findsTheIdsInTheTextWhereNewerAnswersPutThem() {
        TokenRefusedException refused = refused(400, """
            {"error": "invalid_request", "error_description":
             "AADSTS90002: Tenant 'x' not found. Trace ID: t-7 Correlation ID: c-8 Timestamp: 2026"}\
            """);

        assertThat(refused).hasMessageEndingWith("(trace id t-7, correlation id c-8)");
        assertThat(refused).hasMessageContaining("AADSTS90002: Tenant 'x' not found.\nNo directory has this tenant id");
    }

    @ParameterizedTest
    @CsvSource({
        "90002, tenant id",
        "900023, tenant id",
        "700016, client id and tenant id",
        "7000215, secret's Value",
        "7000222, expired",
        "500011, Partner Center",
        "700027, public certificate",
        "700024, clock",
        "70021, api://AzureADTokenExchange",
        "700213, subject",
        "53003, Conditional Access"
    })
    void knowsTheCure(int code, String part) {
        assertThat(refused(401, Samples.error(code, "text"))).hasMessageContaining(part);
    }

    @Test
    void anUnknownCodeIsShownAsItIs() {
        assertThat(refused(400, Samples.error(123456789, "Something new.")))
                .hasMessageContaining("AADSTS123456789: Something new.")
                .hasMessageContaining("https://login.microsoftonline.com/error?code=123456789");
    }

    /** The secret of the samples as an endpoint, a proxy or a web page may write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret~+&=/ %ä",
                "s3cret~%2B%26%3D%2F+%25%C3%A4",
                "s3cret%7e%2b%26%3d%2f%20%25%c3%a4",
                "s3cret~&#43;&amp;&#x3d;/ %&#228;",
                "s3cret~\\\\u002b&=\\/ %ä",
                "czNjcmV0fismPS8gJcOk"
            })
    void anEchoOfTheSecretIsMaskedInEverySpelling(String spelling) {
        assertThat(refused(401, Samples.error(7000215, "Got client_id=1&x=" + spelling + "&y")))
                .hasMessageContaining("AADSTS7000215: Got client_id=1&x=***")
                .hasMessageNotContainingAny("s3cret", "czNj");
    }

    @Test
    void aLongDescriptionIsCutAndReadInNoTime() {
        assertThat(refused(401, Samples.error(7000215, " ".repeat(1_000_000) + "x"))
                        .getMessage())
                .hasSizeLessThan(1500);
        assertThat(refused(401, Samples.error(7000215, "x".repeat(1_000_000))))
                .hasMessageContaining("x".repeat(200))
                .hasMessageNotContaining("x".repeat(301));
    }

    @Test
    void whatIsNoCodeIsNone() {
        TokenRefusedException refused = refused(401, "{\"error\": \"e\", \"error_codes\": [\"\\n::error::x\"]}");
        assertThat(refused.code()).isEmpty();
        assertThat(refused.getMessage()).doesNotContain("::error");
    }

    @Test
    void takesTheCodeFromTheListWhereTheTextHasNone() {
        TokenRefusedException refused = refused(401, "{\"error\": \"invalid_client\", \"error_codes\": [7000222]}");

        assertThat(refused.code()).contains("AADSTS7000222");
        assertThat(refused).hasMessageContaining("with 401: invalid_client").hasMessageContaining("has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PAGE, "{}", "not found"})
    void notFoundMeansAWrongTenantOrAWrongRoot(String body) {
        assertThat(refused(404, body)).hasMessageContaining("the tenant id is wrong, or store.loginUrl");
    }

    @ParameterizedTest
    @CsvSource({
        "503, Try again later",
        "429, Try again later",
        "302, Redirects are not followed",
        "403, a proxy or a firewall",
        "401, a proxy or a firewall"
    })
    void somebodyElsesAnswerIsNobodysNo(int status, String part) {
        assertThatThrownBy(() -> obtain(status, PAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gives no token: it answered " + status)
                .hasMessageContaining(part)
                .hasMessageNotContaining("sign in");
    }

    @Test
    void troubleOfTheEndpointKeepsItsCode() {
        assertThatThrownBy(() -> obtain(503, Samples.error(90033, "A transient error has occurred.")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("AADSTS90033: A transient error has occurred")
                .hasMessageContaining("trace-1");
    }

    @Test
    void anEndpointThatRepeatsTheSecretDoesNotBringItIntoTheMessage() {
        String echo = Samples.SECRET + " or " + Form.encoded(Samples.SECRET);

        assertThat(refused(401, Samples.error(7000215, "Wrong: " + echo)))
                .hasMessageContaining("Wrong: *** or ***")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aSecretAcrossTheEndOfALongTextIsGoneToo() {
        assertThat(refused(401, Samples.error(7000215, "x".repeat(580) + Samples.SECRET + "y".repeat(90))))
                .hasMessageNotContaining("s3c")
                .hasMessageContaining("...");
    }

    private static TokenRefusedException refused(int status, String body) {
        return catchThrowableOfType(TokenRefusedException.class, () -> obtain(status, body));
    }

    private static void obtain(int status, String body) throws Exception {
        new TokenEndpoint(Samples.LOGIN, CannedTransport.of(status, body), new FakeTimeSource())
                .obtain(Samples.secret());
    }
}
