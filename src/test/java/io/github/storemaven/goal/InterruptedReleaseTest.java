package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build whose thread is interrupted, as an IDE or a daemon does it, says what it leaves in the Store. */
class InterruptedReleaseTest {
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private EmbeddedStore store;
    private SubmitMojo goal;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder().pace(Duration.ofDays(1)).start();
        store.add(ApplicationSeed.published(BuildSession.APP));
        BuildSession build = new BuildSession(folder, "tide");
        build.writePackage("tide", "tide.msix", "1.1.0.0");
        build.credentials(store);
        goal = build.submit("tide");
        goal.rehearse = false;
        goal.serviceUrl = store.serviceUrl().toString();
        goal.loginUrl = store.loginUrl().toString();
        goal.waitFor = "commit";
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** Interrupts the release when it tells how far it is. */
    private void interruptAt(String line) {
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence text) {
                if (text.toString().startsWith(line)) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void warn(CharSequence text) {
                warnings.add(text.toString());
            }
        });
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Interrupted during store:submit");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theDraftThatStaysIsTold() {
        interruptAt("Changes to ");
        assertThat(store.pendingStatus(BuildSession.APP)).hasValue("PendingCommit");
        assertThat(warnings)
                .last()
                .asString()
                .matches("Draft \\d+ of app " + BuildSession.APP
                        + " is kept in Partner Center; the same command resumes it\\. https://\\S+");
    }

    @Test
    void theSubmissionThatIsOnItsWayIsTold() {
        interruptAt("Committed submission");
        assertThat(store.pendingStatus(BuildSession.APP)).hasValue("CommitStarted");
        assertThat(warnings)
                .last()
                .asString()
                .matches(
                        "Submission \\d+ of app " + BuildSession.APP
                                + " is committed, and the Store continues with it; the same command waits for it\\. https://\\S+");
    }
}
