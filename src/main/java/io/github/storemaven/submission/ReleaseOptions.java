package io.github.storemaven.submission;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a release goes about it.
 *
 * @param commit false leaves a draft
 * @param timeout over the whole wait
 * @param draftRecord where the note of an unfinished draft is kept
 * @param showNotes whether the log shows the text of the notes for certification, and not only its length
 */
public record ReleaseOptions(
        OnPending onPending, boolean commit, WaitFor waitFor, Duration timeout, Path draftRecord, boolean showNotes) {
    /** With the text of the notes for certification hidden. */
    public ReleaseOptions(OnPending onPending, boolean commit, WaitFor waitFor, Duration timeout, Path draftRecord) {
        this(onPending, commit, waitFor, timeout, draftRecord, false);
    }
}
