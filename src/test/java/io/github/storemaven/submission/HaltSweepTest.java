package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.http.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sequence is halted before and after every request, in a JVM of its own, and run again in this one: there is one
 * submission, the right one.
 */
@Execution(ExecutionMode.CONCURRENT)
class HaltSweepTest {
    private static final AtomicInteger PLACES = new AtomicInteger();

    @TempDir
    Path folder;

    /** Every request that a release sends when nothing happens to it. */
    static Stream<Arguments> places(@TempDir Path folder) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Transport counting = request -> {
            requests.incrementAndGet();
            return ReleaseFixture.NETWORK.send(request);
        };
        try (ReleaseFixture fixture = fixture(folder)) {
            fixture.release(counting).run();
        }
        return IntStream.rangeClosed(1, requests.get())
                .boxed()
                .flatMap(at -> Stream.of(Arguments.of("before", at), Arguments.of("after", at)));
    }

    @ParameterizedTest(name = "{0} request {1}")
    @MethodSource("places")
    void endsWithOneSubmissionWhereverItIsHalted(String when, int at) throws Exception {
        try (ReleaseFixture fixture = fixture(folder)) {
            halt(fixture, when, at);
            fixture.run();
            assertThat(fixture.store.pending("9PAPPDEMO001")).isEmpty();
            assertThat(fixture.published()).contains("\"notesForCertification\":\"halted\"", "tide-1.1.0.0.msix");
            assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
        }
        PLACES.incrementAndGet();
    }

    @AfterAll
    static void count() {
        System.out.println("Halt sweep: " + PLACES + " places, each before or after a request");
        assertThat(PLACES.get()).isGreaterThanOrEqualTo(2 * 8);
    }

    private static ReleaseFixture fixture(Path folder) throws Exception {
        ReleaseFixture fixture = new ReleaseFixture(folder);
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.patch = json("{'notesForCertification':'halted'}");
        fixture.waitFor = WaitFor.PUBLICATION;
        return fixture;
    }

    private static void halt(ReleaseFixture fixture, String when, int at) throws Exception {
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
