package io.github.storemaven.installer;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a release goes.
 *
 * @param onPending what becomes of changes in the draft that this project did not make
 * @param commit whether the draft is submitted
 * @param waitFor how far to wait
 * @param timeout of all waits together
 * @param sendImages whether images are sent although they look like those of the Store
 * @param busyTimeout how long to wait, from the first look on, for the end of another submission; zero for not at all
 * @param record where this project keeps what it knows of the draft
 */
public record InstallerOptions(
        OnPending onPending,
        boolean commit,
        WaitFor waitFor,
        Duration timeout,
        Duration busyTimeout,
        boolean sendImages,
        Path record) {
    /** What becomes of changes that this project did not make. */
    public enum OnPending {
        /** They are an error, since nothing tells them from what somebody still works at. */
        REPLACE,
        /** They are submitted too. */
        RESUME,
        /** They are an error, and so is a submission on its way. */
        FAIL
    }

    /** How far to wait. */
    public enum WaitFor {
        NONE,
        COMMIT,
        PUBLICATION
    }
}
