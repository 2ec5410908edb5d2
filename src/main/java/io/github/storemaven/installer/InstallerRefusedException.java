package io.github.storemaven.installer;

/** A release that is not made, or has not succeeded; the message says why and what to do. */
public final class InstallerRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of end it is; a build may count the first two as a success. */
    public enum Reason {
        /** Somebody else's submission is in progress, or somebody else has changed the draft; nothing was sent. */
        BUSY,
        /** The time was up while the Store was at work on what was submitted. */
        TIMED_OUT,
        /** Somebody else has submitted the draft while it was changed. */
        REPLACED,
        /** A file of the user is wrong; nothing was sent. */
        INVALID,
        /** Anything else. */
        OTHER
    }

    private final Reason reason;

    InstallerRefusedException(String message) {
        this(Reason.OTHER, message);
    }

    InstallerRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
