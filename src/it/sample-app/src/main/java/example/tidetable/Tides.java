package example.tidetable;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The height of the water in one harbour, from the two strongest partial tides: the moon's and the sun's. */
final class Tides {
    private static final LocalDateTime FULL_MOON_AT_NOON = LocalDateTime.of(2026, 1, 3, 12, 0);
    private static final double MEAN_LEVEL = 2.6;
    private static final double MOON_HEIGHT = 1.7;
    private static final double MOON_HOURS = 12.4206;
    private static final double SUN_HEIGHT = 0.5;
    private static final double SUN_HOURS = 12;
    private static final Duration STEP = Duration.ofMinutes(1);

    private Tides() {}

    /** A turn of the tide. */
    record Turn(LocalDateTime time, double metres, boolean high) {}

    /** The height above chart datum in metres. */
    static double metres(LocalDateTime time) {
        double hours = Duration.between(FULL_MOON_AT_NOON, time).toMinutes() / 60.0;
        return MEAN_LEVEL + wave(MOON_HEIGHT, MOON_HOURS, hours) + wave(SUN_HEIGHT, SUN_HOURS, hours);
    }

    /** The times of high and low water within a while, in order. */
    static List<Turn> turns(LocalDateTime from, LocalDateTime to) {
        List<Turn> turns = new ArrayList<>();
        for (LocalDateTime time = from; time.isBefore(to); time = time.plus(STEP)) {
            double before = metres(time.minus(STEP));
            double now = metres(time);
            double after = metres(time.plus(STEP));
            if (now > before != after > now) {
                turns.add(new Turn(time, now, now > before));
            }
        }
        return turns;
    }

    private static double wave(double height, double period, double hours) {
        return height * Math.cos(2 * Math.PI * hours / period);
    }
}
