package io.github.storemaven.testing;

import io.github.storemaven.http.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock of the test's: it moves when somebody sleeps, and at no other time. */
public final class FakeTimeSource implements TimeSource {
    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;
    private Duration shortest = Duration.ZERO;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration.compareTo(shortest) < 0 ? shortest : duration);
    }

    /** Lets each sleep last at least so long, as on a machine that is busy or asleep. */
    public synchronized void oversleep(Duration atLeast) {
        shortest = atLeast;
    }

    /** The sleeps so far. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
