package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Polls a committed submission until it is where the release waits for (design, section 2; reference, section 10). It
 * survives every trouble that may pass, and ends on every state that will not.
 */
final class Waiting {
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** A submission that reads as a draft for longer after its commit fell back (field report 8). */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Between two lines of a state that does not change; hours of it need fewer. */
    private static final Duration QUIET = Duration.ofMinutes(15);

    private static final Duration LONG_QUIET = Duration.ofHours(1);
    private static final Duration LONG_WAIT = Duration.ofHours(2);

    /** A renewed token that is refused as well may be a fault of the service; so often in a row it is not. */
    private static final int MOST_UNAUTHORISED = 3;

    private final Submissions submissions;
    private final TimeSource time;
    private final ReleaseLog log;
    private final WaitFor goal;
    private final Duration timeout;

    private Instant start;
    private Instant lastChange;
    private Instant lastLine;
    private boolean endsCertified;
    private SubmissionStatus last;
    private int unauthorised;

    Waiting(Submissions submissions, TimeSource time, ReleaseLog log, WaitFor goal, Duration timeout) {
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
     * @throws WaitTimedOut when the time is up
     */
    SubmissionStatus wait(String id, SubmissionStatus known, PublishTime publishing)
            throws StoreRefusedException, IOException, InterruptedException {
        start = time.instant();
        lastChange = start;
        lastLine = start;
        last = known;
        endsCertified = publishing.isManual() || isTooLate(publishing);
        while (!isOver()) {
            pause(id);
            poll(id);
        }
        return last;
    }

    private boolean isTooLate(PublishTime publishing) {
        boolean tooLate = publishing.isAfter(start.plus(timeout));
        if (tooLate && goal == WaitFor.PUBLICATION) {
            log.info("It is published at its targetPublishDate, "
                    + publishing.date().orElseThrow()
                    + ", after this wait has to end (store.timeout is " + timeout
                    + "): the wait ends when it is certified");
        }
        return tooLate;
    }

    private boolean isOver() {
        String status = last.name();
        return goal == WaitFor.NONE
                || goal.isReachedBy(status)
                || States.isFailed(status)
                || !last.errors().isEmpty()
                || (status.equals(States.RELEASE) && endsCertified)
                || (status.equals(States.DRAFT) && elapsed().compareTo(GRACE) > 0);
    }

    private void pause(String id) throws WaitTimedOut, InterruptedException {
        Duration left = timeout.minus(elapsed());
        if (left.isNegative() || left.isZero()) {
            throw new WaitTimedOut(id, last.name(), timeout);
        }
        time.sleep(shorter(left, interval(elapsed())));
    }

    /** A fifth of the time that has passed, within 3 and 60 seconds. */
    static Duration interval(Duration elapsed) {
        Duration fifth = elapsed.dividedBy(5);
        return fifth.compareTo(SHORTEST) < 0 ? SHORTEST : shorter(fifth, LONGEST);
    }

    private void poll(String id) throws StoreRefusedException, InterruptedException {
        try {
            note(submissions.status(id, timeout.minus(elapsed())));
            unauthorised = 0;
        } catch (StoreRefusedException refused) {
            if (!refused.isUnauthorized() || ++unauthorised == MOST_UNAUTHORISED) {
                throw refused;
            }
            log.warn("The Store takes no token at the moment (401); asking again");
        } catch (StoreUnreachableException passing) {
            log.warn(passing.getMessage() + "; asking again");
        } catch (IOException passing) {
            log.warn("No status: " + passing.getMessage() + "; asking again");
        }
    }

    private void note(SubmissionStatus status) {
        Instant now = time.instant();
        if (!status.name().equals(last.name())) {
            log.info(state(last) + " -> " + state(status) + " (after " + readable(Duration.between(lastChange, now))
                    + ")");
            lastChange = now;
            lastLine = now;
        } else if (Duration.between(lastLine, now).compareTo(quiet()) >= 0) {
            log.info("Still " + state(status) + " after " + readable(Duration.between(lastChange, now)));
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

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** For example {@code 3 s}, {@code 4 min 10 s} or {@code 26 h 5 min}. */
    static String readable(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
