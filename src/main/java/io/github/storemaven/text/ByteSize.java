package io.github.storemaven.text;

import java.util.Locale;

/** A number of bytes as a person reads it; files of results have the bytes themselves. */
public final class ByteSize {
    private static final int KILO = 1024;
    private static final int MEGA = KILO * KILO;
    private static final long GIGA = (long) KILO * MEGA;

    private ByteSize() {}

    /** For example {@code 812 bytes}, {@code 22 KB}, {@code 1.4 MB} or {@code 3.2 GB}; a KB has 1024 bytes. */
    public static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        if (bytes < MEGA - KILO / 2) {
            return Math.round((double) bytes / KILO) + " KB";
        }
        return bytes < GIGA ? tenths((double) bytes, MEGA) + " MB" : tenths((double) bytes, (double) GIGA) + " GB";
    }

    /** For example {@code 0.5 MB/s}. */
    public static String speed(long bytes, double seconds) {
        return tenths(seconds > 0 ? bytes / seconds : 0, MEGA) + " MB/s";
    }

    private static String tenths(double bytes, double unit) {
        return String.format(Locale.ROOT, "%.1f", bytes / unit);
    }
}
