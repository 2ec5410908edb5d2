package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The switches of reference 12.7, and those for what networks do. */
class FaultsTest {
    private final StoreFixture scene = new StoreFixture();
    private final String app = "applications/" + scene.app();

    @AfterEach
    void stop() {
        scene.close();
    }

    private void set(String name, JsonObjectBuilder parameters) {
        scene.store.faults().set(name, parameters.build());
    }

    private static JsonObjectBuilder once() {
        return Json.object().add("times", 1);
    }

    /**
     * Throttle and token life are not used up, a stalled response would keep this client, a release lists nothing, and three
     * are for MSI and EXE products; they have tests of their own.
     */
    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {
                "THROTTLE",
                "TOKEN_LIFE",
                "STALL",
                "ODD_PAGING",
                "PACKAGE_UPLOAD_ERROR",
                "PUBLISHING_FAILED",
                "WARNINGS"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void eachKindAppliesOnceInTheCourseOfARelease(Fault.Kind kind) {
        JsonObjectBuilder parameters = once();
        if (kind == Fault.Kind.SKIP_STATES) {
            parameters.add("states", Json.texts(List.of("Certification")));
        }
        if (kind == Fault.Kind.DELAY) {
            parameters.add("milliseconds", 1);
        }
        set(kind.apiName(), parameters);
        assertThat(scene.store.faults().list()).hasSize(1);
        try {
            scene.status(app, scene.published(app, UnaryOperator.identity()));
        } catch (RuntimeException e) {
            // The release has met the fault.
        }
        assertThat(scene.store.faults().list()).isEmpty();
    }

    @Test
    void aGhostIsThereAlthoughCreateSaysFiveHundred() {
        set("ghostCreate", once());
        assertThat(scene.client.call("POST", app + "/submissions").status()).isEqualTo(500);
        assertThat(scene.client.call("GET", app).json()).containsKey("pendingApplicationSubmission");
        assertThat(scene.client.call("POST", app + "/submissions").verdict()).isEqualTo("409 InvalidState submission");
    }

    /** A public report: commit accepted, published, and the package of before is what customers get. */
    @Test
    void aPackageIsLostWithoutAWord() {
        var before = Json.items(scene.create(app), "applicationPackages");
        scene.client.call("DELETE", app + "/submissions/" + pending().getString("id"));
        set("dropPackages", once());
        JsonObject lost = scene.published(app, UnaryOperator.identity());
        assertThat(scene.status(app, lost)).isEqualTo("Published");
        JsonObject live = scene.client.call("GET", StoreFixture.one(app, lost)).json();
        assertThat(live.getJsonArray("applicationPackages")).isEqualTo(before);
        assertThat(live.getJsonObject("statusDetails").getJsonArray("errors")).isEmpty();
        scene.published(app, UnaryOperator.identity());
        assertThat(scene.store
                        .published(app.substring("applications/".length()))
                        .orElseThrow()
                        .getJsonArray("applicationPackages")
                        .getJsonObject(0)
                        .getString("version"))
                .isEqualTo("2.0.0.0");
    }

    private JsonObject pending() {
        return scene.client.call("GET", app).json().getJsonObject("pendingApplicationSubmission");
    }

    @Test
    void aZombieAnswersPutAndStoresNothing() {
        set("zombie", once());
        scene.client.call("POST", app + "/submissions");
        String id = scene.client
                .call("GET", app)
                .json()
                .getJsonObject("pendingApplicationSubmission")
                .getString("id");
        String one = app + "/submissions/" + id;
        JsonObject changed = Documents.set(scene.client.call("GET", one).json(), "/notesForCertification", "new");
        assertThat(scene.client.call("PUT", one, changed).json().getString("notesForCertification"))
                .isEqualTo("new");
        assertThat(scene.client.call("GET", one).json().isNull("notesForCertification")
                        || !"new".equals(scene.client.call("GET", one).json().getString("notesForCertification")))
                .isTrue();
    }

    @Test
    void aCommitIsStuckWithoutErrors() {
        set("stuck", once());
        JsonObject submission = scene.committed(app, UnaryOperator.identity());
        scene.wait(Duration.ofHours(5));
        assertThat(scene.status(app, submission)).isEqualTo("CommitStarted");
    }

    @Test
    void aCommitIsStuckWithErrors() {
        set("stuck", once().add("errors", true));
        JsonObject submission = scene.committed(app, UnaryOperator.identity());
        scene.wait(Duration.ofHours(5));
        JsonObject status = scene.client
                .call("GET", StoreFixture.one(app, submission) + "/status")
                .json();
        assertThat(status.getString("status")).isEqualTo("CommitStarted");
        assertThat(status.getJsonObject("statusDetails").getJsonArray("errors")).isNotEmpty();
    }

    @Test
    void aCommitFallsBack() {
        set("fallBack", once());
        JsonObject submission = scene.committed(app, UnaryOperator.identity());
        scene.wait(Duration.ofMinutes(1));
        assertThat(scene.status(app, submission)).isEqualTo("PendingCommit");
    }

    @Test
    void statesAreSkipped() {
        set("skipStates", once().add("states", Json.texts(List.of("PreProcessing", "Certification"))));
        JsonObject submission = scene.committed(app, UnaryOperator.identity());
        scene.wait(Duration.ofMinutes(2));
        assertThat(scene.status(app, submission)).isEqualTo("CommitStarted");
        scene.wait(Duration.ofMinutes(1));
        assertThat(scene.status(app, submission)).isEqualTo("Release");
    }

    @Test
    void aCertificationIsRefusedWithAReport() {
        set(
                "fail",
                once().add("state", "CertificationFailed")
                        .add("code", "Unheard")
                        .add("report", "https://reports.example.invalid/1"));
        JsonObject submission = scene.committed(app, UnaryOperator.identity());
        scene.wait(Duration.ofMinutes(9));
        JsonObject status = scene.client
                .call("GET", StoreFixture.one(app, submission) + "/status")
                .json();
        assertThat(status.getString("status")).isEqualTo("CertificationFailed");
        assertThat(status.toString()).contains("Unheard", "https://reports.example.invalid/1");
    }

    @Test
    @ReferenceRow("12.6-5")
    @DisplayName("The throttle answers 429 with Retry-After")
    void theThrottleAnswersFourHundredTwentyNine() {
        set("throttle", Json.object().add("requestsPerMinute", 2));
        scene.client.call("GET", app);
        scene.client.call("GET", app);
        EmulatorClient.Reply third = scene.client.call("GET", app);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).matches("\\d+");
        scene.wait(Duration.ofSeconds(61));
        assertThat(scene.client.call("GET", app).status()).isEqualTo(200);
    }

