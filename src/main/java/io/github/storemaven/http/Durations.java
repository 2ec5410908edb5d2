package io.github.storemaven.http;

import java.time.Duration;

/** Durations for a person. */
public final class Durations {
    private Durations() {}

    /** For example {@code 0 s}, {@code 300 ms}, {@code 31 s}, {@code 4 min 10 s}, {@code 26 h 5 min} or {@code 7 days}. */
    public static String readable(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days" + rest(duration.toHoursPart(), " h");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h" + rest(duration.toMinutesPart(), " min");
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min" + rest(duration.toSecondsPart(), " s");
        }
        return duration.isZero() || duration.toSeconds() > 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }

    private static String rest(int part, String unit) {
        return part == 0 ? "" : " " + part + unit;
    }

    public static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    public static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
