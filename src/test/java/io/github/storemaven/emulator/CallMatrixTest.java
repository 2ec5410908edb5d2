package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.1, cell by cell; an {@code (I)} in a cell says that it is inferred there. */
class CallMatrixTest {
    private static final List<String> CALLS = List.of("GET", "status", "PUT", "commit", "DELETE", "rollout", "create");

    private static final String LOST = "409 InvalidState submission";
    private static final String ROLLOUT = "409 InvalidState packageRollout";
    private static final String STAYS = "409 InvalidState submissionId";
    private static final String NOT_OURS = "400 InvalidOperation applicationSubmission";

    /** State, then what each of {@link #CALLS} answers. */
    private static final List<List<String>> ROWS = List.of(
            List.of("PendingCommit", "200", "200", "200", "202", "204", ROLLOUT, LOST),
            List.of("PendingCommit (PC)", "200", "200", NOT_OURS, NOT_OURS, NOT_OURS, ROLLOUT, LOST),
            List.of(
                    "PendingCommit (edited in PC)",
                    "200",
                    "200",
                    NOT_OURS + " (I)",
                    NOT_OURS + " (I)",
                    "204",
                    ROLLOUT,
                    LOST),
            List.of("CommitStarted", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("CommitFailed", "200", "200", LOST + " (I)", LOST + " (I)", "204", ROLLOUT, LOST),
            List.of("PreProcessing", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("Certification", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("Release", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("PendingPublication", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("Publishing", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of(
                    "PreProcessingFailed",
                    "200",
                    "200",
                    LOST + " (I)",
                    LOST + " (I)",
                    "204 (I)",
                    ROLLOUT,
                    LOST + " (I)"),
            List.of(
                    "CertificationFailed",
                    "200",
                    "200",
                    LOST + " (I)",
                    LOST + " (I)",
                    "204 (I)",
                    ROLLOUT,
                    LOST + " (I)"),
            List.of("ReleaseFailed", "200", "200", LOST + " (I)", LOST + " (I)", "204 (I)", ROLLOUT, LOST + " (I)"),
            List.of("PublishFailed", "200", "200", LOST + " (I)", LOST + " (I)", "204 (I)", ROLLOUT, LOST + " (I)"),
            List.of("Published", "200", "200", LOST + " (I)", LOST + " (I)", STAYS, ROLLOUT, "201"),
            List.of(
                    "Published, rollout in progress",
                    "200",
                    "200",
                    LOST + " (I)",
                    LOST + " (I)",
                    STAYS,
                    "200",
                    LOST + " (I)"),
            List.of("Canceled", "200", "200", LOST + " (I)", LOST + " (I)", STAYS + " (I)", ROLLOUT, "201 (I)"));

    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    @TestFactory
    Stream<DynamicTest> section12_1() {
        List<DynamicTest> cells = new ArrayList<>();
        for (List<String> row : ROWS) {
            for (int column = 1; column < row.size(); column++) {
                String call = CALLS.get(column - 1);
                String expected = row.get(column);
                cells.add(DynamicTest.dynamicTest(
                        row.get(0) + ": " + call + " -> " + expected, () -> cell(row.get(0), call, expected)));
            }
        }
        return cells.stream();
    }

    private void cell(String state, String call, String expected) {
        String product = "applications/" + scene.app();
        JsonObject submission = scene.bring(product, state);
        assertThat(scene.status(product, submission)).isEqualTo(state.replaceAll("[ ,].*", ""));
        assertThat(send(call, product, submission).verdict()).isEqualTo(expected.replace(" (I)", ""));
    }

    private Client.Reply send(String call, String product, JsonObject submission) {
        String one = Scene.one(product, submission);
        return switch (call) {
            case "GET" -> scene.client.call("GET", one);
            case "status" -> scene.client.call("GET", one + "/status");
            case "PUT" ->
                scene.client.call("PUT", one, scene.client.call("GET", one).json());
            case "commit" -> scene.client.call("POST", one + "/commit");
            case "DELETE" -> scene.client.call("DELETE", one);
            case "rollout" -> scene.client.call("POST", one + "/updatepackagerolloutpercentage?percentage=50");
            default -> scene.client.call("POST", product + "/submissions");
        };
    }
}
