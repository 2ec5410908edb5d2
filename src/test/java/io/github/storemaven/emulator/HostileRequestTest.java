package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that no good client sends: a 4xx or a closed connection, never a hang, and others are served meanwhile. */
@Timeout(60)
class HostileRequestTest {
    private final StoreFixture scene = new StoreFixture();
    private final String app = "applications/" + scene.app();

    @AfterEach
    void stop() {
        scene.close();
    }

    private Socket socket() throws IOException {
        URI root = scene.store.serviceUrl();
        Socket socket = new Socket(root.getHost(), root.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private String blobThatClimbs() {
        String path = "/a/ingestion/..%2F..%2Foutside?sig=x";
        return scene.raw("PUT " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx");
    }

    private String host() {
        return scene.store.serviceUrl().getAuthority();
    }

    private String authorized(String start, String rest) {
        String token = scene.client
                .token("https://manage.devcenter.microsoft.com")
                .json()
                .getString("access_token");
        return scene.raw(start + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n" + rest + "\r\n");
    }

    @TestFactory
    Iterable<DynamicTest> answered() {
        JsonObject submission = scene.create(app);
        String one = "/v1.0/my/" + StoreFixture.one(app, submission);
        String blob = URI.create(EmulatorClient.uploadUrl(submission)).getRawPath() + "?"
                + URI.create(EmulatorClient.uploadUrl(submission)).getRawQuery();
        return new ReferenceRows()
                .row("POST without Content-Length", "411", () -> authorized("POST " + one + "/commit", ""))
                .row(
                        "Upload without Content-Length",
                        "411 MissingContentLengthHeader",
                        () -> scene.raw("PUT " + blob + " HTTP/1.1\r\nHost: x\r\nx-ms-blob-type: BlockBlob\r\n\r\n"))
                .row(
                        "Wrong content type",
                        "415",
                        () -> authorized("PUT " + one, "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}"))
                .row(
                        "Another content type without a body",
                        "404",
                        () -> authorized(
                                "POST /v1.0/my/" + app + "0/submissions",
                                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n"))
                .row("Broken JSON", "400", () -> authorized("PUT " + one, "Content-Length: 1\r\n\r\n{"))
                .row(
                        "JSON nested 100,000 deep",
                        "400",
                        () -> scene.client
                                        .call("PUT", one.substring("/v1.0/my/".length()), "[".repeat(100_000))
                                        .status()
                                + "")
                .row("JSON of 40 MiB", "413", () -> authorized("PUT " + one, "Content-Length: 41943040\r\n\r\n{"))
                .row(
                        "JSON that is no UTF-8",
                        "400",
                        () -> authorized("PUT " + one, "Content-Length: 4\r\n\r\n{\"\u00ff\""))
                .row("JSON that ends early", "", () -> authorized("PUT " + one, "Content-Length: 9\r\n\r\n{"))
                .row(
                        "Length that is no number",
                        "400",
                        () -> authorized("PUT " + one, "Content-Length: many\r\n\r\n{}"))
                .row("Negative length", "400", () -> authorized("PUT " + one, "Content-Length: -1\r\n\r\n{}"))
                .row(
                        "Page size of a billion digits",
                        "400",
                        () -> authorized("GET /v1.0/my/applications?top=" + "9".repeat(9_999), ""))
                .row("Broken escape in the path", "400", () -> authorized("GET /v1.0/my/%zz", ""))
                .row(
                        "Form of a token that is none",
                        "400",
                        () -> scene.raw("POST /t/oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n%%="))
                .row(
                        "Switches in broken JSON",
                        "400",
                        () -> scene.raw("POST /emulator/faults HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n{"))
                .row("Unknown verb", "405", () -> authorized("BREW /v1.0/my/" + app, ""))
                .row("No HTTP at all", "400", () -> scene.raw("hello\r\n\r\n"))
                .row("Path that climbs", "404", () -> scene.raw("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n"))
                .row("Blob path that climbs", "403 AuthenticationFailed", this::blobThatClimbs);
    }

    /** DNS rebinding: a page of another site, whose name was pointed at this machine, is same-origin for its browser. */
    @TestFactory
    Iterable<DynamicTest> onlyWhoCallsByALoopbackName() {
        int port = scene.store.serviceUrl().getPort();
        ReferenceRows rows = new ReferenceRows();
        for (String host : List.of("127.0.0.1:" + port, "localhost:" + port, "LocalHost:" + port, "[::1]:" + port)) {
            rows.row("Host " + host, "200", () -> page("Host: " + host + "\r\n"));
            rows.row(
                    "Origin http://" + host,
                    "200",
                    () -> page("Host: 127.0.0.1:" + port + "\r\nOrigin: http://" + host + "\r\n"));
        }
        for (String host : List.of(
                "evil.example:" + port,
                "127.0.0.1",
                "localhost:" + (port + 1),
                "localhost.:" + port,
                "127.0.0.1.evil.example:" + port,
                "127.0.0.2:" + port,
                "")) {
            rows.row("Host '" + host + "'", "403", () -> page("Host: " + host + "\r\n"));
        }
        for (String origin : List.of(
                "http://evil.example:" + port, "http://localhost:3000", "https://127.0.0.1:" + port, "null", "")) {
            rows.row(
                    "Origin '" + origin + "'",
                    "403",
                    () -> page("Host: 127.0.0.1:" + port + "\r\nOrigin: " + origin + "\r\n"));
        }
        return rows.row("No Host", "403", () -> page(""))
                .row("Two hosts", "403", () -> page("Host: 127.0.0.1:" + port + "\r\nHost: evil.example\r\n"))
                .row(
                        "Before all else",
                        "403",
                        () -> scene.raw("POST /" + scene.store.tenantId()
                                + "/oauth2/token HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n"));
    }

    private String page(String headers) {
        return scene.raw("GET / HTTP/1.1\r\n" + headers + "\r\n");
    }

    @Test
    void aLongPathIsCutInTheLog() {
        scene.client.call("GET", "a".repeat(100_000) + "?q=" + "b".repeat(100_000));
        RecordedRequest last = scene.store.requests().get(scene.store.requests().size() - 1);
        assertThat(last.path()).hasSize(500).startsWith("/v1.0/my/aaa");
        assertThat(last.query()).hasSize(500).startsWith("q=bbb");
    }

    @Test
    void faultsAreBounded() {
        for (int i = 0; i < 100; i++) {
            scene.store.faults().set("stuck");
        }
        String url = scene.store.serviceUrl() + "/emulator/faults";
        EmulatorClient.Reply more = post(url, "{\"fault\": \"stuck\"}");
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.text()).contains("at most 100 faults are on at once");
        scene.store.faults().clear();
        assertThat(post(url, "[" + "{\"fault\": \"stuck\"},".repeat(100) + "{\"fault\": \"stuck\"}]")
                        .status())
                .isEqualTo(400);
        assertThat(post(url, "{\"fault\": \"answer\", \"message\": \"" + "a".repeat(20_000) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(scene.store.faults().list()).isEmpty();
    }

    private EmulatorClient.Reply post(String url, String body) {
        return scene.client.blob("POST", url, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Test
    void aHeaderOfAMegabyteIsRefused() {
        assumeTrue(
                Runtime.version().compareToIgnoreOptional(Runtime.Version.parse("17.0.15")) >= 0,
                "the server of JDK 17.0.7 takes any header, that of 17.0.15 does not");
        String answer = scene.raw("GET / HTTP/1.1\r\nHost: x\r\nX-Huge: " + "a".repeat(1024 * 1024) + "\r\n\r\n");
        assertThat(answer).isIn("", "400", "431");
        assertThat(scene.client.call("GET", app).status()).isEqualTo(200);
    }

    @Test
    void halfRequestsHoldNobodyUp() throws IOException {
        try (Socket half = socket();
                Socket body = socket()) {
            half.getOutputStream().write("GET /v1.0/my/appl".getBytes(StandardCharsets.UTF_8));
            body.getOutputStream()
                    .write(("PUT /v1.0/my/" + app + " HTTP/1.1\r\nHost: " + host()
                                    + "\r\nContent-Length: 100\r\n\r\nhalf")
                            .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 20; i++) {
                assertThat(scene.client.call("GET", app).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void halfAnUploadLeavesNothing() throws IOException {
        String url = EmulatorClient.uploadUrl(scene.create(app));
        URI uri = URI.create(url);
        try (Socket socket = socket()) {
            socket.getOutputStream()
                    .write(("PUT " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: " + host()
                                    + "\r\n" + "x-ms-blob-type: BlockBlob\r\nContent-Length: 100\r\n\r\nhalf")
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(scene.client.blob("GET", url, new byte[0], Map.of()).header("x-ms-error-code"))
                .isEqualTo("BlobNotFound");
    }

    /** Names that climb, in the document, in the ZIP, and in a bundle inside of it; only the Store's folder is written to. */
    @Test
    void namesThatClimbStayInsideTheFolder(@TempDir Path around) throws IOException {
        Path folder = Files.createDirectory(around.resolve("store"));
        String name = "../../climbed.msix";
        byte[] bundle = Zips.bundle("2.0.0.0", "../../../climbed", "x64");
        try (EmbeddedStore store = EmbeddedStore.builder().directory(folder).start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(store);
            JsonObject created =
                    client.call("POST", "applications/9PAPPDEMO001/submissions").json();
            String one = StoreFixture.one("applications/9PAPPDEMO001", created);
            client.call("PUT", one, Documents.replacePackages(created, "applicationPackages", name));
            client.upload(created, Zips.zip(name, bundle));
            assertThat(client.call("POST", one + "/commit").status()).isEqualTo(202);
            assertThat(client.call("GET", one + "/status").json().getString("status"))
                    .isEqualTo("Published");
        }
        try (var files = Files.walk(around)) {
            assertThat(files).allMatch(file -> file.equals(around) || file.startsWith(folder));
        }
        assertThat(around.getParent().resolve("climbed.msix")).doesNotExist();
    }
}
