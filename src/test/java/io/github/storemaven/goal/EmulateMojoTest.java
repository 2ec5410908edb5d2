package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.io.DefaultSettingsReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goal that serves until it is stopped: what it tells, what it keeps, and what it refuses to begin with. */
class EmulateMojoTest {
    @TempDir
    Path folder;

    private final EmulateMojo mojo = new EmulateMojo();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> warned = new CopyOnWriteArrayList<>();
    private final CountDownLatch serving = new CountDownLatch(1);

    @BeforeEach
    void configure() throws Exception {
        new GoalFixture<>(mojo, "emulate").configure();
        mojo.port = "0";
        mojo.pace = "PT1S";
        mojo.applicationId = "9PAPPDEMO001";
        mojo.outputDirectory = folder.resolve("out").toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add(line.toString());
                if (line.toString().contains("mvn ")) {
                    serving.countDown();
                }
            }

            @Override
            public void warn(CharSequence line) {
                warned.add(line.toString());
            }
        });
    }

    private interface While {
        void serves(JsonObject facts) throws Exception;
    }

    private void run(While check) throws Exception {
        java.util.concurrent.atomic.AtomicReference<Throwable> end =
                new java.util.concurrent.atomic.AtomicReference<>();
        Thread goal = new Thread(() -> end.set(catchThrowable(mojo::execute)), "emulate");
        goal.start();
        try {
            assertThat(serving.await(2, TimeUnit.MINUTES)).isTrue();
            check.serves(facts());
        } finally {
            goal.interrupt();
            goal.join(Duration.ofMinutes(2).toMillis());
        }
        assertThat(goal.isAlive()).isFalse();
    }

    private JsonObject facts() throws Exception {
        return ParsedJson.ofFile(folder.resolve("out").resolve("emulator.json")).object();
    }

    private static int get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private String submit() {
        return "io.github.storemaven:store-maven-plugin:" + mojo.execution.getVersion() + ":submit";
    }

    @Test
    void itTellsWhereAndHowAndEndsWithEverythingStored() throws Exception {
        mojo.emulatorDirectory = folder.resolve("state").toFile();
        run(facts -> {
            String root = facts.getString("serviceUrl");
            assertThat(facts.keySet())
                    .containsExactly(
                            "serviceUrl",
                            "loginUrl",
                            "tenantId",
                            "clientId",
                            "clientSecret",
                            "installerServiceUrl",
                            "sellerId",
                            "productIds",
                            "applicationIds");
            assertThat(facts.getJsonArray("productIds")).hasSize(1);
            assertThat(facts.getJsonArray("applicationIds").getString(0)).isEqualTo("9PAPPDEMO001");
            assertThat(facts.getString("clientSecret")).startsWith(EmbeddedStore.MADE_UP);
            assertThat(said)
                    .anyMatch(line -> line.startsWith("  faults by     curl -d @faults.json http://127.0.0.1:"));
            assertThat(said.get(said.size() - 1))
                    .isEqualTo("mvn -s \"" + folder.resolve("out").toString().replace('\\', '/')
                            + "/emulator-settings.xml\""
                            + " " + submit() + " \"-Dstore.serviceUrl=" + root
                            + "\" \"-Dstore.loginUrl=" + root + "\" \"-Dstore.applicationId=9PAPPDEMO001\"");
            Server server = new DefaultSettingsReader()
                    .read(folder.resolve("out/emulator-settings.xml").toFile(), Map.of())
                    .getServer("microsoft-store");
            assertThat(server.getUsername()).isEqualTo(facts.getString("clientId"));
            assertThat(server.getPassword()).isEqualTo(facts.getString("clientSecret"));
            assertThat(server.getConfiguration().toString())
                    .contains("<tenantId>" + facts.getString("tenantId") + "</tenantId>");
            assertThat(get(root + "/")).isEqualTo(200);
            assertThat(get(root + "/v1.0/my/applications")).isEqualTo(401);
        });
        assertThat(said).last().asString().contains("has stopped after 1 requests");
        assertThatThrownBy(() -> get(facts().getString("serviceUrl") + "/")).isInstanceOf(IOException.class);
        try (EmbeddedStore tomorrow =
                EmbeddedStore.builder().directory(folder.resolve("state")).start()) {
            assertThat(tomorrow.applicationIds()).containsExactly("9PAPPDEMO001");
        }
    }

    @Test
    void switchesAreSetAndUnknownOnesAreRefusedWithTheKnown() throws Exception {
        mojo.switches = "flightNeedsGroup=true, rawPlus = Always";
        run(facts -> assertThat(new String(
                        URI.create(facts.getString("serviceUrl") + "/")
                                .toURL()
                                .openStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains("flightNeedsGroup=true", "rawPlus=always", "titlesStrict=true"));
    }

    @Test
    void thePlusThatAClientDidNotEscapeIsNamedInTheLogAndOnTheStatusPage() throws Exception {
        mojo.switches = "rawPlus=always";
        String cause = "The client has not escaped the + of fileUploadUrl as %2B";
        run(facts -> {
            String root = facts.getString("serviceUrl");
            String token = post(
                            root + "/" + facts.getString("tenantId") + "/oauth2/token",
                            "application/x-www-form-urlencoded",
                            "",
                            "grant_type=client_credentials&client_id=" + facts.getString("clientId")
                                    + "&client_secret=" + facts.getString("clientSecret")
                                    + "&resource=https://manage.devcenter.microsoft.com")
                    .getString("access_token");
            String url = post(
                            root + "/v1.0/my/applications/9PAPPDEMO001/submissions",
                            "application/json",
                            "Bearer " + token,
                            "")
                    .getString("fileUploadUrl");
            assertThat(url).contains("+");
            assertThat(get(url)).isEqualTo(403);
            assertThat(warned).singleElement().asString().contains("GET of the upload URL: 403", cause);
            assertThat(text(root + "/")).contains(cause);
        });
    }

    private static JsonObject post(String address, String type, String authorization, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        byte[] answer = HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofByteArray())
                .body();
        return ParsedJson.of(address, answer).object();
    }

    private static String text(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void switchesThatAreNoneAreRefusedTogether() {
        mojo.switches = "titleStrict=false,rawPlus=often,flightNeedsGroup=yes,what";
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("store.switches: ")
                .hasMessageContaining("there is no switch \"titleStrict\"; known are ageRatingsDone, ")
                .hasMessageContaining("the switch rawPlus is \"often\"; allowed values: never, sometimes, always")
                .hasMessageContaining("the switch flightNeedsGroup is \"yes\"; allowed values: true, false")
                .hasMessageContaining("\"what\" is no name=value");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void itBeginsWithADocumentAndWithFaults() throws Exception {
        mojo.rehearseDocument = write("document.json", "{\"listings\": {}, \"notesForCertification\": \"seeded\"}");
        mojo.faults = write("faults.json", "[{\"fault\": \"answer\", \"status\": 503}]");
        run(facts -> assertThat(get(facts.getString("serviceUrl") + "/v1.0/my/applications"))
                .isEqualTo(503));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "0x50", "1e3"})
    void aPortIsANumberThatAPortMayHave(String port) {
        mojo.port = port;
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("store.port is \"" + port + "\"; allowed values: 0 to 65535");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPortInUseIsNamedAndItsFolderStaysFree() throws Exception {
        try (EmbeddedStore other = EmbeddedStore.builder().start()) {
            mojo.port = Integer.toString(other.serviceUrl().getPort());
            mojo.emulatorDirectory = folder.resolve("state").toFile();
            assertThatThrownBy(mojo::execute).hasMessageContaining("store.port is " + mojo.port + ", which another");
        }
        assertThat(folder.resolve("out")).doesNotExist();
        EmbeddedStore.builder().directory(folder.resolve("state")).start().close();
    }

    @Test
    void withoutAFolderOfItsOwnNoFolderIsBlamed() throws Exception {
        try (EmbeddedStore other = EmbeddedStore.builder().start()) {
            mojo.port = Integer.toString(other.serviceUrl().getPort());
            assertThatThrownBy(mojo::execute)
                    .hasMessageContaining("store.port is " + mojo.port + ", which another")
                    .hasMessageNotContaining("emulatorDirectory");
        }
        assertThat(RehearsalStore.notStarted(Optional.empty(), new IOException("No space left on device")))
                .startsWith("The embedded Store cannot be started in the folder for temporary files (java.io.tmpdir). ")
                .contains("No space left on device")
                .doesNotContain("emulatorDirectory");
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndLeftAlone() throws Exception {
        Path theirs = write("thesis.txt", "years of work").toPath();
        mojo.emulatorDirectory = folder.toFile();
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("store.emulatorDirectory is " + folder)
                .hasMessageContaining("no state folder");
        assertThat(theirs).hasContent("years of work");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aDocumentThatIsNoSubmissionIsRefused() throws Exception {
        assertThatThrownBy(() -> withDocument("{\"listings\": [")).hasMessageContaining("store.rehearseDocument");
        assertThatThrownBy(() -> withDocument("{\"changes\": []}"))
                .hasMessageContaining("no published document of kind app")
                .hasMessageContaining("it has no \"listings\"");
        assertThatThrownBy(() -> withDocument("{\"listings\": 1}")).hasMessageContaining("'listings' must be");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void withDocument(String json) throws Exception {
        mojo.rehearseDocument = write("document.json", json);
        mojo.execute();
    }

    @Test
    void anUnknownFaultIsNamedWithTheNearest() throws Exception {
        mojo.faults = write("faults.json", "{\"faults\": [{\"fault\": \"throtle\"}]}");
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("store.faults: " + mojo.faults)
                .hasMessageContaining("there is no fault \"throtle\"; did you mean \"throttle\"?");
        mojo.faults = folder.resolve("missing.json").toFile();
        assertThatThrownBy(mojo::execute).hasMessageContaining("missing.json, which cannot be read");
    }

    private java.io.File write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toFile();
    }
}
