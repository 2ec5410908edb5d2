package io.github.storemaven.submission;

import java.io.IOException;
import java.time.Duration;

/** The wait's time is up; the submission goes on without us. */
public final class WaitTimedOut extends IOException {
    private static final long serialVersionUID = 1L;

    private final String submissionId;
    private final String status;

    WaitTimedOut(String submissionId, String status, Duration timeout) {
        super("Submission " + submissionId + " is still in the state " + status + " after " + timeout
                + ". It goes on without this build; run the same command again to wait on, or raise store.timeout");
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
