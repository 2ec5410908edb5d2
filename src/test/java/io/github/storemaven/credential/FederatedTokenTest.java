package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of other identity providers. Field report 23; Azure Pipelines by Microsoft's REST reference of oidctoken. */
class FederatedTokenTest {
    private static final URI ENDPOINT = URI.create("https://login.microsoftonline.com/tenant/oauth2/token");

    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void identity() {
        variables.put("AZURE_TENANT_ID", Samples.TENANT);
        variables.put("AZURE_CLIENT_ID", Samples.CLIENT);
    }

    @Test
    void aTokenFileIsReadAtEachUse() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "first.jwt\n");
        variables.put("AZURE_FEDERATED_TOKEN_FILE", file.toString());
        Credential credential = find(new CannedTransport());

        assertThat(assertion(credential)).isEqualTo("first.jwt");
        Files.writeString(file, "second.jwt");
        assertThat(assertion(credential)).isEqualTo("second.jwt");
    }

    @Test
    void aTokenFileThatIsGoneOrEmptyIsNamed() throws Exception {
        Path file = directory.resolve("token");
        variables.put("AZURE_FEDERATED_TOKEN_FILE", file.toString());
        Credential credential = find(new CannedTransport());

        assertThatThrownBy(() -> assertion(credential))
                .isInstanceOf(CredentialProblem.class)
                .hasMessageContaining(file + " (AZURE_FEDERATED_TOKEN_FILE in the environment) cannot be read");
        Files.writeString(file, " \n");
        assertThatThrownBy(() -> assertion(credential))
                .isInstanceOf(CredentialProblem.class)
                .hasMessageContaining("holds no token");
    }

    @Test
    void gitHubIsAskedForOurAudience() throws Exception {
        gitHub();
        CannedTransport transport = CannedTransport.of(200, "{\"count\": 1, \"value\": \"github.jwt\"}");

        assertThat(assertion(find(transport))).isEqualTo("github.jwt");
        Request request = transport.request();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri())
                .hasToString("https://vstoken.example/token?api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange");
        assertThat(request.headers()).containsEntry("Authorization", "Bearer request-token");
        assertThat(request.repeatable()).isTrue();
    }

    @Test
    void azurePipelinesIsAskedForAServiceConnection() throws Exception {
        azurePipelines();
        variables.put("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID", "connection-1");
        CannedTransport transport = CannedTransport.of(200, "{\"oidcToken\": \"azure.jwt\"}");

        assertThat(assertion(find(transport))).isEqualTo("azure.jwt");
        Request request = transport.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri())
                .hasToString("https://dev.azure.example/oidctoken?api-version=7.1&serviceConnectionId=connection-1");
        assertThat(request.headers())
                .containsEntry("Authorization", "Bearer system-token")
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-TFS-FedAuthRedirect", "Suppress");
    }

    @Test
    void azurePipelinesSpeaksForItselfWithoutAServiceConnection() throws Exception {
        azurePipelines();
        CannedTransport transport = CannedTransport.of(200, "{\"oidcToken\": \"azure.jwt\"}");

        assertion(find(transport));

        assertThat(transport.request().uri()).hasToString("https://dev.azure.example/oidctoken?api-version=7.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404})
    void aServiceThatRefusesIsExplained(int status) throws Exception {
        gitHub();
        Credential credential = find(CannedTransport.of(status, "{\"value\": \"hidden\"}"));

        assertThatThrownBy(() -> assertion(credential))
                .isInstanceOf(CredentialProblem.class)
                .hasMessageContaining("GitHub Actions hands out no token (" + status + ")")
                .hasMessageContaining("id-token: write")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"value\": 7}", "{\"value\": \"\"}", "{\"value\": \"a b\"}"})
    void anAnswerWithoutATokenIsExplained(String body) throws Exception {
        gitHub();
        Credential credential = find(CannedTransport.of(200, body));

        assertThatThrownBy(() -> assertion(credential))
                .isInstanceOf(CredentialProblem.class)
                .hasMessageContaining("GitHub Actions answered without a token");
    }

    @Test
    void aServiceInTroubleCouldNotBeAsked() throws Exception {
        gitHub();
        Credential troubled = find(CannedTransport.of(503, ""));
        Credential unreachable = find(new CannedTransport());

        assertThatThrownBy(() -> assertion(troubled))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
        assertThatThrownBy(() -> assertion(unreachable))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Could not ask the identity service of GitHub Actions https://vstoken.example");
    }

    @Test
    void theRequestTokenIsSentOverHttpsAlone() {
        gitHub();
        variables.put("ACTIONS_ID_TOKEN_REQUEST_URL", "http://vstoken.example/token");
        assertThatThrownBy(() -> find(new CannedTransport()))
                .isInstanceOf(CredentialProblem.class)
                .hasMessageContaining("ACTIONS_ID_TOKEN_REQUEST_URL holds no https address");

        variables.put("ACTIONS_ID_TOKEN_REQUEST_URL", "swapped token");
        assertThatThrownBy(() -> find(new CannedTransport()))
                .isInstanceOf(CredentialProblem.class)
                .hasMessageNotContaining("swapped");
    }

    private void gitHub() {
        variables.put("ACTIONS_ID_TOKEN_REQUEST_URL", "https://vstoken.example/token?api-version=2.0");
        variables.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-token");
    }

    private void azurePipelines() {
        variables.put("SYSTEM_OIDCREQUESTURI", "https://dev.azure.example/oidctoken");
        variables.put("SYSTEM_ACCESSTOKEN", "system-token");
    }

    private Credential find(CannedTransport transport) throws CredentialProblem {
        return new CredentialSearch("microsoft-store", Optional.empty(), variables, transport).find();
    }

    private static String assertion(Credential credential) throws Exception {
        Map<String, String> form = credential.form(ENDPOINT, HandTimer.START);
        assertThat(form)
                .containsOnlyKeys("client_assertion", "client_assertion_type")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        return form.get("client_assertion");
    }
}
