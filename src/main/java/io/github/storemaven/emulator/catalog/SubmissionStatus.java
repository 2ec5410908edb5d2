package io.github.storemaven.emulator.catalog;

import java.util.List;

/** The states of a submission (reference 7.1); {@link #apiName} is how the service writes one. */
public enum SubmissionStatus {
    NONE("None"),
    CANCELED("Canceled"),
    PENDING_COMMIT("PendingCommit"),
    COMMIT_STARTED("CommitStarted"),
    COMMIT_FAILED("CommitFailed"),
    PRE_PROCESSING("PreProcessing"),
    PRE_PROCESSING_FAILED("PreProcessingFailed"),
    CERTIFICATION("Certification"),
    CERTIFICATION_FAILED("CertificationFailed"),
    RELEASE("Release"),
    RELEASE_FAILED("ReleaseFailed"),
    PENDING_PUBLICATION("PendingPublication"),
    PUBLISHING("Publishing"),
    PUBLISHED("Published"),
    PUBLISH_FAILED("PublishFailed");

    /** From commit to publication (reference, section 10). */
    public static final List<SubmissionStatus> LIFECYCLE =
            List.of(COMMIT_STARTED, PRE_PROCESSING, CERTIFICATION, RELEASE, PENDING_PUBLICATION, PUBLISHING, PUBLISHED);

    private final String apiName;

    SubmissionStatus(String apiName) {
        this.apiName = apiName;
    }

    /** For example {@code PendingCommit}. */
    public String apiName() {
        return apiName;
    }

    /** Whether the state is a failure, after which none follows. */
    public boolean isFailed() {
        return apiName.endsWith("Failed");
    }

    /** The state of a name. @throws IllegalArgumentException when none has it */
    public static SubmissionStatus of(String apiName) {
        for (SubmissionStatus status : values()) {
            if (status.apiName.equals(apiName)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status of a submission: " + apiName);
    }
}
