package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference, section 3, row by row. */
class TokenEndpointTest {
    private static final String AUDIENCE = "https://manage.devcenter.microsoft.com";

    private final StoreFixture scene = new StoreFixture();
    private final String first = "/" + scene.store.tenantId() + "/oauth2/token";
    private final String second = "/" + scene.store.tenantId() + "/oauth2/v2.0/token";
    private final String client = "client_id=" + scene.store.clientId();
    private final String start = "grant_type=client_credentials&" + client;
    private final String secret = start + "&client_secret=" + scene.store.clientSecret();

    @AfterEach
    void stop() {
        scene.close();
    }

    private String refused(String path, String form) {
        EmulatorClient.Reply reply = scene.client.form(path, form);
        return reply.status() + " " + reply.json().getString("error") + " "
                + reply.json().getJsonArray("error_codes").getInt(0);
    }

    private String assertion(String subject, String audience, long expires) {
        return assertion(
                "{\"alg\":\"PS256\",\"x5t#S256\":\"abc\"}", scene.store.clientId(), subject, audience, expires);
    }

    private String assertion(String header, String issuer, String subject, String audience, long expires) {
        JsonObject claims = Json.object()
                .add("iss", issuer)
                .add("sub", subject)
                .add("aud", audience)
                .add("exp", expires)
                .build();
        return start + "&resource=" + AUDIENCE
                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                + encoded(header) + "." + encoded(claims.toString()) + ".c2ln";
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    @TestFactory
    Iterable<DynamicTest> section3_4() {
        long later = scene.now.get().getEpochSecond() + 300;
        String self = scene.store.clientId();
        String audience = scene.store.loginUrl() + first;
        return new ReferenceRows()
                .row("Tenant not found", "400 invalid_request 90002", () -> refused("/other/oauth2/token", secret))
                .row(
                        "Application not found",
                        "401 unauthorized_client 700016",
                        () -> refused(first, "grant_type=client_credentials&client_id=x&client_secret=y"))
                .row(
                        "Invalid client secret",
                        "401 invalid_client 7000215",
                        () -> refused(first, start + "&client_secret=wrong&resource=" + AUDIENCE))
                .row(
                        "Resource not found",
                        "400 invalid_resource 500011",
                        () -> refused(first, secret + "&resource=https://elsewhere.example"))
                .row("No resource", "400 invalid_request 900144", () -> refused(first, secret))
                .row(
                        "Another grant type",
                        "400 unsupported_grant_type 70003",
                        () -> refused(first, "grant_type=password"))
                .row(
                        "v2 without .default",
                        "400 invalid_scope 1002012",
                        () -> refused(second, secret + "&scope=" + AUDIENCE))
                .row(
                        "Assertion that is no JWT",
                        "401 invalid_client 50027",
                        () -> refused(
                                first,
                                assertion("x", "y", 0).replaceAll("client_assertion=.*", "client_assertion=abc")))
                .row(
                        "Assertion expired",
                        "401 invalid_client 700024",
                        () -> refused(first, assertion(self, audience, 1)))
                .row(
                        "Assertion of another subject",
                        "401 invalid_client 700021",
                        () -> refused(first, assertion("x", audience, later)))
                .row(
                        "Assertion for another audience",
                        "401 invalid_client 700023",
                        () -> refused(first, assertion(self, "https://elsewhere.example", later)))
                .row(
                        "Assertion that is not signed",
                        "401 invalid_client 5002738",
                        () -> refused(first, assertion("{\"alg\":\"none\"}", self, self, audience, later)))
                .row(
                        "Assertion that names no certificate",
                        "401 invalid_client 5002730",
                        () -> refused(first, assertion("{\"alg\":\"RS256\"}", self, self, audience, later)))
                .row(
                        "Federated assertion for another audience",
                        "401 invalid_client 700212",
                        () -> refused(first, assertion("{\"alg\":\"RS256\"}", "ci", "job", audience, later)))
                .row(
                        "Federated assertion",
                        200,
                        () -> scene.client
                                .form(
                                        first,
                                        assertion(
                                                "{\"alg\":\"RS256\"}",
                                                "ci",
                                                "job",
                                                "api://AzureADTokenExchange",
                                                later))
                                .status())
                .row(
                        "Assertion",
                        200,
                        () -> scene.client
                                .form(first, assertion(self, audience, later))
                                .status());
    }

    @Test
    void anErrorHasAllItsMembers() {
        JsonObject error = scene.client.form(first, start).json();
        assertThat(error)
                .containsOnlyKeys(
                        "error",
                        "error_description",
                        "error_codes",
                        "timestamp",
                        "trace_id",
                        "correlation_id",
                        "error_uri");
        assertThat(error.getString("error_description")).startsWith("AADSTS900144: ");
        assertThat(error.getString("timestamp")).isEqualTo("2026-11-23 10:00:00Z");
    }

    @Test
    @ReferenceRow("12.6-2")
    @DisplayName("The first endpoint writes numbers as strings")
    void theFirstEndpointWritesNumbersAsStrings() {
        JsonObject token =
                scene.client.form(first, secret + "&resource=" + AUDIENCE).json();
        assertThat(token.getString("expires_in")).isEqualTo("3599");
        assertThat(token.getString("resource")).isEqualTo(AUDIENCE);
        assertThat(token.getString("access_token")).startsWith(EmbeddedStore.MADE_UP);
    }

    @Test
    @ReferenceRow("12.6-2")
    @DisplayName("The second endpoint writes numbers")
    void theSecondEndpointWritesNumbers() {
        JsonObject token = scene.client
                .form(second, secret + "&scope=" + AUDIENCE + "/.default")
                .json();
        assertThat(token.getInt("expires_in")).isEqualTo(3599);
        assertThat(token).doesNotContainKey("resource");
    }

    /** Clients whose service address is the resource too, such as Microsoft's extension for Azure DevOps. */
    @TestFactory
    Iterable<DynamicTest> itsOwnAddressIsAResource() {
        String root = scene.store.serviceUrl().toString();
        String local = root.replace("127.0.0.1", "localhost");
        ReferenceRows rows = new ReferenceRows();
        for (String resource : List.of(root, root + "/", local, AUDIENCE)) {
            rows.row("v1 " + resource, "200 " + resource, () -> opened(first, "&resource=" + resource));
            rows.row("v2 " + resource, "200 " + resource, () -> opened(second, "&scope=" + resource + "/.default"));
        }
        return rows.row(
                        "The real one with a slash",
                        "401 " + AUDIENCE + "/",
                        () -> opened(first, "&resource=" + AUDIENCE + "/"))
                .row(
                        "Another port",
                        "400 invalid_resource 500011",
                        () -> refused(first, secret + "&resource=http://127.0.0.1:1"))
                .row(
                        "Another host",
                        "400 invalid_scope 1002012",
                        () -> refused(second, secret + "&scope=" + root.replace("127.0.0.1", "example.org")));
    }

    /** What the Store answers to the token, and what the token is for. */
    private String opened(String path, String what) {
        String token = scene.client.form(path, secret + what).json().getString("access_token");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        int status = scene.client
                .call("GET", "applications/" + scene.app(), "", Map.of("Authorization", "Bearer " + token))
                .status();
        return status + " "
                + Json.read(claims.getBytes(StandardCharsets.UTF_8))
                        .asJsonObject()
                        .getString("aud");
    }

    @Test
    void librariesFindTheEndpointsByDiscovery() {
        String root = scene.store.loginUrl() + "/" + scene.store.tenantId();
        JsonObject v2 = get("/" + scene.store.tenantId() + "/v2.0/.well-known/openid-configuration")
                .json();
        assertThat(v2.getString("token_endpoint")).isEqualTo(root + "/oauth2/v2.0/token");
        assertThat(v2.getString("issuer")).isEqualTo(root + "/v2.0");
        JsonObject v1 = get("/" + scene.store.tenantId() + "/.well-known/openid-configuration")
                .json();
        assertThat(v1.getString("token_endpoint")).isEqualTo(root + "/oauth2/token");
        assertThat(v1.keySet()).contains("authorization_endpoint", "jwks_uri", "issuer");
    }

    @TestFactory
    Iterable<DynamicTest> whatIsNotThereBelowTheLoginIsToldAsEntraDoes() {
        String tenant = "/" + scene.store.tenantId();
        ReferenceRows rows = new ReferenceRows();
        for (String path : List.of(
                tenant + "/oauth2/v3.0/token",
                tenant + "/oauth2/tokens",
                tenant + "/v2.0/nothing",
                tenant + "/.well-known/other",
                tenant + "/discovery/keys")) {
            rows.row(path, "404 invalid_request 90023", () -> entra(get(path)));
        }
        return rows.row(
                "Discovery of another tenant",
                "400 invalid_request 90002",
                () -> entra(get("/other/v2.0/.well-known/openid-configuration")));
    }

    private static String entra(EmulatorClient.Reply reply) {
        return reply.status() + " " + reply.json().getString("error") + " "
                + reply.json().getJsonArray("error_codes").getInt(0);
    }

    private EmulatorClient.Reply get(String path) {
        return scene.client.blob("GET", scene.store.loginUrl() + path, new byte[0], Map.of());
    }

    /** {@code client_secret_basic}: both parts are form-encoded before they are joined (RFC 6749, 2.3.1). */
    @TestFactory
    Iterable<DynamicTest> credentialsByHttpBasic() {
        String id = scene.store.clientId();
        String known = scene.store.clientSecret();
        return new ReferenceRows()
                .row("Right", "200", () -> basic(id + ":" + known, ""))
                .row("Form-encoded", "200", () -> basic(id.replace("-", "%2D") + ":" + known.replace("-", "%2d"), ""))
                .row("With the same client in the form", "200", () -> basic(id + ":" + known, "&client_id=" + id))
                .row("Wrong secret", "401 invalid_client 7000215", () -> basic(id + ":wrong", ""))
                .row("Wrong client", "401 unauthorized_client 700016", () -> basic("other:" + known, ""))
                .row("No colon", "400 invalid_request 90023", () -> basic(id, ""))
                .row(
                        "Two ways at once",
                        "400 invalid_request 90023",
                        () -> basic(id + ":" + known, "&client_secret=" + known))
                .row("Two clients", "400 invalid_request 90023", () -> basic(id + ":" + known, "&client_id=other"));
    }

    private String basic(String credentials, String more) {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        EmulatorClient.Reply reply = scene.client.blob(
                "POST",
                scene.store.loginUrl() + first,
                ("grant_type=client_credentials&resource=" + AUDIENCE + more).getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", "Basic " + encoded));
        return reply.status() == 200 ? "200" : entra(reply);
    }
}
