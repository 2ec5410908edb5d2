package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ApplicationSeed;
import io.github.storemaven.emulator.EmbeddedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A wait that somebody stops ends at once, says how to go on, and the next run commits nothing a second time. */
class InterruptionTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path folder;

    /** By SIGTERM, which is taken like the SIGINT of Ctrl-C; background processes of a shell ignore the latter. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot ask a process there to end")
    void aWaitEndsAtOnceAndSaysHowToGoOn() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.builder()
                .clock(now::get)
                .pace(Duration.ofHours(1))
                .start()) {
            store.addApplication(ApplicationSeed.published(BuildFixture.APP));
            Process waiting = start(store, "first.log");
            awaitPoll(store, waiting);
            waiting.destroy();
            assertThat(waiting.waitFor(5, TimeUnit.SECONDS)).as("ends at once").isTrue();
            assertThat(Files.readString(folder.resolve("first.log")))
                    .containsPattern("WARN Submission \\d+ of app " + BuildFixture.APP + " stays in the Store as it is")
                    .contains("the same command goes on with it", "https://partner.microsoft.com/")
                    .doesNotContain("ended as", EmbeddedStore.MADE_UP, "Exception");

            now.set(now.get().plus(Duration.ofDays(7)));
            assertThat(start(store, "second.log").waitFor()).isZero();
            assertThat(store.published(BuildFixture.APP).orElseThrow().getString("notesForCertification"))
                    .isEqualTo("interrupted");
            assertThat(store.requests())
                    .filteredOn(request -> request.path().endsWith("/commit"))
                    .hasSize(1);
        }
    }

    private static void awaitPoll(EmbeddedStore store, Process waiting) throws InterruptedException {
        while (waiting.isAlive()
                && store.requests().stream().noneMatch(request -> request.path().endsWith("/status"))) {
            waiting.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private Process start(EmbeddedStore store, String log) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        InterruptedRelease.class.getName(),
                        store.serviceUrl().toString(),
                        store.tenantId(),
                        store.clientId(),
                        store.clientSecret(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }
}
