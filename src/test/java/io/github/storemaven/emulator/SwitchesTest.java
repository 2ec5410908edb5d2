package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The choices of reference section 14, each way. */
class SwitchesTest {
    @Test
    void aFlightNeedsAGroup() {
        try (StoreFixture scene = new StoreFixture(Switch.FLIGHT_NEEDS_GROUP)) {
            assertThat(scene.client
                            .call("POST", "applications/" + scene.app() + "/flights", "{\"friendlyName\":\"f\"}")
                            .verdict())
                    .isEqualTo("409 InvalidState flight");
        }
    }

    @Test
    void mandatoryUpdatesAreUnsupported() {
        try (StoreFixture scene = new StoreFixture(Switch.MANDATORY_UPDATES_REFUSED)) {
            String product = "applications/" + scene.app();
            JsonObject created = scene.create(product);
            JsonObject changed = Documents.set(created, "/packageDeliveryOptions/isMandatoryUpdate", JsonValue.TRUE);
            assertThat(scene.client
                            .call("PUT", StoreFixture.one(product, created), changed)
                            .verdict())
                    .isEqualTo("409 InvalidState");
        }
    }

    @Test
    void mandatoryUpdatesAreUnsupportedInACreateToo() {
        try (StoreFixture scene = new StoreFixture(Switch.MANDATORY_UPDATES_REFUSED)) {
            String product = "applications/" + scene.app();
            JsonObject created = scene.create(product);
            scene.client.call("DELETE", StoreFixture.one(product, created));
            JsonObject changed = Documents.set(created, "/packageDeliveryOptions/isMandatoryUpdate", JsonValue.TRUE);
            assertThat(scene.client
                            .call("POST", product + "/submissions", changed)
                            .verdict())
                    .isEqualTo("409 InvalidState");
            assertThat(scene.client
                            .call("POST", product + "/submissions", created)
                            .verdict())
                    .isEqualTo("201");
        }
    }

    @Test
    void aTitleOfACoveredLanguageFailsTheCommit() {
        try (StoreFixture scene = new StoreFixture(Switch.TITLES_STRICT)) {
            String product = "applications/" + scene.app();
            JsonObject submission = scene.committed(
                    product, document -> Documents.set(document, "/listings/en-us/baseListing/title", "Tide"));
            scene.wait(Duration.ofMinutes(1));
            assertThat(scene.status(product, submission)).isEqualTo("CommitFailed");
        }
    }

    @Test
    @ReferenceRow("12.3-9")
    @DisplayName("The first submission of an app may be refused, by a switch")
    void firstSubmissionMayBeRefused() {
        try (StoreFixture strict = new StoreFixture(Switch.FIRST_SUBMISSION_REFUSED)) {
            String product = "applications/" + strict.unpublishedApp();
            assertThat(strict.client.call("POST", product + "/submissions").verdict())
                    .isEqualTo("409 InvalidState submission");
        }
    }

    @Test
    @ReferenceRow("12.3-5")
    @DisplayName("Rollout flags may be cloned, by a switch")
    void rolloutFlagsMayBeCloned() {
        try (StoreFixture cloning = new StoreFixture(Switch.ROLLOUT_FLAGS_CLONED)) {
            String product = "applications/" + cloning.app();
            JsonObject submission = cloning.published(product, StoreFixture::rollout);
            cloning.client.call("POST", StoreFixture.one(product, submission) + "/finalizepackagerollout");
            JsonObject rollout = cloning.create(product)
                    .getJsonObject("packageDeliveryOptions")
                    .getJsonObject("packageRollout");
            assertThat(rollout.getBoolean("isPackageRollout")).isTrue();
            assertThat(rollout.getString("packageRolloutStatus")).isEqualTo("PackageRolloutNotStarted");
        }
    }

    @Test
    @ReferenceRow("12.6-10")
    @DisplayName("A flight may come without a submission, by a switch")
    void aFlightMayComeWithoutASubmission() {
        try (StoreFixture other = new StoreFixture(builder -> builder.without(Switch.FLIGHT_WITH_SUBMISSION))) {
            JsonObject flight = other.client
                    .call("POST", "applications/" + other.app() + "/flights", "{\"friendlyName\":\"f\"}")
                    .json();
            assertThat(flight).doesNotContainKey("pendingFlightSubmission");
        }
    }
}
