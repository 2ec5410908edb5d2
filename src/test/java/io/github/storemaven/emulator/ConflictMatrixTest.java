package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ReferenceRows.Mark;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.1, row by row and cell by cell. */
class ConflictMatrixTest {
    private static final List<String> CALLS = List.of("GET", "status", "PUT", "commit", "DELETE", "rollout", "create");
    private static final Cell LOST = documented("409 InvalidState submission");
    private static final Cell LOST_I = inferred("409 InvalidState submission");
    private static final Cell ROLLOUT = documented("409 InvalidState packageRollout");
    private static final Cell STAYS = documented("409 InvalidState submissionId");
    private static final Cell STAYS_I = inferred("409 InvalidState submissionId");
    private static final Cell NOT_OURS = documented("400 InvalidOperation applicationSubmission");
    private static final Cell NOT_OURS_I = inferred("400 InvalidOperation applicationSubmission");
    private static final Cell ERRORS = documented("200 with errors");
    private static final Cell OK = documented("200");
    private static final Cell ACCEPTED = documented("202");
    private static final Cell CREATED = documented("201");
    private static final Cell CREATED_I = inferred("201");
    private static final Cell GONE = documented("204");
    private static final Cell GONE_I = inferred("204");

    /** What a call gets, and how the reference knows it. */
    private record Cell(Mark mark, String verdict) {}

    private static Cell documented(String verdict) {
        return new Cell(Mark.DOCUMENTED, verdict);
    }

    private static Cell inferred(String verdict) {
        return new Cell(Mark.INFERRED, verdict);
    }

    /** Rows of the reference, a state, and what each of {@link #CALLS} gets in it. */
    private record Row(String numbers, String state, List<Cell> cells) {
        Row(String numbers, String state, Cell... cells) {
            this(numbers, state, List.of(cells));
        }

        Mark mark() {
            return cells.stream().map(Cell::mark).reduce(Mark.DOCUMENTED, ReferenceRows::stronger);
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("12.1-1", "PendingCommit", OK, OK, OK, ACCEPTED, GONE, ROLLOUT, LOST),
            new Row(
                    "12.1-2 8.5-8",
                    "PendingCommit (PC)",
                    documented("200 without URL"),
                    OK,
                    NOT_OURS,
                    NOT_OURS,
                    NOT_OURS,
                    ROLLOUT,
                    LOST),
            new Row("12.1-3", "PendingCommit (edited in PC)", OK, OK, NOT_OURS_I, NOT_OURS_I, GONE, ROLLOUT, LOST),
            new Row("12.1-4", "CommitStarted", OK, OK, LOST, LOST, STAYS, ROLLOUT, LOST),
            new Row("12.1-5", "CommitFailed", ERRORS, OK, LOST_I, LOST_I, GONE, ROLLOUT, LOST),
            new Row("12.1-6", "PreProcessing", OK, OK, LOST, LOST, STAYS, ROLLOUT, LOST),
            new Row("12.1-6", "Certification", OK, OK, LOST, LOST, STAYS, ROLLOUT, LOST),
            new Row("12.1-6", "Release", OK, OK, LOST, LOST, STAYS, ROLLOUT, LOST),
            new Row("12.1-6", "PendingPublication", OK, OK, LOST, LOST, STAYS, ROLLOUT, LOST),
            new Row("12.1-6", "Publishing", OK, OK, LOST, LOST, STAYS, ROLLOUT, LOST),
            new Row("12.1-7", "PreProcessingFailed", ERRORS, OK, LOST_I, LOST_I, GONE_I, ROLLOUT, LOST_I),
            new Row("12.1-7", "CertificationFailed", ERRORS, OK, LOST_I, LOST_I, GONE_I, ROLLOUT, LOST_I),
            new Row("12.1-7", "ReleaseFailed", ERRORS, OK, LOST_I, LOST_I, GONE_I, ROLLOUT, LOST_I),
            new Row("12.1-7", "PublishFailed", ERRORS, OK, LOST_I, LOST_I, GONE_I, ROLLOUT, LOST_I),
            new Row("12.1-8", "Published", OK, OK, LOST_I, LOST_I, STAYS, ROLLOUT, CREATED),
            new Row("12.1-9", "Published, rollout in progress", OK, OK, LOST_I, LOST_I, STAYS, OK, LOST_I),
            new Row("12.1-10", "Canceled", OK, OK, LOST_I, LOST_I, STAYS_I, ROLLOUT, CREATED_I));

    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    @TestFactory
    Iterable<DynamicTest> section12_1() {
        ReferenceRows rows = new ReferenceRows();
        for (Row row : ROWS) {
            for (String kind : List.of("app", "add-on", "flight")) {
                boolean possible = !kind.equals("add-on") || !row.state().contains("rollout");
                if (possible) {
                    rows.row(
                            row.mark(),
                            row.numbers(),
                            row.state() + ": " + kind,
                            expected(row, kind),
                            () -> actual(row, kind));
                }
            }
        }
        return rows;
    }

    private static List<String> expected(Row row, String kind) {
        List<String> expected = new ArrayList<>();
        for (boolean changing : List.of(false, true)) {
            for (int column = 0; column < CALLS.size(); column++) {
                if (isTried(row, kind, column, changing)) {
                    expected.add(
                            CALLS.get(column) + ": " + row.cells().get(column).verdict());
                }
            }
        }
        return expected;
    }

    private static boolean isTried(Row row, String kind, int column, boolean changing) {
        boolean ofAddon = CALLS.get(column).equals("rollout") && kind.equals("add-on");
        return changes(row, column) == changing && !ofAddon;
    }

    private static boolean changes(Row row, int column) {
        return column > 1 && row.cells().get(column).verdict().startsWith("20");
    }

    /** Calls that change nothing share a submission, the others have one each. */
    private List<String> actual(Row row, String kind) {
        String product = product(kind);
        JsonObject submission = scene.bring(product, row.state());
        assertThat(scene.status(product, submission)).isEqualTo(row.state().replaceAll("[ ,].*", ""));
        List<String> actual = new ArrayList<>();
        for (boolean changing : List.of(false, true)) {
            for (int column = 0; column < CALLS.size(); column++) {
                if (isTried(row, kind, column, changing)) {
                    String own = changing ? product(kind) : product;
                    JsonObject target = changing ? scene.bring(own, row.state()) : submission;
                    actual.add(CALLS.get(column) + ": " + send(CALLS.get(column), own, target));
                }
            }
        }
        return actual;
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
        String one = StoreFixture.one(product, submission);
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
        EmulatorClient.Reply reply = scene.client.call("GET", one);
        JsonObject read = reply.json();
        boolean errors =
                !Json.objects(read.getJsonObject("statusDetails"), "errors").isEmpty();
        return reply.verdict() + (read.isNull("fileUploadUrl") ? " without URL" : "") + (errors ? " with errors" : "");
    }
}
