package io.github.storemaven.service;

import java.io.IOException;

/**
 * No usable answer came, after all the tries that were allowed: whether the call had its effect is not known unless it
 * only reads.
 */
public final class StoreUnreachable extends IOException {
    private static final long serialVersionUID = 1L;

    StoreUnreachable(String call, String reason, Throwable cause) {
        super("The Store could not be asked to " + call + ": " + reason, cause);
    }
}
