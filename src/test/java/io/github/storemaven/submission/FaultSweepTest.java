package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call broken in every way, once and for good: it ends with one submission committed once, or with a clear failure
 * after which the next run ends so.
 */
class FaultSweepTest {
    private static final List<String> CALLS = List.of(
            "token",
            "getApplication",
            "createSubmission",
            "updateSubmission",
            "getSubmission",
            "getBlockList",
            "putBlock",
            "putBlockList",
            "commitSubmission",
            "getStatus",
            "deleteSubmission",
            "listFlights",
            "getFlight",
            "getManagedIdentity");

    private static final Map<String, Integer> ENDS = new ConcurrentSkipListMap<>();

    @TempDir
    Path folder;

    static Stream<Arguments> cases() {
        return CALLS.stream()
                .flatMap(call -> BrokenCalls.FAULTS.keySet().stream()
                        .flatMap(fault -> times(call, fault).map(times -> Arguments.of(call, fault, times))));
    }

    /** What takes real time is lasting for one call alone. */
    private static Stream<Integer> times(String call, String fault) {
        return BrokenCalls.isSlow(fault) && !call.equals("commitSubmission") ? Stream.of(1) : Stream.of(1, 1000);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}: {1}, {2} times")
    @MethodSource("cases")
    void endsWithOneSubmissionOrAClearFailure(String call, String fault, int times) throws Exception {
        try (ReleaseFixture fixture = new ReleaseFixture(folder, EmbeddedStore.builder())) {
            fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
            fixture.patch = json("{'notesForCertification':'" + call + " " + fault + "'}");
            fixture.waitFor = WaitFor.PUBLICATION;
            fixture.timeout = Duration.ofMinutes(2);
            if (call.equals("deleteSubmission")) {
                leaveADraftOfSomebodyElse(fixture);
            }
            if (call.endsWith("Flight") || call.endsWith("Flights")) {
                fixture.publishFlight(fixture.packages.get(0));
                fixture.promoteFlight = Optional.of(call.equals("getFlight") ? ReleaseFixture.FLIGHT : "Testers");
            }
            if (call.equals("getManagedIdentity")) {
                fixture.isMachine = true;
            }
            fixture.store.faults().set(BrokenCalls.fault(fault, call, times));
            String end = run(fixture, BrokenCalls.transport(fault, call, times));
            ENDS.merge(end, 1, Integer::sum);

            fixture.store.faults().clear();
            if (!end.equals("released")) {
                assertThat(run(fixture, BrokenCalls::patient)).isEqualTo("released");
            }
            assertThat(fixture.store.pending("9PAPPDEMO001")).isEmpty();
            JsonObject published = fixture.store.published("9PAPPDEMO001").orElseThrow();
            assertThat(published.getString("notesForCertification")).isEqualTo(call + " " + fault);
            assertThat(commits(fixture).map(RecordedRequest::path).distinct()).hasSize(1);
            assertThat(acceptedCommits(fixture)).isLessThanOrEqualTo(1);
        }
    }

    static Stream<Arguments> pairs() {
        List<String> updates = List.of(
                "{'fault':'answer','call':'updateSubmission','status':400,'times':1}",
                "{'fault':'answer','call':'updateSubmission','status':503}",
                "{'fault':'drop','call':'updateSubmission','when':'after','times':1}",
                "{'fault':'endToken','call':'updateSubmission','times':1}",
                "{'fault':'zombie','times':1}");
        List<String> blocks = List.of(
                "{'fault':'answer','call':'getBlockList','status':503}",
                "{'fault':'answer','call':'putBlock','status':503,'times':1}",
                "{'fault':'answer','call':'putBlock','status':400}",
                "{'fault':'drop','call':'putBlock','when':'after'}",
                "{'fault':'drop','call':'putBlockList','when':'after','times':1}",
                "{'fault':'answer','call':'putBlockList','status':500,'done':true}",
                "{'fault':'expiredUpload','times':1}");
        return updates.stream().flatMap(update -> blocks.stream().map(block -> Arguments.of(update, block)));
    }

    /** The update is held until the upload has begun, so that both are broken at once. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("pairs")
    void endsSoWhereUpdateAndUploadAreBrokenAtOnce(String update, String block) throws Exception {
        try (ReleaseFixture fixture = new ReleaseFixture(folder, EmbeddedStore.builder())) {
            fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
            fixture.patch = json("{'notesForCertification':'both'}");
            fixture.waitFor = WaitFor.PUBLICATION;
            fixture.store.faults().setAll(json("{'faults':[" + update + "," + block + "]}"));
            HeldCalls calls = new HeldCalls(BrokenCalls::patient);
            String end = run(fixture, calls.hold("updateSubmission", calls.sent("getBlockList", 1)));
            ENDS.merge(end, 1, Integer::sum);

            fixture.store.faults().clear();
            if (!end.equals("released")) {
                assertThat(run(fixture, BrokenCalls::patient)).isEqualTo("released");
            }
            assertThat(fixture.store.pending("9PAPPDEMO001")).isEmpty();
            assertThat(fixture.published()).contains("\"notesForCertification\":\"both\"", "tide-1.1.0.0.msix");
            assertThat(acceptedCommits(fixture)).isEqualTo(1);
        }
    }

    @AfterAll
    static void count() {
        System.out.println("Fault sweep: "
                + ENDS.values().stream().mapToInt(Integer::intValue).sum() + " cases, " + ENDS);
    }

    /** "released", or "failed" with a message that says something. */
    private static String run(ReleaseFixture fixture, Transport transport) throws Exception {
        Release release = fixture.release(transport);
        try {
            ReleaseResult outcome = release.run();
            assertThat(outcome.kind()).isIn(ReleaseResult.Kind.RELEASED, ReleaseResult.Kind.ALREADY_PUBLISHED);
            return "released";
        } catch (IOException | ReleaseRefusedException | io.github.storemaven.service.StoreRefusedException failure) {
            assertThat(failure.getMessage()).hasSizeGreaterThan(20).doesNotContain("sig=", EmbeddedStore.MADE_UP);
            assertExplained(fixture, release, failure);
            return "failed";
        }
    }

    /** What is left in the Store has been named, in the failure, in what follows it, or in the log. */
    private static void assertExplained(ReleaseFixture fixture, Release release, Exception failure) {
        if (fixture.store.pending("9PAPPDEMO001").isPresent()) {
            assertThat(failure.getMessage() + release.resumeHint() + fixture.log)
                    .containsPattern(
                            "(Submission|submission|Draft|draft) \\d{19}|submission of app .* may have been created");
        }
    }

    private static void leaveADraftOfSomebodyElse(ReleaseFixture fixture) throws Exception {
        JsonObject wanted = fixture.patch;
        fixture.patch = json("{'notesForCertification':'somebody else'}");
        fixture.commit = false;
        fixture.run();
        fixture.patch = wanted;
        fixture.commit = true;
    }

    /** Commits that the Store answered with yes, a second one of the same submission included. */
    private static long acceptedCommits(ReleaseFixture fixture) {
        return commits(fixture).filter(request -> request.status() == 202).count();
    }

    private static Stream<RecordedRequest> commits(ReleaseFixture fixture) {
        return fixture.requests().stream()
                .filter(request ->
                        request.path().endsWith("/commit") && request.method().equals("POST"));
    }
}
