package io.github.storemaven.transfer;

import java.time.Duration;
import java.util.Locale;

/**
 * What an upload came to.
 *
 * @param bytes of the archive
 * @param alreadyThere of them, bytes that an earlier run had sent
 * @param took from the first byte read to the blob made
 */
public record UploadReport(long bytes, long alreadyThere, Duration took) {
    private static final double MEGA = 1_000_000;

    /** One line for a log: bytes, seconds, MB/s of what was sent, bytes not sent because they were there already. */
    public String summary() {
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "%,d bytes in %.1f s (%.1f MB/s), %,d of them not sent because they were there already",
                bytes,
                seconds,
                (bytes - alreadyThere) / MEGA / seconds,
                alreadyThere);
    }
}
