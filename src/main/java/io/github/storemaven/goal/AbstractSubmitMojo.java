package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals have that submit something else than one app, flight or add-on: how far, and what is told of the end. */
abstract class AbstractSubmitMojo extends AbstractStoreFolderMojo {
    /**
     * false: stop before publishing, and leave a draft that somebody can look at in Partner Center.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.commit", defaultValue = "true")
    boolean commit;

    /**
     * When the goal ends: none (at once), commit (the Store has accepted it), certification (of add-ons only) or publication.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.waitFor", defaultValue = "commit")
    String waitFor;

    /**
     * Longest wait, such as PT30M or P2D. Default: 1 hour for commit, 7 days for certification and publication.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.timeout")
    String timeout;

    /**
     * How long to wait while another submission of the product is being processed, such as PT2H. Default: not at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.busyTimeout", defaultValue = "PT0S")
    String busyTimeout;

    /**
     * Ends that are a success with one warning: {@code busy} (something else is pending, nothing was sent), {@code timedOut}
     * (the Store has accepted the submission and is at work), {@code outage} (the service was not reached).
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.tolerate")
    List<String> tolerate;

    AbstractSubmitMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Who writes and tells the end. */
    abstract EndReporter reporter();

    /** The parameters for which a module that names one of them is not passed over. */
    abstract Set<String> names();

    /** Whether there is nothing to submit, and nothing is named. */
    abstract boolean isEmpty() throws IOException;

    /** Submits what is there. */
    abstract void submit() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException;

    @Override
    final void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ModuleSkip module = new ModuleSkip(this);
        boolean empty = isEmpty();
        module.warnOfModules(empty);
        if (!module.skips(empty && !module.names(names()))) {
            reporter().follow(this::submit);
        }
    }

    /** What the parameters say about the end; what is wrong with them is a problem. */
    final void prepareEnd(ConfigurationProblems problems) {
        reporter().tolerates(new ParameterValues(problems).tolerated(tolerate, "tolerate"));
        CiChannel.of(this, ciReport, problems);
    }

    /** The result of an earlier run would be taken for that of one that waits for the end of a build, and never begins. */
    final void forgetEnd() throws IOException {
        if (isDeferred()) {
            for (Path file : reporter().files()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    final ReleaseLog log() {
        return reporter().log(new ReleaseClock(System::nanoTime));
    }

    @Override
    final void failed(MojoFailureException wrong) {
        reporter().failed(wrong);
    }

    @Override
    final void leave(boolean isStopped) {
        reporter().left(isStopped);
    }

    @Override
    final void skipped(String line) {
        reporter().skipped(line);
    }

    /** What has become of it is told of all releases together; whatever was not followed failed before. */
    @Override
    final void tellEnd(Optional<? extends Exception> failure) {
        failure.ifPresent(reporter()::failed);
    }
}
