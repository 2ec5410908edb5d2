package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.submission.AddonResult.Kind;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.ConcurrentTimeSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues of add-ons: the time beside that of their requests at the throttle's limit, and the memory of ten thousand. */
@Tag("bench")
class AddonsBench {
    private static final double MOST = 1.05;
    private static final int MANY = 10_000;

    @TempDir
    Path folder;

    @Test
    void aThousandTakeAsLongAsTheirRequests() throws Exception {
        ConcurrentTimeSource time = new ConcurrentTimeSource();
        try (AddonsFixture fixture = new AddonsFixture(folder, Duration.ofSeconds(30), time, time.threads(), 20)) {
            for (int i = 0; i < 200; i++) {
                fixture.changed("changed-a" + i).changed("changed-b" + i).changed("changed-c" + i);
                fixture.unchanged("unchanged" + i).missing("missing" + i);
            }
            assertThat(ratio("1,000 add-ons at 20 requests a minute, a clock of the test's", fixture, 20))
                    .isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void fortyTakeAsLongInRealTime() throws Exception {
        ThreadFactory threads = work -> new Thread(work, "store-addons");
        try (AddonsFixture fixture =
                new AddonsFixture(folder, Duration.ofMillis(500), TimeSource.system(), threads, 100)) {
            for (int i = 0; i < 40; i++) {
                fixture.missing("missing" + i);
            }
            assertThat(ratio("40 add-ons at 100 requests a minute, real time", fixture, 100))
                    .isLessThanOrEqualTo(MOST);
        }
    }

    private static double ratio(String what, AddonsFixture fixture, int requestsPerMinute) throws Exception {
        Duration start = fixture.elapsed();
        AddonsReport report = fixture.run();
        assertThat(report.results()).extracting(AddonResult::kind).doesNotContain(Kind.FAILED);
        double minutes = fixture.elapsed().minus(start).toMillis() / 60_000.0;
        double ratio = minutes / ((report.requests() - 1.0) / requestsPerMinute);
        System.out.printf(
                Locale.ROOT,
                "BENCH %s: %d requests, %.1f minutes, time / (requests - 1) at the limit %.3f (at most %.2f)%n",
                what,
                report.requests(),
                minutes,
                ratio,
                MOST);
        return ratio;
    }

    /** In a JVM of its own, since the embedded Store needs more than that for so many products. */
    @Test
    void tenThousandNeedNoMoreThan128Megabytes() throws Exception {
        ThreadFactory threads = work -> new Thread(work, "store-addons");
        try (AddonsFixture fixture =
                new AddonsFixture(folder, Duration.ofMillis(1), TimeSource.system(), threads, MANY)) {
            for (int i = 0; i < MANY; i += 10) {
                fixture.changed("changed" + i);
                for (int j = 1; j < 10; j++) {
                    fixture.unchanged("unchanged" + (i + j));
                }
            }
            Path output = folder.resolve("output.log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OwnJvm.class.getName(),
                            fixture.store.serviceUrl().toString(),
                            fixture.store.tenantId(),
                            fixture.store.clientId(),
                            fixture.store.clientSecret(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(output)).isZero();
            System.out.println("BENCH " + Files.readString(output).strip());
        }
    }

    /** Releases what is in a folder. */
    static final class OwnJvm {
        private OwnJvm() {}

        /** @param arguments address, tenant, client, secret, folder */
        public static void main(String[] arguments) throws Exception {
            URI root = URI.create(arguments[0]);
            Path folder = Path.of(arguments[4]);
            AddonsReport report = AddonsFixture.run(
                    new AddonsFixture.Way(
                            new ReleaseFixture.Address(
                                    root, root, new ClientSecret(arguments[1], arguments[2], arguments[3], "test")),
                            ReleaseFixture.NETWORK,
                            TimeSource.system(),
                            work -> new Thread(work, "store-addons"),
                            1_000_000),
                    folder,
                    List.of(),
                    new ReleaseOptions(
                            OnPending.REPLACE,
                            true,
                            WaitFor.COMMIT,
                            Duration.ofHours(1),
                            folder.resolve("target/draft.json")),
                    new ReleaseLog() {
                        @Override
                        public void info(String line) {}

                        @Override
                        public void warn(String line) {}
                    });
            System.out.println("10,000 folders under -Xmx128m: " + report.line());
            System.exit(report.failure().isPresent() ? 1 : 0);
        }
    }
}
