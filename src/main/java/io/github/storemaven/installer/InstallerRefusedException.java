package io.github.storemaven.installer;

/** A release that is not made, or has not succeeded; the message says why and what to do. */
public final class InstallerRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a build may count as a success. */
    public enum Reason {
        /** Somebody else's submission is in progress; nothing was sent. */
        BUSY,
        /** The time was up while the Store was at work on what was submitted. */
        TIMED_OUT,
        /** Anything else, which nobody may count as a success. */
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
