package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 5.11, 5.21 and section 11, for apps and flights. */
class RolloutHandlerTest {
    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    private JsonObject rollout(String verb, String product, JsonObject submission, String call) {
        return scene.client
                .call(verb, StoreFixture.one(product, submission) + "/" + call)
                .json();
    }

    @TestFactory
    Stream<DynamicTest> section5_11() {
        String app = scene.app();
        return Stream.of("applications/" + app, "applications/" + app + "/flights/" + scene.flight(app))
                .map(product -> DynamicTest.dynamicTest(product, () -> assertManaged(product)));
    }

    private void assertManaged(String product) {
        String before = scene.published(product, UnaryOperator.identity()).getString("id");
        JsonObject submission = rolledOut(product);
        JsonObject started = rollout("GET", product, submission, "packagerollout");
        assertThat(started.getString("packageRolloutStatus")).isEqualTo("PackageRolloutInProgress");
        assertThat(started.getString("fallbackSubmissionId")).isEqualTo(before);
        assertThat(rollout("POST", product, submission, "updatepackagerolloutpercentage?percentage=40")
                        .toString())
                .isEqualTo("{\"isPackageRollout\":true,\"packageRolloutPercentage\":40.0,\"packageRolloutStatus\":"
                        + "\"PackageRolloutInProgress\",\"fallbackSubmissionId\":\"" + before + "\"}");
        JsonObject complete = rollout("POST", product, submission, "finalizepackagerollout");
        assertThat(complete.getString("packageRolloutStatus")).isEqualTo("PackageRolloutComplete");
        assertThat(complete.getJsonNumber("packageRolloutPercentage").toString())
                .isEqualTo("100.0");
        assertThat(scene.client
                        .call("POST", StoreFixture.one(product, submission) + "/haltpackagerollout")
                        .status())
                .isEqualTo(409);
    }

    /** The packages of the last submission stay in the second one's list, so its own has another version. */
    private JsonObject rolledOut(String product) {
        JsonObject created = scene.create(product);
        scene.client.call("PUT", StoreFixture.one(product, created), StoreFixture.rollout(created));
        scene.client.call("POST", StoreFixture.one(product, created) + "/commit");
        scene.wait(java.time.Duration.ofMinutes(10));
        return created;
    }

    @Test
    void afterAHaltTheNextRolloutFallsBackToTheLastFinalized() {
        String product = "applications/" + scene.app();
        String finalized = scene.published(product, UnaryOperator.identity()).getString("id");
        JsonObject halted = rolledOut(product);
        JsonObject stopped = rollout("POST", product, halted, "haltpackagerollout");
        assertThat(stopped.getString("packageRolloutStatus")).isEqualTo("PackageRolloutStopped");
        assertThat(stopped.getJsonNumber("packageRolloutPercentage").toString()).isEqualTo("0.0");
        JsonObject next = rolledOut(product);
        assertThat(rollout("GET", product, next, "packagerollout").getString("fallbackSubmissionId"))
                .isEqualTo(finalized);
    }

    @TestFactory
    Stream<DynamicTest> badPercentages() {
        String product = "applications/" + scene.app();
        scene.published(product, UnaryOperator.identity());
        String change = StoreFixture.one(product, rolledOut(product)) + "/updatepackagerolloutpercentage";
        return Stream.of("", "?percentage=", "?percentage=101", "?percentage=-1", "?percentage=many")
                .map(query -> DynamicTest.dynamicTest(
                        "percentage '" + query + "' (I) -> 400",
                        () -> assertThat(scene.client
                                        .call("POST", change + query)
                                        .status())
                                .isEqualTo(400)));
    }

    @Test
    void withoutARolloutItIsNotStarted() {
        String product = "applications/" + scene.app();
        assertThat(rollout("GET", product, scene.create(product), "packagerollout")
                        .toString())
                .isEqualTo("{\"isPackageRollout\":false,\"packageRolloutPercentage\":0.0,\"packageRolloutStatus\":"
                        + "\"PackageRolloutNotStarted\",\"fallbackSubmissionId\":\"0\"}");
    }
}
