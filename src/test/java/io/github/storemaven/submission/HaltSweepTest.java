package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.HaltedRelease.Place;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sequence is halted before and after every request, and run again: there is one submission, the right one. Around the
 * commit it has a JVM of its own, so that nothing hangs on what the first run leaves in memory.
 */
class HaltSweepTest {
    private static final AtomicInteger PLACES = new AtomicInteger();
    private static final AtomicInteger OWN_JVMS = new AtomicInteger();

    @TempDir
    Path folder;

    /** Every request that a release sends when nothing happens to it. */
    static Stream<Arguments> places(@TempDir Path folder) throws Exception {
        HeldCalls calls = new HeldCalls(ReleaseFixture.NETWORK);
        try (ReleaseFixture fixture = fixture(folder)) {
            fixture.release(calls).run();
        }
        return calls.events.stream()
                .filter(event -> event.startsWith("sent "))
                .map(event -> event.split(" ", -1))
                .flatMap(sent ->
                        Stream.of("before", "after").map(when -> new Place(when, sent[1], Integer.parseInt(sent[2]))))
                .map(place -> Arguments.of(place, place.call().equals("commitSubmission")));
    }

    @ParameterizedTest(name = "{0}, in its own JVM: {1}")
    @MethodSource("places")
    void endsWithOneSubmissionWhereverItIsHalted(Place place, boolean ownJvm) throws Exception {
        try (ReleaseFixture fixture = fixture(folder)) {
            if (ownJvm) {
                assertHaltsInAnotherJvm(fixture, place);
                OWN_JVMS.incrementAndGet();
                assertOneSubmissionAfterAnotherRun(fixture);
            } else {
                haltInThisJvm(fixture, place, calls -> {});
            }
        }
        PLACES.incrementAndGet();
    }

    /** Faults, the call whose request, or end, the update waits for, and where the power fails. */
    static Stream<Arguments> halves() {
        String refusedUpdate = "{'fault':'answer','call':'updateSubmission','status':400,'times':1}";
        String refusedBlock = "{'fault':'answer','call':'putBlock','status':400,'times':1}";
        String both = "{'faults':[" + refusedUpdate + "," + refusedBlock + "]}";
        return Stream.of(
                Arguments.of("{'faults':[]}", "sent", new Place("after", "updateSubmission", 1)),
                Arguments.of(refusedUpdate, "sent", new Place("after", "updateSubmission", 1)),
                Arguments.of(refusedUpdate, "sent", new Place("before", "deleteSubmission", 1)),
                Arguments.of(refusedUpdate, "sent", new Place("after", "deleteSubmission", 1)),
                Arguments.of(refusedBlock, "ended", new Place("after", "putBlock", 1)),
                Arguments.of(refusedBlock, "ended", new Place("before", "updateSubmission", 1)),
                Arguments.of(refusedBlock, "ended", new Place("after", "getSubmission", 3)),
                Arguments.of(both, "ended", new Place("after", "updateSubmission", 1)),
                Arguments.of(both, "ended", new Place("before", "deleteSubmission", 1)),
                Arguments.of(both, "ended", new Place("after", "deleteSubmission", 1)));
    }

    /** A block whose request the update waits for stays in flight until the end. */
    @ParameterizedTest(name = "{0}, the update waits until a block is {1}, {2}")
    @MethodSource("halves")
    void endsSoWhereItIsHaltedBetweenUpdateAndUpload(String faults, String until, Place place) throws Exception {
        try (ReleaseFixture fixture = fixture(folder)) {
            fixture.store.faults().setAll(json(faults));
            haltInThisJvm(
                    fixture,
                    place,
                    until.equals("sent")
                            ? calls -> calls.hold("putBlock", new CountDownLatch(1))
                                    .hold("updateSubmission", calls.sent("putBlock", 1))
                            : calls -> calls.hold("updateSubmission", calls.ended("putBlock", 1)));
        }
        PLACES.incrementAndGet();
    }

    private static void haltInThisJvm(ReleaseFixture fixture, Place place, Consumer<HeldCalls> holding)
            throws Exception {
        HaltedRelease halted = HaltedRelease.inThisJvm(fixture, place, holding);
        assertThat(halted.hangs()).isTrue();
        fixture.store.faults().clear();
        assertOneSubmissionAfterAnotherRun(fixture);
        halted.close();
    }

    private static void assertOneSubmissionAfterAnotherRun(ReleaseFixture fixture) throws Exception {
        fixture.run();
        assertThat(fixture.store.pending("9PAPPDEMO001")).isEmpty();
        assertThat(fixture.published()).contains("\"notesForCertification\":\"halted\"", "tide-1.1.0.0.msix");
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @AfterAll
    static void count() {
        System.out.println("Halt sweep: " + PLACES + " places, each before or after a request");
        assertThat(PLACES.get()).isGreaterThanOrEqualTo(2 * 10 + 10);
        assertThat(OWN_JVMS).hasValue(2);
    }

    private static ReleaseFixture fixture(Path folder) throws Exception {
        ReleaseFixture fixture = new ReleaseFixture(folder);
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.patch = json("{'notesForCertification':'halted'}");
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.publishFlight(fixture.packages.get(0));
        fixture.promoteFlight = Optional.of("Testers");
        return fixture;
    }

    private static void assertHaltsInAnotherJvm(ReleaseFixture fixture, Place place) throws Exception {
        ReleaseFixture.Address address = fixture.address();
        Path output = fixture.folder.resolve("output.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HaltedRelease.class.getName(),
                        address.serviceUrl().toString(),
                        fixture.store.tenantId(),
                        fixture.store.clientId(),
                        fixture.store.clientSecret(),
                        fixture.folder.toString(),
                        place.when(),
                        place.call(),
                        Integer.toString(place.number()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(HaltedRelease.HALTED);
    }
}