    @Test
    void aTokenEndsInMidRun() {
        set("endToken", once().add("call", "commitSubmission"));
        JsonObject submission = scene.create(app);
        assertThat(scene.client
                        .call("POST", StoreFixture.one(app, submission) + "/commit")
                        .verdict())
                .isEqualTo("401 Unauthorized");
    }

    @Test
    void anAnswerIsAnotherOneBeforeOrAfterTheEffect() {
        set("answer", once().add("call", "createSubmission").add("status", 503).add("retryAfter", 7));
        EmulatorClient.Reply refused = scene.client.call("POST", app + "/submissions");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("7");
        assertThat(scene.client.call("GET", app).json()).doesNotContainKey("pendingApplicationSubmission");
        set(
                "answer",
                once().add("call", "createSubmission")
                        .add("status", 504)
                        .add("body", "html")
                        .add("done", true));
        assertThat(scene.client.call("POST", app + "/submissions").text()).contains("<html>");
        assertThat(scene.client.call("GET", app).json()).containsKey("pendingApplicationSubmission");
    }

    @Test
    void theConnectionIsLostBeforeOrAfterTheEffect() {
        set("drop", once().add("call", "createSubmission").add("when", "before"));
        assertConnectionIsLost(app + "/submissions");
        assertThat(scene.client.call("GET", app).json()).doesNotContainKey("pendingApplicationSubmission");
        set("drop", once().add("call", "createSubmission").add("when", "after"));
        assertConnectionIsLost(app + "/submissions");
        assertThat(scene.client.call("GET", app).json()).containsKey("pendingApplicationSubmission");
    }

