package io.github.storemaven.transfer;

import java.io.IOException;
import java.util.Optional;

/** Asks the submission for another upload address when the one in use has expired. */
@FunctionalInterface
public interface FreshAddress {
    /** Empty when the service gives none; the same address as before counts as none. */
    Optional<SasUrl> ask() throws IOException, InterruptedException;

    /** For callers that have nobody to ask. */
    static FreshAddress none() {
        return Optional::empty;
    }
}
