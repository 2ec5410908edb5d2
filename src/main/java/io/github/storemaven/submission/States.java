package io.github.storemaven.submission;

import java.util.Set;

/** The states of a submission, grouped by what can be done (reference, sections 7.1 and 10). */
final class States {
    static final String DRAFT = "PendingCommit";
    static final String COMMIT_STARTED = "CommitStarted";
    static final String RELEASE = "Release";

    private static final Set<String> IN_PROGRESS =
            Set.of(COMMIT_STARTED, "PreProcessing", "Certification", RELEASE, "PendingPublication", "Publishing");

    private States() {}

    static boolean isInProgress(String status) {
        return IN_PROGRESS.contains(status);
    }

    static boolean isFailed(String status) {
        return status.endsWith("Failed") || status.equals("Canceled");
    }
}
