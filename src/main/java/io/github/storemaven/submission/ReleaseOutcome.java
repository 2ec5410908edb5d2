package io.github.storemaven.submission;

import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.transfer.UploadException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a release ended, in one word of {@code submission.json}; from the best end to the worst. */
public enum ReleaseOutcome {
    /** Customers get it. */
    PUBLISHED("published"),
    /** The Store has it, as far as was waited for. */
    SUBMITTED("submitted"),
    /** Left as a draft, as asked. */
    DRAFT("left as a draft"),
    /** What is wanted is published already. */
    UNCHANGED("nothing to change"),
    /** Not asked for: skip, or a snapshot. */
    SKIPPED("skipped"),
    /** Another submission holds the only place that the product has for one that is pending; nothing was sent. */
    BUSY("busy: another submission is pending"),
    /** A newer version was published while the release waited; nothing was sent. */
    OVERTAKEN("overtaken by a newer version"),
    /** The time for the wait was up. */
    TIMED_OUT("timed out"),
    /** The service was not reached. */
    OUTAGE("the service was not reached"),
    /** The Store's no. */
    REFUSED("refused"),
    /** Another run has taken the draft away. */
    REPLACED("replaced by another run"),
    /** Files, parameters or credentials are wrong. */
    INVALID("files, parameters or credentials are wrong"),
    /** Stopped from outside. */
    INTERRUPTED("interrupted");

    /** The ends that a user may have count as a success; no other can be one. */
    public static final List<ReleaseOutcome> TOLERABLE = List.of(BUSY, TIMED_OUT, OUTAGE);

    private final String phrase;

    ReleaseOutcome(String phrase) {
        this.phrase = phrase;
    }

    /** The word of result files, for example {@code timedOut}. */
    public String word() {
        return switch (this) {
            case TIMED_OUT -> "timedOut";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** The same for a person. */
    public String phrase() {
        return phrase;
    }

    /** Whether the goal has done what was asked of it, as far as anything had to be done. */
    public boolean isSuccess() {
        return compareTo(BUSY) < 0 || this == OVERTAKEN;
    }

    /** How a release has ended that the Store has answered to the end. */
    static ReleaseOutcome of(ReleaseResult result) {
        return switch (result.kind()) {
            case RELEASED, AWAITS_MANUAL_PUBLISH, AWAITS_PUBLISH_DATE ->
                result.status().isPublished() ? PUBLISHED : SUBMITTED;
            case DRAFTED -> DRAFT;
            case ALREADY_PUBLISHED -> UNCHANGED;
            case OVERTAKEN -> OVERTAKEN;
            case FAILED -> REFUSED;
        };
    }

    /** How a release has ended by a failure: the first known one among its causes tells; what is not known is ours to mend. */
    public static ReleaseOutcome of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<ReleaseOutcome> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return INVALID;
    }

    /** Whether it is one of some ends; a time-out before the Store has accepted the submission is none: nobody knows what becomes of it. */
    public static boolean isAmong(Set<ReleaseOutcome> tolerated, Throwable failure) {
        return tolerated.contains(of(failure)) && !isBeforeAcceptance(failure);
    }

    private static boolean isBeforeAcceptance(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusPoller.TimedOutException late) {
                return SubmissionStatus.isCommitStarted(late.status())
                        || late.status().equals(SubmissionStatus.DRAFT);
            }
        }
        return false;
    }

    private static Optional<ReleaseOutcome> known(Throwable failure) {
        if (failure instanceof ReleaseRefusedException refused) {
            return Optional.of(refused.outcome());
        }
        if (failure instanceof StoreRefusedException refused) {
            return Optional.of(
                    refused.error().isPresent() ? REFUSED : INVALID); // Without a token nobody asks the Store.
        }
        if (failure instanceof StatusPoller.TimedOutException) {
            return Optional.of(TIMED_OUT);
        }
        if (failure instanceof InterruptedException) {
            return Optional.of(INTERRUPTED);
        }
        if (failure instanceof UploadException refused) {
            return Optional.of(refused.isOutage() ? OUTAGE : REFUSED);
        }
        boolean unanswered = failure instanceof StoreUnreachableException || failure instanceof NoResponseException;
        return unanswered ? Optional.of(OUTAGE) : Optional.empty();
    }
}
