package io.github.storemaven.submission;

import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What is left of a release after its commit: to wait until the Store has accepted, certified or published it. It holds
 * nothing of what was sent, so that thousands may wait at a time. A release that ended without a commit has none of it.
 */
public final class ReleaseWait {
    private final ReleaseResult known;
    private final Optional<Polling> polling;

    /**
     * How a committed submission is waited for.
     *
     * @param own of a submission that this run has made
     */
    record Polling(
            StatusPoller poller,
            Submissions submissions,
            PublishTime publishing,
            WaitFor goal,
            SentPackages sent,
            Optional<DraftRecovery> own,
            ReleaseProgress progress,
            ReleaseLog log) {}

    /** Of a release that has ended. */
    ReleaseWait(ReleaseResult end) {
        this.known = end;
        this.polling = Optional.empty();
    }

    /** Of a submission that is committed; the wait begins now. */
    ReleaseWait(ReleaseResult committed, Polling polling) {
        this.known = committed;
        this.polling = Optional.of(polling);
        polling.poller().begin(committed.submissionId(), committed.status(), polling.publishing());
    }

    /** The submission that is waited for. */
    String submissionId() {
        return known.submissionId();
    }

    /** Whether the end is known. */
    public boolean isOver() {
        return polling.isEmpty() || polling.get().poller().isOver();
    }

    /**
     * How long to wait before the next poll.
     *
     * @throws StatusPoller.TimedOutException when the time is up
     */
    public Duration pause() throws StatusPoller.TimedOutException {
        return polling.orElseThrow().poller().pause();
    }

    /**
     * Asks for the status once; trouble that may pass is survived.
     *
     * @throws ReleaseRefusedException when somebody else has deleted the submission
     */
    public void poll() throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<DraftRecovery> own = polling.orElseThrow().own();
        try {
            polling.get().poller().poll();
            polling.get().progress().heard(polling.get().poller().status());
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound() && own.isPresent()) {
                own.get().stopIfReplaced(known.submissionId(), refused);
            }
            throw refused;
        }
    }

    /** How the release ended, once it is over. */
    public ReleaseResult result() throws ReleaseRefusedException, InterruptedException {
        if (polling.isEmpty()) {
            return known;
        }
        Polling wait = polling.get();
        wait.progress().ended();
        SubmissionStatus status = wait.poller().status();
        ReleaseResult result = new ReleaseResult(
                known.product(),
                known.submissionId(),
                status,
                ReleaseResult.Kind.of(wait.goal(), status, wait.publishing()));
        if (wait.goal().compareTo(WaitFor.COMMIT) > 0 && result.kind() != ReleaseResult.Kind.FAILED) {
            wait.sent().compare(wait.submissions(), result, wait.log());
        }
        return result;
    }
}
