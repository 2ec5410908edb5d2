package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadProgressTest {
    private static final long MEGA = 1024 * 1024;

    private final FakeTimeSource time = new FakeTimeSource();
    private final List<String> lines = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final UploadProgress progress = new UploadProgress(new UploadListener() {}, time, lines::add, later::add);

    @BeforeEach
    void start() {
        progress.started("https://store.blob.core.windows.net/ingestion/1", 40 * MEGA);
    }

    @Test
    void tellsShareSpeedAndTheTimeThatIsLeft() {
        after(10, 10 * MEGA);
        after(10, 15 * MEGA);

        assertThat(lines)
                .containsExactly(
                        "Upload: 25 % of 40.0 MB, 1.0 MB/s, 30 s left", "Upload: 37 % of 40.0 MB, 0.5 MB/s, 50 s left");
    }

    @Test
    void tellsForHowLongThereIsNoAnswer() {
        after(10, 10 * MEGA);
        after(60, 10 * MEGA);
        time.sleep(Duration.ofSeconds(60));
        later.remove().run();

        assertThat(lines.get(1))
                .isEqualTo("Upload: 25 % of 40.0 MB, no answer from store.blob.core.windows.net for 0 s");
        assertThat(lines.get(2))
                .isEqualTo("Upload: 25 % of 40.0 MB, no answer from store.blob.core.windows.net for 1 min");
    }

    @Test
    void isSilentAfterTheEnd() {
        progress.succeeded(new UploadReport(40 * MEGA, 0, Duration.ofSeconds(1)));
        later.remove().run();
        assertThat(lines).isEmpty();
        assertThat(later).isEmpty();
    }

    @Test
    void isSilentAfterAFailure() {
        progress.failed(new IOException("lost"));
        later.remove().run();
        assertThat(lines).isEmpty();
        assertThat(later).isEmpty();
    }

    /** A line every ten seconds is for somebody who looks on. */
    @Test
    void aBuildThatNobodyLooksAtHasALineAMinute(@TempDir Path folder) {
        MavenSession session = new BuildSession(folder, "app").session();
        session.getRequest().setInteractiveMode(true);
        assertThat(UploadProgress.interval(session, true)).isEqualTo(Duration.ofSeconds(10));
        assertThat(UploadProgress.interval(session, false)).isEqualTo(Duration.ofMinutes(1));
        session.getRequest().setInteractiveMode(false);
        assertThat(UploadProgress.interval(session, true)).isEqualTo(Duration.ofMinutes(1));
        session.getRequest().setInteractiveMode(true);
        session.getRequest().getSystemProperties().setProperty("env.CI", "true");
        assertThat(UploadProgress.interval(session, true)).isEqualTo(Duration.ofMinutes(1));
    }

    private void after(int seconds, long bytes) {
        time.sleep(Duration.ofSeconds(seconds));
        progress.progressed(bytes);
        later.remove().run();
    }
}
