package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.storemaven.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection as a goal puts it together. */
class StoreConnectorTest {
    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = new LoopbackServer().on("/", this::answer);

    @AfterEach
    void stop() {
        server.close();
    }

    /** CI service, token endpoint and Store in one; the CI service is busy when it is asked first. */
    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        boolean busy = asked.size() == 1;
        String text = switch (path) {
            case "/msi/token" -> "{\"access_token\": \"a-token\", \"expires_on\": \"4102444800\"}";
            case "/oidc" -> busy ? "busy" : "{\"value\": \"an.oidc.token\"}";
            case "/contoso.example/oauth2/token" -> "{\"access_token\": \"a-token\", \"expires_in\": 3599}";
            default -> "{\"value\": [{\"id\": \"9PAPPDEMO001\", \"primaryName\": \"Tide\"}]}";
        };
        LoopbackServer.respond(exchange, busy ? 503 : 200, text);
    }

    @Test
    void theTokenOfACiServiceIsAskedForAgainAfterA503() throws Exception {
        String root = server.root().toString();
        BuildSession build = new BuildSession(folder, "app");
        Properties environment = build.session().getSystemProperties();
        environment.setProperty("env.AZURE_TENANT_ID", "contoso.example");
        environment.setProperty("env.AZURE_CLIENT_ID", "11111111-2222-3333-4444-555555555555");
        environment.setProperty("env.ACTIONS_ID_TOKEN_REQUEST_URL", root + "/oidc");
        environment.setProperty("env.ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-token");
        TokenMojo goal = build.goal("app", new TokenMojo(null), "token");
        goal.rehearse = false;
        goal.serviceUrl = root;
        goal.loginUrl = root;

        goal.execute();

        assertThat(asked.subList(0, 3)).containsExactly("GET /oidc", "GET /oidc", "POST /contoso.example/oauth2/token");
        assertThat(build.said())
                .anyMatch(line -> line.contains("answered 503") && line.contains("attempt 2 of 6"))
                .anyMatch(line -> line.contains("OIDC token of GitHub Actions"));
    }

    @Test
    void aMachineThatIsAskedForItsIdentityNeedsNoTokenEndpoint() throws Exception {
        String root = server.root().toString();
        BuildSession build = new BuildSession(folder, "app");
        Properties environment = build.session().getSystemProperties();
        environment.setProperty("env.AZURE_MANAGED_IDENTITY", "true");
        environment.setProperty("env.IDENTITY_ENDPOINT", root + "/msi/token");
        environment.setProperty("env.IDENTITY_HEADER", "header-secret");
        TokenMojo goal = build.goal("app", new TokenMojo(null), "token");
        goal.rehearse = false;
        goal.serviceUrl = root;

        goal.execute();

        assertThat(asked).containsExactly("GET /msi/token", "GET /msi/token", "GET /v1.0/my/applications");
        assertThat(build.said())
                .anyMatch(line -> line.contains(
                        "Client   that of the machine (managed identity, AZURE_MANAGED_IDENTITY in the environment)"));
    }
}
