package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Choices of reference section 14 that are off unless asked for. */
class SwitchesTest {
    @Test
    void aFlightNeedsAGroup() {
        try (Scene scene = new Scene(Switch.FLIGHT_NEEDS_GROUP)) {
            assertThat(scene.client
                            .call("POST", "applications/" + scene.app() + "/flights", "{\"friendlyName\":\"f\"}")
                            .verdict())
                    .isEqualTo("409 InvalidState flight");
        }
    }

    @Test
    void mandatoryUpdatesAreUnsupported() {
        try (Scene scene = new Scene(Switch.MANDATORY_UPDATES_REFUSED)) {
            String product = "applications/" + scene.app();
            JsonObject created = scene.create(product);
            JsonObject changed = Documents.set(created, "/packageDeliveryOptions/isMandatoryUpdate", JsonValue.TRUE);
            assertThat(scene.client
                            .call("PUT", Scene.one(product, created), changed)
                            .verdict())
                    .isEqualTo("409 InvalidState");
        }
    }

    @Test
    void aTitleOfACoveredLanguageFailsTheCommit() {
        try (Scene scene = new Scene(Switch.TITLES_STRICT)) {
            String product = "applications/" + scene.app();
            JsonObject submission = scene.committed(
                    product, document -> Documents.set(document, "/listings/en-us/baseListing/title", "Tide"));
            scene.wait(Duration.ofMinutes(1));
            assertThat(scene.status(product, submission)).isEqualTo("CommitFailed");
        }
    }
}
