package io.github.storemaven.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time, and waiting for it to pass; tests put their own in, so that no test takes real time. */
public interface TimeSource extends InstantSource {
    /** The time since some moment, which advances evenly whatever is done to the clock on the wall. */
    default Duration elapsed() {
        return Duration.between(Instant.EPOCH, instant());
    }

    /**
     * Waits.
     *
     * @throws InterruptedException when the build is being stopped
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The clock on the wall. */
    static TimeSource system() {
        return new TimeSource() {
            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(Math.max(0, duration.toMillis()));
            }
        };
    }
}
