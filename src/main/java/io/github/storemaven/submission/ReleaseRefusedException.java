package io.github.storemaven.submission;

/** A release that cannot go on as asked; the message says what is wrong and what to do. */
public class ReleaseRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ReleaseOutcome outcome;

    public ReleaseRefusedException(String message) {
        this(message, null);
    }

    public ReleaseRefusedException(String message, Throwable cause) {
        this(ReleaseOutcome.REFUSED, message, cause);
    }

    ReleaseRefusedException(ReleaseOutcome outcome, String message, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** The word for this end. */
    public final ReleaseOutcome outcome() {
        return outcome;
    }
}
