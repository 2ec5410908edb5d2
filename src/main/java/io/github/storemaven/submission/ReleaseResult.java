package io.github.storemaven.submission;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;

/**
 * How a release ended.
 *
 * @param submissionId the submission that holds what was wanted
 * @param status of it, as far as it was waited for
 * @param kind which of the good ends, or the bad one
 */
public record ReleaseResult(Product product, String submissionId, SubmissionStatus status, Kind kind) {
    /** The word for this end. */
    public ReleaseOutcome outcome() {
        return ReleaseOutcome.of(this);
    }

    /** The ends of a release. */
    public enum Kind {
        /** Committed, and where it was waited for. */
        RELEASED,
        /** Left as a draft, as asked. */
        DRAFTED,
        /** A newer version was published while the release waited; nothing was sent. */
        OVERTAKEN,
        /** What is wanted is published already. */
        ALREADY_PUBLISHED,
        /** Certified, and waiting for a person to publish it in Partner Center. */
        AWAITS_MANUAL_PUBLISH,
        /** Certified, and waiting for its date, which is beyond the timeout. */
        AWAITS_PUBLISH_DATE,
        /** Refused by the Store. */
        FAILED;

        /** How a submission ended that was waited for, or not waited for at all. */
        static Kind of(WaitFor waitFor, SubmissionStatus status, PublishTime publishing) {
            if (waitFor == WaitFor.NONE || waitFor.isReachedBy(status.name())) {
                return RELEASED;
            }
            if (!status.isCertified() || !status.errors().isEmpty()) {
                return FAILED;
            }
            return publishing.isManual() ? AWAITS_MANUAL_PUBLISH : AWAITS_PUBLISH_DATE;
        }
    }
}