    /** Over a socket, since the JDK's client may repeat a call whose connection ends without a byte. */
    private void assertConnectionIsLost(String path) {
        assertThat(scene.raw("POST /v1.0/my/" + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                        + scene.client.authorization() + "\r\nContent-Length: 0\r\n\r\n"))
                .isEmpty();
    }

    @Test
    void aBodyStallsAndClosingEndsIt() throws Exception {
        set("stall", once().add("call", "token"));
        HttpClient http = HttpClient.newHttpClient();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(scene.store.loginUrl() + "/x/oauth2/token"))
                        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                        .build(),
                BodyHandlers.ofInputStream());
        scene.close();
        assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void answersAreOdd() {
        set("controlCharacters", once().add("call", "createSubmission"));
        assertThat(scene.client.call("POST", app + "/submissions").text()).contains("first\u0001\nsecond");
        set("capitalNames", once());
        assertThat(scene.client.call("GET", app).json()).containsKey("PackageFamilyName");
        set("oddPaging", once());
        assertThat(scene.client.call("GET", "applications?top=1").text()).contains("\"totalCount\":\"1\"");
        set("unknownMembers", once());
        assertThat(scene.client.call("GET", app).json()).containsKey("somethingNew");
        set("zeroReferences", once());
        assertThat(scene.client.call("GET", "applications/" + scene.app()).text())
                .contains("\"id\":\"0\"");
        set("oddNumbers", once().add("call", "getSubmission"));
        String one = app + "/submissions/"
                + scene.client
                        .call("GET", app)
                        .json()
                        .getJsonObject("pendingApplicationSubmission")
                        .getString("id");
        assertThat(scene.client.call("GET", one).text()).contains("0.000E+0");
        set("statusWithoutDetails", once());
        assertThat(scene.client.call("GET", one + "/status").json()).containsOnlyKeys("status");
    }

    @Test
    void anUploadUrlHasExpired() {
        set("expiredUpload", once());
        assertThat(scene.client.upload(scene.create(app), Zips.PNG).status()).isEqualTo(403);
    }

    @Test
    void aDraftOfPartnerCenterIsInTheWay() {
        set("partnerCenterDraft", once());
        assertThat(scene.client.call("POST", app + "/submissions").status()).isEqualTo(409);
        assertThat(scene.store.pending(app.substring(app.indexOf('/') + 1))).isPresent();
    }

    @Test
    void aProductUsesAnUnsupportedFeature() {
        set("unsupportedFeature", Json.object().add("product", app.substring(app.indexOf('/') + 1)));
        assertThat(scene.client.call("GET", app).verdict()).isEqualTo("409 InvalidState");
        assertThat(scene.client.call("GET", "applications/" + scene.app()).status())
                .isEqualTo(200);
    }

    @Test
    void tokensLiveShorter() {
        set("tokenLife", Json.object().add("seconds", 5));
        assertThat(scene.client
                        .token("https://manage.devcenter.microsoft.com")
                        .json()
                        .getString("expires_in"))
                .isEqualTo("5");
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearestOne() {
        assertThatThrownBy(() -> scene.store.faults().set("ghostCraete"))
                .hasMessage("there is no fault \"ghostCraete\"; did you mean \"ghostCreate\"?");
        assertThatThrownBy(() -> set("drop", Json.object().add("cal", "token")))
                .hasMessageContaining("did you mean \"call\"?");
        assertThatThrownBy(() -> set("drop", Json.object().add("call", "comitSubmission")))
                .hasMessageContaining("did you mean \"commitSubmission\"?");
    }

    /** What would strike never, always, or otherwise than was meant. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fault':'stuck','times':0} | the parameter \"times\" is a whole number from 1, this is 0",
                "{'fault':'stuck','times':'2'} | the parameter \"times\" is a whole number from 1, this is \"2\"",
                "{'fault':'stuck','times':1.5} | the parameter \"times\" is a whole number from 1, this is 1.5",
                "{'fault':'answer','status':'503'} | the parameter \"status\" is a whole number from 200 to 599",
                "{'fault':'answer','status':99} | the parameter \"status\" is a whole number from 200 to 599",
                "{'fault':'answer','done':'true'} | the parameter \"done\" is true or false",
                "{'fault':'answer','retryAfter':true} | the parameter \"retryAfter\" is a whole number from 0",
                "{'fault':'throttle','retryAfter':1} | the parameter \"retryAfter\" is true or false",
                "{'fault':'answer','body':'htm'} | there is no body \"htm\"; did you mean \"html\"?",
                "{'fault':'drop','when':'befor'} | there is no when \"befor\"; did you mean \"before\"?",
                "{'fault':'delay','milliseconds':-1} | the parameter \"milliseconds\" is a whole number from 0",
                "{'fault':'fail','state':'CertificationFaild'} | did you mean \"CertificationFailed\"?",
                "{'fault':'fail','state':'Certification'} | there is no state \"Certification\"; did you mean",
                "{'fault':'fail','code':7} | the parameter \"code\" is a text, this is 7",
                "{'fault':'skipStates'} | the fault \"skipStates\" needs \"states\", a list",
                "{'fault':'skipStates','states':'Certification'} | is a list of states such as",
                "{'fault':'skipStates','states':['Certifcation']} | did you mean \"Certification\"?",
                "{'fault':'skipStates','states':['Published']} | there is no states \"Published\"",
                "{'fault':'throttle','product':'9P'} | the fault \"throttle\" has no parameter \"product\"",
                "{'fault':'throttle','times':1} | the fault \"throttle\" has no parameter \"times\"",
                "{'fault':'tokenLife','product':'9P'} | the fault \"tokenLife\" has no parameter \"product\"",
                "{'fault':'drop','call':'token','product':'9P'} | the call \"token\" names no product",
                "{'fault':'drop','call':'putBlock','product':'9P'} | the call \"putBlock\" names no product",
                "{'fault':'stuck','product':9} | the parameter \"product\" is a text, this is 9",
                "{'faults':{'fault':'stuck'}} | \"faults\" is a list",
                "{'faults':[],'fault':'stuck'} | \"faults\" is a list",
            })
    void whatCannotBeMeantIsRefused(String json, String problem) {
        assertThatThrownBy(() -> scene.store.faults().setAll(Documents.json(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
        assertThat(scene.store.faults().list()).isEmpty();
    }

    /** Without a body there is nothing that could come half: the answer does not come at all. */
    @Test
    void anAnswerWithoutABodyStallsToo() throws Exception {
        String url = EmulatorClient.uploadUrl(scene.create(app));
        set("stall", once().add("call", "putBlock"));
        HttpRequest block = HttpRequest.newBuilder(URI.create(url + "&comp=block&blockid=QQ%3D%3D"))
                .PUT(HttpRequest.BodyPublishers.ofString("x"))
                .timeout(Duration.ofMillis(300))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(block, BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void switchesAreSetOverHttp() throws Exception {
        String faults = scene.store.serviceUrl() + "/emulator/faults";
        byte[] body = "{\"faults\":[{\"fault\":\"stuck\",\"times\":2},{\"fault\":\"zombie\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(scene.client.blob("POST", faults, body, Map.of()).status()).isEqualTo(200);
        assertThat(scene.store.faults().list()).hasSize(2);
        byte[] wrong = "[{\"fault\":\"stuk\"}]".getBytes(StandardCharsets.UTF_8);
        assertThat(scene.client.blob("POST", faults, wrong, Map.of()).text()).contains("did you mean");
        scene.client.blob("DELETE", faults + "/zombie", new byte[0], Map.of());
        assertThat(scene.client.blob("GET", faults, new byte[0], Map.of()).text())
                .isEqualTo("{\"faults\":[{\"fault\":\"stuck\",\"times\":2}]}");
        assertThat(scene.client
                        .blob("POST", faults, body, Map.of("Origin", "https://elsewhere.example"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void switchesAreReadFromAFileWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("good.json"), "{\"faults\":[{\"fault\":\"stuck\"}]}");
        scene.store.faults().read(good);
        assertThat(scene.store.faults().list()).hasSize(1);
        Path bad = Files.writeString(folder.resolve("bad.json"), "[{\"fault\":\"zombie\"},{\"fault\":\"thrttle\"}]");
        assertThatThrownBy(() -> scene.store.faults().read(bad))
                .hasMessageContaining("bad.json: there is no fault \"thrttle\"; did you mean \"throttle\"?");
        assertThat(scene.store.faults().list()).hasSize(1);
    }
}
