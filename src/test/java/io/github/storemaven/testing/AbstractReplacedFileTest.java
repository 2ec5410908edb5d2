package io.github.storemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody holds open for a moment, or for long: the client's way to replace it, and the embedded Store's. */
public abstract class AbstractReplacedFileTest {
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();
    private final String advice;

    /** @param advice what stands behind the cause in the message */
    protected AbstractReplacedFileTest(String advice) {
        this.advice = advice;
    }

    /** What replaces the file. */
    @FunctionalInterface
    protected interface Move {
        void run() throws IOException;
    }

    protected abstract void attempt(Move move, Path target, Runnable pause) throws IOException;

    protected abstract void move(Path from, Path target) throws IOException;

    private void attempt(int failures, FileSystemException problem) throws IOException {
        attempt(
                () -> {
                    if (attempts.incrementAndGet() <= failures) {
                        throw problem;
                    }
                },
                Path.of("store.json"),
                pauses::incrementAndGet);
    }

    @Test
    void aFileThatIsHeldForAMomentIsReplacedAfterIt() throws IOException {
        attempt(39, new FileSystemException("store.json"));
        assertThat(pauses).hasValue(39);
    }

    @Test
    void afterTwoSecondsItSaysWhoMayHoldIt() {
        assertThatThrownBy(() -> attempt(1000, new FileSystemException("store.json")))
                .hasMessage(
                        "store.json cannot be replaced: it is write-protected or open in another program, for example"
                                + " an editor, a virus scanner or an indexer; " + advice);
        assertThat(pauses).hasValue(40);
    }

    @Test
    void aMissingFileDoesNotComeByWaiting() {
        assertThatThrownBy(() -> attempt(1000, new NoSuchFileException("store.json.new")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void itReplacesWhatIsThere(@TempDir Path folder) throws IOException {
        Path fresh = Files.writeString(folder.resolve("new"), "new");
        Path target = Files.writeString(folder.resolve("target"), "old");
        move(fresh, target);
        assertThat(target).hasContent("new");
        assertThat(fresh).doesNotExist();
    }
}
