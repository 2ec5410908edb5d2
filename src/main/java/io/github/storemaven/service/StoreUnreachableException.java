package io.github.storemaven.service;

import java.io.IOException;

/**
 * No usable answer came, after all the attempts that were allowed: whether the call had its effect is not known unless it
 * only reads.
 */
public final class StoreUnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    StoreUnreachableException(String call, String reason, Throwable cause) {
        this(call, reason, cause, true);
    }

    StoreUnreachableException(String call, String reason, Throwable cause, boolean sent) {
        super("The request to the Store failed, to " + call + ": " + reason, cause);
        this.sent = sent;
    }

    private StoreUnreachableException(StoreUnreachableException end, String message) {
        super(message, end);
        this.sent = end.sent;
    }

    /** The same failure with one more sentence. */
    StoreUnreachableException adding(String sentence) {
        return new StoreUnreachableException(this, getMessage().replaceAll("[.]?$", ". ") + sentence);
    }

    /** Whether the call may have reached the Store; without a token it was not even sent. */
    public boolean mayHaveTakenEffect() {
        return sent;
    }
}
