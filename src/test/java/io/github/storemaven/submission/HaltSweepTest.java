package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ApplicationSeed;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.msix.MsixFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequence is halted before and after every request, and run again: there is one submission, the right one. */
@Execution(ExecutionMode.CONCURRENT)
class HaltSweepTest {
    /** More than a release sends; the sweep ends where a run was not halted any more. */
    private static final int MOST = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void endsWithOneSubmissionWhereverItIsHalted(String when) throws Exception {
        int at = 1;
        while (isHaltedAndThenReleases(at, when)) {
            at++;
            assertThat(at).isLessThan(MOST);
        }
        System.out.println("Halt sweep, " + when + " the request: " + (at - 1) + " places");
        assertThat(at).isGreaterThan(8);
    }

    private boolean isHaltedAndThenReleases(int at, String when) throws Exception {
        Path place = Files.createDirectories(folder.resolve(when + at));
        Path file = MsixFixture.app().version("1.1.0.0").write(place.resolve("tide-1.1.0.0.msix"));
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            store.addApplication(ApplicationSeed.published("9PAPPDEMO001"));
            boolean halted = run(store, place, file, at, when) == HaltedRelease.HALTED;
            assertThat(run(store, place, file, Integer.MAX_VALUE, when)).isZero();
            assertThat(store.pending("9PAPPDEMO001")).isEmpty();
            assertThat(store.published("9PAPPDEMO001").orElseThrow().getString("notesForCertification"))
                    .isEqualTo("halted");
            assertThat(commits(store))
                    .as("commits when halted %s request %d", when, at)
                    .isEqualTo(1);
            return halted;
        }
    }

    private static long commits(EmbeddedStore store) {
        return store.requests().stream()
                .filter(request -> request.path().endsWith("/commit") && request.status() == 202)
                .count();
    }

    private static int run(EmbeddedStore store, Path place, Path file, int at, String when) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HaltedRelease.class.getName()));
        command.addAll(List.of(
                store.serviceUrl().toString(),
                store.loginUrl().toString(),
                store.tenantId(),
                store.clientId(),
                store.clientSecret(),
                place.toString(),
                file.toString(),
                Integer.toString(at),
                when));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("output.log").toFile())
                .start();
        int code = process.waitFor();
        assertThat(code).as(Files.readString(place.resolve("output.log"))).isIn(0, HaltedRelease.HALTED);
        return code;
    }
}
