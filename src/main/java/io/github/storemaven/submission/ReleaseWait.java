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
 * nothing of what was sent, so that thousands may wait at a time. A release that ended without a commit has none of it. One
 * that was not begun, since another submission holds the place, waits for that first.
 */
public final class ReleaseWait {
    private Optional<BusySlot> slot = Optional.empty();
    private Beginning next;
    private Optional<ReleaseResult> known;
    private Optional<Polling> polling;

    /** A release from its first look on. */
    @FunctionalInterface
    interface Beginning {
        ReleaseWait begin() throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException;
    }

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
        this.known = Optional.of(end);
        this.polling = Optional.empty();
    }

    /**
     * Of a release that another submission is in the way of.
     *
     * @param next what goes on once the place may be free
     */
    ReleaseWait(BusySlot slot, Beginning next) {
        this.slot = Optional.of(slot);
        this.next = next;
        this.known = Optional.empty();
        this.polling = Optional.empty();
    }

    /** Of a submission that is committed; the wait begins now. */
    ReleaseWait(ReleaseResult committed, Polling polling) {
        this.known = Optional.of(committed);
        this.polling = Optional.of(polling);
        polling.poller().begin(committed.submissionId(), committed.status(), polling.publishing());
    }

    /** The submission of this release; empty before there is one. */
    Optional<String> submissionId() {
        return known.map(ReleaseResult::submissionId);
    }

    /** Whether another submission holds the place, and nothing was sent. */
    public boolean isBehindAnother() {
        return slot.isPresent();
    }

    /** Whether the end is known. */
    public boolean isOver() {
        return slot.isEmpty() && (polling.isEmpty() || polling.get().poller().isOver());
    }

    /**
     * How long to wait before the next poll.
     *
     * @throws StatusPoller.TimedOutException when the time is up
     */
    public Duration pause() throws StatusPoller.TimedOutException {
        return slot.isPresent()
                ? slot.get().pause()
                : polling.orElseThrow().poller().pause();
    }

    /**
     * Asks for the status once; trouble that may pass is survived. A release that waited for the place is begun when that may
     * be free.
     *
     * @throws ReleaseRefusedException when somebody else has deleted the submission, or keeps the place
     */
    public void poll() throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (slot.isPresent()) {
            if (slot.get().poll()) {
                become(next.begin());
            }
        } else {
            pollOwn();
        }
    }

    private void become(ReleaseWait begun) {
        slot = begun.slot;
        next = begun.next;
        known = begun.known;
        polling = begun.polling;
    }

    private void pollOwn() throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<DraftRecovery> own = polling.orElseThrow().own();
        try {
            polling.get().poller().poll();
            polling.get().progress().heard(polling.get().poller().status());
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound() && own.isPresent()) {
                own.get().stopIfReplaced(known.orElseThrow().submissionId(), refused);
            }
            throw refused;
        }
    }

    /** How the release ended, once it is over. */
    public ReleaseResult result() throws ReleaseRefusedException, InterruptedException {
        ReleaseResult committed = known.orElseThrow();
        if (polling.isEmpty()) {
            return committed;
        }
        Polling wait = polling.get();
        wait.progress().ended();
        SubmissionStatus status = wait.poller().status();
        ReleaseResult result = new ReleaseResult(
                committed.product(),
                committed.submissionId(),
                status,
                ReleaseResult.Kind.of(wait.goal(), status, wait.publishing()));
        if (wait.goal().compareTo(WaitFor.COMMIT) > 0 && result.kind() != ReleaseResult.Kind.FAILED) {
            wait.sent().compare(wait.submissions(), result, wait.log());
        }
        return result;
    }
}
