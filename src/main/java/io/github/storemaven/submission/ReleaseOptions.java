package io.github.storemaven.submission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How a release goes about it.
 *
 * @param commit false leaves a draft
 * @param timeout over the whole wait
 * @param draftRecord where the note of an unfinished draft is kept
 * @param showNotes whether the log shows the text of the notes for certification, and not only its length
 * @param onRollout what to do when the rollout of what is published is in progress
 * @param busyTimeout how long to wait, from the first look on, while another submission is pending; zero for not at all
 */
public record ReleaseOptions(
        OnPending onPending,
        boolean commit,
        WaitFor waitFor,
        Duration timeout,
        Path draftRecord,
        boolean showNotes,
        OnRollout onRollout,
        Duration busyTimeout) {
    /** What to do when a submission of the product is pending already (design, section 2). */
    public enum OnPending {
        /** A draft made by API is deleted and made anew, unless it is our own and can be finished. */
        REPLACE,
        /** A draft made by API is finished if its pending files are among ours. */
        RESUME,
        /** Nothing is touched. */
        FAIL
    }

    /** What to do when the rollout of the last submission is in progress, which allows no next one (reference, section 11). */
    public enum OnRollout {
        /** Nothing is touched. */
        FAIL,
        /** It is finalized first: everybody gets the packages of the last submission. */
        FINALIZE
    }

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

        /** The limit of the wait where none is named. */
        public Duration usualTimeout() {
            return compareTo(COMMIT) > 0 ? Duration.ofDays(7) : Duration.ofHours(1);
        }
    }

    /** Without a wait for another submission. */
    public ReleaseOptions(
            OnPending onPending,
            boolean commit,
            WaitFor waitFor,
            Duration timeout,
            Path draftRecord,
            boolean showNotes,
            OnRollout onRollout) {
        this(onPending, commit, waitFor, timeout, draftRecord, showNotes, onRollout, Duration.ZERO);
    }

    /** With the text of the notes for certification hidden, and a rollout not touched. */
    public ReleaseOptions(OnPending onPending, boolean commit, WaitFor waitFor, Duration timeout, Path draftRecord) {
        this(onPending, commit, waitFor, timeout, draftRecord, false, OnRollout.FAIL);
    }
}
