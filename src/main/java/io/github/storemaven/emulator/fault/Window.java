package io.github.storemaven.emulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The requests of the last minute, for the throttle (reference 4.8). Thread safe. */
final class Window {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final Deque<Instant> moments = new ArrayDeque<>();

    /** Counts a request, or says how long to wait until one is allowed again. */
    synchronized Optional<Duration> enter(Instant now, int most) {
        while (!moments.isEmpty() && !moments.peekFirst().plus(LENGTH).isAfter(now)) {
            moments.removeFirst();
        }
        if (moments.size() < most) {
            moments.addLast(now);
            return Optional.empty();
        }
        return Optional.of(Duration.between(
                now, moments.isEmpty() ? now.plus(LENGTH) : moments.peekFirst().plus(LENGTH)));
    }
}
