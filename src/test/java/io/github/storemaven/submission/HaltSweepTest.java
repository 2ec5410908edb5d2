package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
        List<String> requests = new CopyOnWriteArrayList<>();
        Transport recording = request -> {
            requests.add(request.toString());
            return ReleaseFixture.NETWORK.send(request);
        };
        try (ReleaseFixture fixture = fixture(folder)) {
            fixture.release(recording).run();
        }
        return IntStream.rangeClosed(1, requests.size()).boxed().flatMap(at -> {
            boolean ownJvm = requests.get(at - 1).endsWith("/commit");
            return Stream.of(Arguments.of("before", at, ownJvm), Arguments.of("after", at, ownJvm));
        });
    }

    @ParameterizedTest(name = "{0} request {1}, in its own JVM: {2}")
    @MethodSource("places")
    void endsWithOneSubmissionWhereverItIsHalted(String when, int at, boolean ownJvm) throws Exception {
        try (ReleaseFixture fixture = fixture(folder)) {
            if (ownJvm) {
                haltAnotherJvm(fixture, when, at);
                OWN_JVMS.incrementAndGet();
                assertOneSubmissionAfterAnotherRun(fixture);
            } else {
                HaltedRelease halted = HaltedRelease.inThisJvm(fixture, when, at);
                assertThat(halted.hangs()).isTrue();
                assertOneSubmissionAfterAnotherRun(fixture);
                halted.close();
            }
        }
        PLACES.incrementAndGet();
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
        assertThat(PLACES.get()).isGreaterThanOrEqualTo(2 * 10);
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

    private static void haltAnotherJvm(ReleaseFixture fixture, String when, int at) throws Exception {
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
                        when,
                        Integer.toString(at))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(HaltedRelease.HALTED);
    }
}
