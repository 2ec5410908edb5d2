package io.github.storemaven.goal;

import io.github.storemaven.installer.InstallerRefusedException;
import io.github.storemaven.installer.InstallerRefusedException.Reason;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.text.FileFailure;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** The ends that a user counts as a success: one warning takes the place of a failure. */
record Tolerance(Set<ReleaseOutcome> ends) {
    Tolerance {
        ends = Set.copyOf(ends);
    }

    static Tolerance none() {
        return new Tolerance(Set.of());
    }

    /** Whether a failure is to be a success. */
    boolean covers(Throwable failure) {
        return failure.getCause() instanceof InstallerRefusedException
                ? ends.contains(outcome(failure))
                : ReleaseOutcome.isAmong(ends, failure);
    }

    /** How a goal has ended by a failure. */
    static ReleaseOutcome outcome(Throwable failure) {
        if (failure.getCause() instanceof InstallerRefusedException refused) {
            Reason reason = refused.reason();
            return reason == Reason.OTHER ? ReleaseOutcome.REFUSED : ReleaseOutcome.valueOf(reason.name());
        }
        return ReleaseOutcome.of(failure);
    }

    /** A failure's message, with why it is none. */
    static String warning(String message, Collection<ReleaseOutcome> ends) {
        return message + " (no failure: store.tolerate has "
                + ends.stream().map(ReleaseOutcome::word).collect(Collectors.joining(", ")) + ")";
    }

    /** What is wrong, in a sentence. */
    static String message(Throwable failure) {
        String message = failure instanceof IOException problem ? FileFailure.sentence(problem) : failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** Does some work, whose failure is one only where it is not covered. */
    void follow(Log log, AbstractStoreMojo.Work work)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        try {
            work.run();
        } catch (MojoExecutionException | MojoFailureException | IOException failure) {
            if (!covers(failure)) {
                throw failure;
            }
            log.warn(warning(message(failure), List.of(outcome(failure))));
        }
    }
}
