package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.1, row by row and cell by cell; an {@code (I)} in a cell says that it is inferred there. */
class CallMatrixTest {
    private static final List<String> CALLS = List.of("GET", "status", "PUT", "commit", "DELETE", "rollout", "create");
    private static final String LOST = "409 InvalidState submission";
    private static final String LOST_I = LOST + " (I)";
    private static final String ROLLOUT = "409 InvalidState packageRollout";
    private static final String STAYS = "409 InvalidState submissionId";
    private static final String NOT_OURS = "400 InvalidOperation applicationSubmission";
    private static final String NOT_OURS_I = NOT_OURS + " (I)";
    private static final String ERRORS = "200 with errors";

    /** Row of the reference and state, then what each of {@link #CALLS} answers. */
    private static final List<List<String>> ROWS = List.of(
            List.of("12.1-1 PendingCommit", "200", "200", "200", "202", "204", ROLLOUT, LOST),
            List.of(
                    "12.1-2 8.5-8 PendingCommit (PC)",
                    "200 without URL",
                    "200",
                    NOT_OURS,
                    NOT_OURS,
                    NOT_OURS,
                    ROLLOUT,
                    LOST),
            List.of("12.1-3 PendingCommit (edited in PC)", "200", "200", NOT_OURS_I, NOT_OURS_I, "204", ROLLOUT, LOST),
            List.of("12.1-4 CommitStarted", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("12.1-5 CommitFailed", ERRORS, "200", LOST_I, LOST_I, "204", ROLLOUT, LOST),
            List.of("12.1-6 PreProcessing", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("12.1-6 Certification", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("12.1-6 Release", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("12.1-6 PendingPublication", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("12.1-6 Publishing", "200", "200", LOST, LOST, STAYS, ROLLOUT, LOST),
            List.of("12.1-7 PreProcessingFailed", ERRORS, "200", LOST_I, LOST_I, "204 (I)", ROLLOUT, LOST_I),
            List.of("12.1-7 CertificationFailed", ERRORS, "200", LOST_I, LOST_I, "204 (I)", ROLLOUT, LOST_I),
            List.of("12.1-7 ReleaseFailed", ERRORS, "200", LOST_I, LOST_I, "204 (I)", ROLLOUT, LOST_I),
            List.of("12.1-7 PublishFailed", ERRORS, "200", LOST_I, LOST_I, "204 (I)", ROLLOUT, LOST_I),
            List.of("12.1-8 Published", "200", "200", LOST_I, LOST_I, STAYS, ROLLOUT, "201"),
            List.of("12.1-9 Published, rollout in progress", "200", "200", LOST_I, LOST_I, STAYS, "200", LOST_I),
            List.of("12.1-10 Canceled", "200", "200", LOST_I, LOST_I, STAYS + " (I)", ROLLOUT, "201 (I)"));

    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    @TestFactory
    Stream<DynamicTest> section12_1() {
        List<DynamicTest> rows = new ArrayList<>();
        for (List<String> row : ROWS) {
            for (String kind : List.of("app", "add-on", "flight")) {
                boolean possible = !kind.equals("add-on") || !row.get(0).contains("rollout");
                if (possible) {
                    rows.add(DynamicTest.dynamicTest(row.get(0) + ": " + kind, () -> row(row, kind)));
                }
            }
        }
        return rows.stream();
    }

    /** Calls that change nothing share a submission, the others have one each. */
    private void row(List<String> row, String kind) {
        String state = row.get(0).replaceFirst("^([\\d.-]+ )+", "");
        String product = product(kind);
        JsonObject submission = scene.bring(product, state);
        assertThat(scene.status(product, submission)).isEqualTo(state.replaceAll("[ ,].*", ""));
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (boolean changing : List.of(false, true)) {
            for (int column = 0; column < CALLS.size(); column++) {
                String call = CALLS.get(column);
                String cell = row.get(column + 1).replace(" (I)", "");
                boolean change = cell.startsWith("20") && column > 1;
                if (change == changing && !(call.equals("rollout") && kind.equals("add-on"))) {
                    String own = change ? product(kind) : product;
                    expected.add(call + ": " + cell);
                    actual.add(call + ": " + send(call, own, change ? scene.bring(own, state) : submission));
                }
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    private String product(String kind) {
        String app = scene.app();
        return switch (kind) {
            case "app" -> "applications/" + app;
            case "add-on" -> "inappproducts/" + scene.addon(app);
            default -> "applications/" + app + "/flights/" + scene.flight(app);
        };
    }

    private String send(String call, String product, JsonObject submission) {
        String one = Scene.one(product, submission);
        return switch (call) {
            case "GET" -> read(one);
            case "status" -> scene.client.call("GET", one + "/status").verdict();
            case "PUT" ->
                scene.client
                        .call("PUT", one, scene.client.call("GET", one).json())
                        .verdict();
            case "commit" -> scene.client.call("POST", one + "/commit").verdict();
            case "DELETE" -> scene.client.call("DELETE", one).verdict();
            case "rollout" ->
                scene.client
                        .call("POST", one + "/updatepackagerolloutpercentage?percentage=50")
                        .verdict();
            default -> scene.client.call("POST", product + "/submissions").verdict();
        };
    }

    private String read(String one) {
        Client.Reply reply = scene.client.call("GET", one);
        JsonObject read = reply.json();
        boolean errors =
                !Json.objects(read.getJsonObject("statusDetails"), "errors").isEmpty();
        return reply.verdict() + (read.isNull("fileUploadUrl") ? " without URL" : "") + (errors ? " with errors" : "");
    }
}
