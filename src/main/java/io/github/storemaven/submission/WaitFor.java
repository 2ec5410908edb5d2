package io.github.storemaven.submission;

import java.util.Set;

/** How far a release waits; each state is reached by itself or by any later one, since polls miss short states. */
public enum WaitFor {
    /** Not at all. */
    NONE(Set.of()),
    /** Until the Store took or refused data and files. */
    COMMIT(Set.of("PreProcessing", "Certification", "Release", "PendingPublication", "Publishing", "Published")),
    /** Until it passed certification. */
    CERTIFICATION(Set.of("Release", "PendingPublication", "Publishing", "Published")),
    /** Until customers get it. */
    PUBLICATION(Set.of("Published"));

    private final Set<String> reached;

    WaitFor(Set<String> reached) {
        this.reached = reached;
    }

    boolean isReachedBy(String status) {
        return reached.contains(status);
    }
}
