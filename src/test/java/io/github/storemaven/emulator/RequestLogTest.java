package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An app's release as reference 9.1 has it, from token to publication. */
class RequestLogTest {
    private static final String APP = "9PAPPDEMO001";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private EmbeddedStore store;
    private EmulatorClient client;

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder()
                .pace(Duration.ofMinutes(1))
                .clock(now::get)
                .start();
        store.add(ApplicationSeed.published(APP).identity("40001Harbour.TideTableDemo", "CN=Harbour"));
        client = new EmulatorClient(store);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    @ReferenceRow(value = "12.5-b", mark = INFERRED)
    @DisplayName("An app is released and its references move")
    void anAppIsReleasedAndItsReferencesMove() {
        JsonObject created = client.call("POST", path("submissions")).json();
        String one = path("submissions/" + created.getString("id"));
        JsonObject changed = Documents.replacePackages(created, "applicationPackages", "tide_1.1.0.0_x64.msix");
        assertThat(client.call("PUT", one, changed).status()).isEqualTo(200);
        byte[] zip = Zips.zip("tide_1.1.0.0_x64.msix", Zips.msix("1.1.0.0", "x64"));
        assertThat(client.upload(created, zip).status()).isEqualTo(201);
        assertThat(client.call("POST", one + "/commit").text()).isEqualTo("{\"status\":\"CommitStarted\"}");
        assertThat(states(one))
                .containsExactly(
                        "CommitStarted",
                        "PreProcessing",
                        "Certification",
                        "Release",
                        "PendingPublication",
                        "Publishing",
                        "Published");
        JsonObject app = client.call("GET", "applications/" + APP).json();
        assertThat(Json.object(app, "lastPublishedApplicationSubmission").getString("id"))
                .isEqualTo(created.getString("id"));
        assertThat(app).doesNotContainKey("pendingApplicationSubmission");
        JsonObject stored = store.published(APP).orElseThrow();
        assertThat(Json.objects(stored, "applicationPackages")).singleElement().satisfies(entry -> {
            assertThat(entry.getString("version")).isEqualTo("1.1.0.0");
            assertThat(entry.getString("fileStatus")).isEqualTo("Uploaded");
            assertThat(entry.getString("id")).hasSize(19);
        });
    }

    @Test
    void requestsAreRecordedWithoutSignatures() {
        JsonObject created = client.call("POST", path("submissions")).json();
        now.updateAndGet(time -> time.plusSeconds(61));
        client.upload(created, Zips.zip("a", Zips.PNG));
        assertThat(store.requests())
                .extracting(request -> request.at().toString())
                .containsExactly("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z", "2026-11-23T10:01:01Z");
        assertThat(store.requests())
                .extracting(RecordedRequest::call)
                .containsExactly("token", "createSubmission", "putBlob");
        assertThat(store.requests()).extracting(RecordedRequest::status).containsExactly(200, 201, 201);
        assertThat(store.requests().toString()).doesNotContain(EmbeddedStore.MADE_UP);
    }

    private List<String> states(String one) {
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            states.add(client.call("GET", one + "/status").json().getString("status"));
            now.updateAndGet(time -> time.plusSeconds(60));
        }
        return states;
    }

    private static String path(String rest) {
        return "applications/" + APP + "/" + rest;
    }
}
