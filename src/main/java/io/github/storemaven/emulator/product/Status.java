package io.github.storemaven.emulator.product;

import java.util.List;

/** The states of a submission (reference 7.1); {@link #word} is how the service writes one. */
public enum Status {
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

    /** The way from commit to publication (reference, section 10). */
    public static final List<Status> WAY =
            List.of(COMMIT_STARTED, PRE_PROCESSING, CERTIFICATION, RELEASE, PENDING_PUBLICATION, PUBLISHING, PUBLISHED);

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** For example {@code PendingCommit}. */
    public String word() {
        return word;
    }

    /** Whether the state is a failure that ends the way. */
    public boolean failed() {
        return word.endsWith("Failed");
    }

    /** The state that a word stands for. @throws IllegalArgumentException when none does */
    public static Status of(String word) {
        for (Status status : values()) {
            if (status.word.equals(word)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status of a submission: " + word);
    }
}
