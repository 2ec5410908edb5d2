package io.github.storemaven.submission;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a release goes about it.
 *
 * @param commit false leaves a draft
 * @param timeout over the whole wait
 * @param draftRecord where the note of an unfinished draft is kept
 */
public record ReleaseOptions(
        OnPending onPending, boolean commit, WaitFor waitFor, Duration timeout, Path draftRecord) {}
