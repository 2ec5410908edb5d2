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

    /** One line for a log: bytes, seconds, MB/s of what was sent, and whether some were there already. */
    public String summary() {
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        long sent = bytes - alreadyThere;
        return String.format(
                Locale.ROOT,
                alreadyThere == 0
                        ? "%,d bytes in %3$.1f s (%4$.1f MB/s)"
                        : "%,d of %,d bytes in %.1f s (%.1f MB/s); the others were there already",
                sent,
                bytes,
                seconds,
                sent / MEGA / seconds);
    }
}
