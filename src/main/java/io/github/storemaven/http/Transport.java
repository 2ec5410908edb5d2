package io.github.storemaven.http;

import java.io.IOException;
import java.net.URI;

/** Sends a request and waits for its answer; safe for several threads. */
@FunctionalInterface
public interface Transport {
    /**
     * Sends.
     *
     * @return the answer, whatever its status
     * @throws IOException when no whole answer came: unreachable, lost, too large, or past the deadline
     */
    Response send(Request request) throws IOException, InterruptedException;

    /** Through which proxy an address is reached, as the end of a sentence; empty for a direct connection. */
    default String way(URI uri) {
        return "";
    }
}
