package io.github.storemaven.submission;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.SubmissionStatus;

/**
 * How a release ended.
 *
 * @param submissionId the submission that holds what was wanted
 * @param status of it, as far as it was waited for
 * @param kind which of the good ends, or the bad one
 */
public record ReleaseResult(Product product, String submissionId, SubmissionStatus status, Kind kind) {
    /** The ends of a release. */
    public enum Kind {
        /** Committed, and where it was waited for. */
        RELEASED,
        /** Left as a draft, as asked. */
        DRAFTED,
        /** What is wanted is published already. */
        ALREADY_PUBLISHED,
        /** Certified, and waiting for a person to publish it in Partner Center. */
        AWAITS_MANUAL_PUBLISH,
        /** Certified, and waiting for its date, which is beyond the timeout. */
        AWAITS_PUBLISH_DATE,
        /** Refused by the Store. */
        FAILED
    }
}
