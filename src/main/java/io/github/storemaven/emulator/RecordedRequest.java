package io.github.storemaven.emulator;

import java.time.Instant;

/**
 * A request that was answered.
 *
 * @param at when it came, by the clock of the Store
 * @param method for example {@code POST}
 * @param path as received
 * @param query as received, without the value of a signature
 * @param call what it asked for, by the name that fault switches use, for example {@code createSubmission}
 * @param status what was answered; 0 when a fault dropped the connection
 */
public record RecordedRequest(Instant at, String method, String path, String query, String call, int status) {}
