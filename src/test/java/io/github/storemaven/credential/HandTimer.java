package io.github.storemaven.credential;

import io.github.storemaven.http.Timer;
import java.time.Duration;
import java.time.Instant;

/** A clock that a test moves by hand. */
final class HandTimer implements Timer {
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }
}
