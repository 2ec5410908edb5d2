package io.github.storemaven.service;

import java.io.IOException;

/**
 * No usable answer came, after all the tries that were allowed: whether the call had its effect is not known unless it
 * only reads.
 */
public final class StoreUnreachable extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    StoreUnreachable(String call, String reason, Throwable cause) {
        this(call, reason, cause, true);
    }

    StoreUnreachable(String call, String reason, Throwable cause, boolean sent) {
        super("The Store could not be asked to " + call + ": " + reason, cause);
        this.sent = sent;
    }

    private StoreUnreachable(StoreUnreachable end, String message) {
        super(message, end);
        this.sent = end.sent;
    }

    /** The same failure with one more sentence. */
    StoreUnreachable adding(String sentence) {
        return new StoreUnreachable(this, getMessage().replaceAll("[.]?$", ". ") + sentence);
    }

    /** Whether the call may have reached the Store; without a token it was not even sent. */
    public boolean mayHaveWorked() {
        return sent;
    }
}
