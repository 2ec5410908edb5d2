package io.github.storemaven.submission;

import io.github.storemaven.http.Durations;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Polls a committed submission until it is where the release waits for (design, section 2; reference, section 10). It
 * survives every trouble that may pass, and ends on every state that will not.
 */
public final class StatusPoller {
    /** A submission that reads as a draft for longer after its commit fell back (field report 8). */
    private static final Duration FALLBACK_GRACE = Duration.ofSeconds(60);

    /** Between two lines of a state that does not change; hours of it need fewer. */
    private static final Duration QUIET = Duration.ofMinutes(15);

    private static final Duration LONG_QUIET = Duration.ofHours(1);
    private static final Duration LONG_WAIT = Duration.ofHours(2);

    /** A renewed token that is refused as well may be a fault of the service; so often in a row it is not. */
    private static final int MAX_UNAUTHORISED = 3;

    /** The wait's time is up; the submission is processed without us. */
    public static final class TimedOutException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String submissionId;
        private final String status;

        TimedOutException(String submissionId, String status, Duration timeout) {
            super(
                    "Submission " + submissionId + " is still in the state " + status + " after "
                            + Durations.readable(timeout)
                            + ". The Store continues without this build; run the same command again to wait on, or raise store.timeout");
            this.submissionId = submissionId;
            this.status = status;
        }

        /** The submission that was waited for. */
        public String submissionId() {
            return submissionId;
        }

        /** Its last known state. */
        public String status() {
            return status;
        }
    }

    private final Submissions submissions;
    private final TimeSource time;
    private final ReleaseLog log;
    private final WaitFor goal;
    private final Duration timeout;

    private String id;
    private Instant start;
    private Instant lastChange;
    private Instant lastLine;
    private boolean endsCertified;
    private SubmissionStatus last;
    private int unauthorised;

    StatusPoller(Submissions submissions, TimeSource time, ReleaseLog log, WaitFor goal, Duration timeout) {
        this.submissions = submissions;
        this.time = time;
        this.log = log;
        this.goal = goal;
        this.timeout = timeout;
    }

    /**
     * Waits.
     *
     * @param known the status at the start
     * @param publishing of the submission; Manual ends the wait in Release, since the API cannot publish it, and so does a
     *     date that is beyond the timeout
     * @return the last status, which may be one of failure
     * @throws TimedOutException when the time is up
     */
    SubmissionStatus wait(String id, SubmissionStatus known, PublishTime publishing)
            throws StoreRefusedException, IOException, InterruptedException {
        begin(id, known, publishing);
        while (!isOver()) {
            time.sleep(pause());
            poll();
        }
        return last;
    }

    /** The wait begins now; for a caller that waits for several submissions and pauses and polls itself. */
    void begin(String submissionId, SubmissionStatus known, PublishTime publishing) {
        id = submissionId;
        start = time.instant();
        lastChange = start;
        lastLine = start;
        last = known;
        endsCertified = publishing.isManual() || isTooLate(publishing);
    }

    /** What is known of the submission. */
    SubmissionStatus status() {
        return last;
    }

    private boolean isTooLate(PublishTime publishing) {
        boolean tooLate = publishing.isAfter(start.plus(timeout));
        if (tooLate && goal == WaitFor.PUBLICATION) {
            log.publishedAfterTheWait(publishing.date().orElseThrow().toString(), Durations.readable(timeout));
        }
        return tooLate;
    }

    /** Whether it is where the release waits for, or will not get there. */
    boolean isOver() {
        return goal == WaitFor.NONE
                || goal.isReachedBy(last.name())
                || last.isFailed()
                || !last.errors().isEmpty()
                || (last.isCertified() && endsCertified)
                || (last.isDraft() && elapsed().compareTo(FALLBACK_GRACE) > 0);
    }

    /**
     * How long to wait before the next poll.
     *
     * @throws TimedOutException when the time is up
     */
    Duration pause() throws TimedOutException {
        Duration left = timeout.minus(elapsed());
        if (left.isNegative() || left.isZero()) {
            throw new TimedOutException(id, last.name(), timeout);
        }
        return Durations.shorter(left, submissions.pollInterval().after(elapsed()));
    }

    /** Asks for the status once. */
    void poll() throws StoreRefusedException, InterruptedException {
        poll(timeout.minus(elapsed()));
    }

    /** Asks for the status once, within a limit. */
    void poll(Duration limit) throws StoreRefusedException, InterruptedException {
        try {
            note(submissions.status(id, limit));
            unauthorised = 0;
        } catch (StoreRefusedException refused) {
            if (!refused.isUnauthorized() || ++unauthorised == MAX_UNAUTHORISED) {
                throw refused;
            }
            log.tokenRefused();
        } catch (StoreUnreachableException passing) {
            log.unanswered(passing.getMessage());
        } catch (IOException passing) {
            log.unanswered("No status: " + passing.getMessage());
        }
    }

    private void note(SubmissionStatus status) {
        Instant now = time.instant();
        if (!status.name().equals(last.name())) {
            if (last.isCommitStarted()) {
                log.accepted();
            }
            log.stateChanged(state(last), state(status), Durations.readable(Duration.between(lastChange, now)));
            lastChange = now;
            lastLine = now;
        } else if (Duration.between(lastLine, now).compareTo(quiet()) >= 0) {
            log.sameState(state(status), Durations.readable(Duration.between(lastChange, now)), lastChange);
            lastLine = now;
        }
        last = status;
    }

    private static String state(SubmissionStatus status) {
        return ForeignText.oneLine(status.name());
    }

    private Duration quiet() {
        return elapsed().compareTo(LONG_WAIT) > 0 ? LONG_QUIET : QUIET;
    }

    private Duration elapsed() {
        return Duration.between(start, time.instant());
    }
}
