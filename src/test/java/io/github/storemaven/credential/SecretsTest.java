package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.testing.TestKey;
import io.github.storemaven.text.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret, assertion or token in any text that can reach a log: toString, messages, causes, stack traces. */
class SecretsTest {
    private static final List<String> SECRETS =
            List.of("PLAINSECRET", "KEYPHRASE", "REQUESTTOKEN", "ACCESSTOKEN1", "FEDERATED.JWT");

    /** Stands in an answer for the form that was sent, as it was and decoded. */
    private static final String ECHO = "ECHO";

    private final List<String> texts = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void toStringOfEverythingThatHoldsOne() throws Exception {
        Map<String, String> variables = Map.of(
                "AZURE_TENANT_ID", "t",
                "AZURE_CLIENT_ID", "c",
                "ACTIONS_ID_TOKEN_REQUEST_URL", "https://vstoken.example/token",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "REQUESTTOKEN");
        Environment environment = new Environment(variables);
        Optional<OidcTokenRequest> requested = OidcTokenRequest.find(environment, new CannedTransport(), new Secrets());
        AccessToken token =
                AccessToken.obtained("ACCESSTOKEN1", secret(), FakeTimeSource.START, java.time.Duration.ZERO);

        keep(
                secret(),
                environment,
                new EnvironmentCredential(environment, new CannedTransport(), new CannedTransport(), new Secrets()));
        keep(requested, requested.orElseThrow().request(), token, certificate(), new KeyFile("f", "KEYPHRASE", "s"));
        keep(new ServerEntry("id", "u", "PLAINSECRET", "t", "f", "KEYPHRASE", null));
        keep(new ServerCredential(new ServerEntry("id", "u", "PLAINSECRET", "t", "f", "KEYPHRASE", null)));
        keep(new PemFile.Block("PRIVATE KEY", "PLAINSECRET"));
        keep(new PemKey(new PemFile.Block("PRIVATE KEY", "PLAINSECRET")));

        assertThat(texts).hasSize(12);
        assertNoSecret();
    }

    @Test
    void messagesOfEveryKindOfFailure() throws Exception {
        for (int status : new int[] {200, 302, 400, 401, 403, 404, 407, 429, 500, 503}) {
            for (String body : List.of(
                    "",
                    "<html>" + ECHO,
                    "{\"x\": \"" + ECHO + "\"}",
                    "{\"access_token\": \"ACCESSTOKEN1 " + ECHO + "\"}",
                    "{\"access_token\": \"ACCESSTOKEN1\", " + ECHO,
                    Samples.error(7000215, ECHO))) {
                fail(secret(), status, body);
                fail(federated(), status, body);
                fail(certificate(), status, body);
            }
        }

        assertThat(texts).hasSize(10 * 6 * 3);
        assertNoSecret();
    }

    @Test
    void aRequestThatIsLoggedShowsNoForm() throws Exception {
        CannedTransport transport = CannedTransport.of(200, Samples.token("ACCESSTOKEN1"));
        secret().obtain(new TokenEndpoint(Samples.LOGIN, transport, new FakeTimeSource()));
        Request request = transport.request();

        keep(request, request.headers());

        assertNoSecret();
    }

    private void fail(Credential credential, int status, String body) {
        Transport echoing = request -> {
            String sent = CannedTransport.body(request);
            String answer = body.replace(ECHO, sent + " " + URLDecoder.decode(sent, StandardCharsets.UTF_8));
            return new Response(status, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
        };
        try {
            credential.obtain(new TokenEndpoint(Samples.LOGIN, echoing, new FakeTimeSource()));
        } catch (Exception problem) {
            StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace));
            texts.add(trace.toString());
        }
    }

    private static Credential secret() {
        return new ClientSecret("t", "c", "PLAINSECRET", "source");
    }

    private Credential federated() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "FEDERATED.JWT");
        return new FederatedToken("t", "c", new TokenFile(file.toString(), "source"), "source");
    }

    private Credential certificate() throws Exception {
        Path file = Files.write(directory.resolve("key.p12"), TestKey.rsa().pkcs12());
        return ClientCertificate.read("t", "c", file.toString(), TestKey.PASSPHRASE, "source");
    }

    private void keep(Object... shown) {
        for (Object each : shown) {
            texts.add(each.toString());
        }
    }

    private void assertNoSecret() {
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain(SECRETS).doesNotContain(TestKey.PASSPHRASE, "eyJ"));
    }
}
