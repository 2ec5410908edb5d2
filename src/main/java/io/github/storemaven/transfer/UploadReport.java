package io.github.storemaven.transfer;

import io.github.storemaven.text.ByteSize;
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
    /** One line for a log: the size, seconds, the speed of what was sent, and whether some was there already. */
    public String summary() {
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        long sent = bytes - alreadyThere;
        String time = String.format(Locale.ROOT, " in %.1f s (", seconds) + ByteSize.speed(sent, seconds) + ")";
        return alreadyThere == 0
                ? ByteSize.of(bytes) + time
                : ByteSize.of(sent) + " of " + ByteSize.of(bytes) + time + "; the rest was there already";
    }
}
