package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What another run, or a person, does to a product while a client is at work. */
class OtherClientsTest {
    private final StoreFixture scene = new StoreFixture();
    private final String app = "applications/" + scene.app();

    @AfterEach
    void stop() {
        scene.close();
    }

    private void set(String name, JsonObjectBuilder parameters) {
        scene.store.faults().set(name, parameters.add("times", 1).build());
    }

    private String pending() {
        return scene.client
                .call("GET", app)
                .json()
                .getJsonObject("pendingApplicationSubmission")
                .getString("id");
    }

    private String status(String id) {
        return scene.client
                .call("GET", app + "/submissions/" + id + "/status")
                .json()
                .getString("status");
    }

    @Test
    void aSubmissionIsPendingForSoManyQuestionsAndPublished() {
        set("otherSubmission", Json.object().add("polls", 3).add("version", "7.0.0.0"));
        String id = pending();
        List<String> seen = new ArrayList<>();
        for (int poll = 0; poll < 3; poll++) {
            seen.add(status(id));
        }

        assertThat(seen).containsOnly("Certification");
        assertThat(scene.client.call("POST", app + "/submissions").status()).isEqualTo(409);
        assertThat(status(id)).isEqualTo("Published");
        assertThat(scene.client.call("GET", app).json()).doesNotContainKey("pendingApplicationSubmission");
        JsonObject live = scene.client.call("GET", app + "/submissions/" + id).json();
        assertThat(live.getJsonArray("applicationPackages").getJsonObject(0).getString("version"))
                .isEqualTo("7.0.0.0");
    }

    @Test
    void aSubmissionIsPendingForEver() {
        set("otherSubmission", Json.object().add("state", "PreProcessing"));
        String id = pending();
        for (int poll = 0; poll < 20; poll++) {
            assertThat(status(id)).isEqualTo("PreProcessing");
        }
    }

    @Test
    void aSubmissionFails() {
        set("otherSubmission", Json.object().add("polls", 1).add("end", "CertificationFailed"));
        String id = pending();
        status(id);

        assertThat(status(id)).isEqualTo("CertificationFailed");
        assertThat(scene.client.call("GET", app + "/submissions/" + id).json().toString())
                .contains("A fault switch refused the submission.");
    }

    @Test
    void aSubmissionWaitsForAPerson() {
        set("otherSubmission", Json.object().add("state", "Release").add("manual", true));
        JsonObject document =
                scene.client.call("GET", app + "/submissions/" + pending()).json();

        assertThat(document.getString("targetPublishMode")).isEqualTo("Manual");
        assertThat(document.getString("status")).isEqualTo("Release");
    }

    @Test
    void aSecondClientIsFasterToCreate() {
        set("otherSubmission", Json.object().add("call", "createSubmission").add("state", "PendingCommit"));

        assertThat(scene.client.call("GET", app).json()).doesNotContainKey("pendingApplicationSubmission");
        assertThat(scene.client.call("POST", app + "/submissions").status()).isEqualTo(409);
        assertThat(status(pending())).isEqualTo("PendingCommit");
    }

    @Test
    void aDraftIsReplaced() {
        String own = scene.create(app).getString("id");
        set("replacedDraft", Json.object().add("call", "updateSubmission"));
        JsonObject document =
                scene.client.call("GET", app + "/submissions/" + own).json();

        assertThat(scene.client
                        .call("PUT", app + "/submissions/" + own, document)
                        .status())
                .isEqualTo(404);
        assertThat(pending()).isNotEqualTo(own);
    }

    @Test
    void aDraftIsEditedInPartnerCenter() {
        String own = scene.create(app).getString("id");
        JsonObject document =
                scene.client.call("GET", app + "/submissions/" + own).json();
        set("editedDraft", Json.object().add("call", "updateSubmission"));

        assertThat(scene.client
                        .call("PUT", app + "/submissions/" + own, document)
                        .verdict())
                .startsWith("400 InvalidOperation");
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> set("otherSubmission", Json.object().add("state", "Published")))
                .hasMessageContaining("there is no state \"Published\"");
        assertThatThrownBy(() -> set("otherSubmission", Json.object().add("end", "Release")))
                .hasMessageContaining("there is no end \"Release\"");
    }
}
