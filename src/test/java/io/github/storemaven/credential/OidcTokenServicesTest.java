package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.text.Secrets;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How CI services are asked for a token. Field report 23; Azure Pipelines by Microsoft's REST reference of oidctoken. */
class OidcTokenServicesTest {
    private static final URI ENDPOINT = URI.create("https://login.microsoftonline.com/tenant/oauth2/token");

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void identity() {
        variables.put("AZURE_TENANT_ID", Samples.TENANT);
        variables.put("AZURE_CLIENT_ID", Samples.CLIENT);
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
        assertThat(request.retryable()).isTrue();
    }

    @Test
    void aTroubleOfTheIdentityServiceThatPassesIsWaitedOut() throws Exception {
        for (Runnable service : new Runnable[] {this::gitHub, this::azurePipelines}) {
            variables.keySet().removeIf(name -> !name.startsWith("AZURE_"));
            service.run();
            CannedTransport transport = CannedTransport.of(503, "busy")
                    .answer(429, "")
                    .answer(200, "{\"value\": \"a.jwt\", \"oidcToken\": \"a.jwt\"}");
            Transport repeating = new RetryPolicy(new FakeTimeSource(), () -> 0.5).wrap(transport);

            assertThat(assertion(find(repeating))).isEqualTo("a.jwt");
            assertThat(transport.requests()).hasSize(3);
        }
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

    @Test
    void theRequestTokenIsSentOverHttpsAlone() {
        gitHub();
        variables.put("ACTIONS_ID_TOKEN_REQUEST_URL", "http://vstoken.example/token");
        assertThatThrownBy(() -> find(new CannedTransport()))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("ACTIONS_ID_TOKEN_REQUEST_URL is not an https address");

        variables.put("ACTIONS_ID_TOKEN_REQUEST_URL", "swapped token");
        assertThatThrownBy(() -> find(new CannedTransport()))
                .isInstanceOf(CredentialException.class)
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

    private Credential find(Transport transport) throws CredentialException {
        return new CredentialChain(
                        "microsoft-store",
                        Optional.empty(),
                        variables,
                        transport,
                        new CannedTransport(),
                        new Secrets(),
                        List.of())
                .find();
    }

    private static String assertion(Credential credential) throws Exception {
        Map<String, String> form = ((ClientCredential) credential).form(ENDPOINT, FakeTimeSource.START);
        assertThat(form)
                .containsOnlyKeys("client_assertion", "client_assertion_type")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        return form.get("client_assertion");
    }
}
