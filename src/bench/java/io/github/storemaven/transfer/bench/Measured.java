package io.github.storemaven.transfer.bench;

import java.util.Locale;

/**
 * What a contender took.
 *
 * @param heap the most that was in use at any time, in bytes, garbage included
 * @param written to disk, in bytes; negative where the system does not tell
 */
record Measured(double seconds, long heap, long written, double cpuSeconds) {
    private static final double MEGA = 1e6;

    String line() {
        return seconds + " " + heap + " " + written + " " + cpuSeconds;
    }

    static Measured parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Measured(
                Double.parseDouble(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Double.parseDouble(parts[3]));
    }

    /** A row of the table. */
    String row(String title, double limit) {
        String ratio = limit > 0 ? String.format(Locale.ROOT, "%.2f", seconds / limit) : "–";
        String disk = written < 0 ? "?" : String.format(Locale.ROOT, "%.0f MB", written / MEGA);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %s | %.0f MB | %s | %.1f |",
                title,
                seconds,
                ratio,
                heap / MEGA,
                disk,
                cpuSeconds);
    }
}
