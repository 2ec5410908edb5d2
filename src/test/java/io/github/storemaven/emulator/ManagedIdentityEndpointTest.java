package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A machine's identity, as Microsoft's pages about IMDS, App Service and Azure Arc tell it. */
class ManagedIdentityEndpointTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String QUERY = "?api-version=2018-02-01&resource=https%3A%2F%2Fmanage.devcenter.microsoft.com";

    private final StoreFixture scene = new StoreFixture(Switch.MANAGED_IDENTITY);

    @AfterEach
    void stop() {
        scene.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scene.store.serviceUrl() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aVirtualMachineNeedsTheHeaderThatNoBrowserSends() throws Exception {
        String path = "/metadata/identity/oauth2/token" + QUERY;
        assertThat(get(path).statusCode()).isEqualTo(400);
        assertThat(get(path, "Metadata", "true", "X-Forwarded-For", "x").statusCode())
                .isEqualTo(400);
        assertThat(get(path, "Metadata", "true").body())
                .contains(
                        "\"access_token\":\"emulator-made-up-", "\"expires_in\":\"3599\"", "\"token_type\":\"Bearer\"")
                .contains("\"resource\":\"https://manage.devcenter.microsoft.com\"", "\"client_id\":\"");
    }

    @Test
    void whatItDoesNotKnowIsRefused() throws Exception {
        String path = "/metadata/identity/oauth2/token";
        assertThat(get(path + QUERY + "&client_id=" + scene.store.clientId(), "Metadata", "true")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path + QUERY + "&client_id=x", "Metadata", "true").body())
                .contains("Identity not found");
        assertThat(get(path + "?api-version=1&resource=https%3A%2F%2Fx.example", "Metadata", "true")
                        .body())
                .contains("invalid_resource", "AADSTS500011");
        assertThat(get(path, "Metadata", "true").body()).contains("api-version and resource are required");
    }

    @Test
    void appServiceNeedsItsSecret() throws Exception {
        String path = "/msi/token" + QUERY;
        assertThat(get(path, "X-IDENTITY-HEADER", "guess").statusCode()).isEqualTo(401);
        assertThat(get(path, "X-IDENTITY-HEADER", scene.store.clientSecret()).body())
                .contains("\"expires_on\":\"")
                .doesNotContain("expires_in");
    }

    @Test
    void arcNeedsTheContentOfAFileEachTime() throws Exception {
        String path = "/arc/metadata/identity/oauth2/token" + QUERY;
        HttpResponse<String> challenge = get(path, "Metadata", "true");
        assertThat(challenge.statusCode()).isEqualTo(401);
        Path file = Path.of(
                challenge.headers().firstValue("WWW-Authenticate").orElseThrow().replace("Basic realm=", ""));
        String proof = "Basic " + Files.readString(file);
        assertThat(get(path, "Metadata", "true", "Authorization", "Basic guess").statusCode())
                .isEqualTo(401);
        assertThat(get(path, "Metadata", "true", "Authorization", proof).statusCode())
                .isEqualTo(401);
        file = Path.of(get(path, "Metadata", "true")
                .headers()
                .firstValue("WWW-Authenticate")
                .orElseThrow()
                .replace("Basic realm=", ""));
        proof = "Basic " + Files.readString(file);
        assertThat(get(path, "Metadata", "true", "Authorization", proof).statusCode())
                .isEqualTo(200);
        assertThat(file).doesNotExist();
        assertThat(get(path, "Metadata", "true", "Authorization", proof).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aMachineHasNoIdentityUnlessItIsSwitchedOn() throws Exception {
        scene.store.behaviour().set(Switch.MANAGED_IDENTITY, false);
        assertThat(get("/metadata/identity/oauth2/token" + QUERY, "Metadata", "true")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/msi/token" + QUERY).statusCode()).isEqualTo(404);
    }
}
