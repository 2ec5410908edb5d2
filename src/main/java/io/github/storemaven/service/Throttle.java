package io.github.storemaven.service;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Timer;
import io.github.storemaven.http.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;

/**
 * Lets no more than a number of calls through in any 60 seconds: a window, so bursts are allowed (reference, section
 * 4.8). The moments of the calls may be shared by all modules of a build, whatever class loader they have.
 */
public final class Throttle implements Transport {
    /** A second more than the service counts, since the way of the first call, which connects, is longer than others. */
    private static final Duration WINDOW = Duration.ofSeconds(61);

    private final Transport inner;
    private final Timer timer;
    private final int callsPerMinute;
    private final Deque<Long> moments;

    /** @param moments the calls of the last minute in milliseconds since 1970, also the lock for them */
    public Throttle(Transport inner, Timer timer, int callsPerMinute, Deque<Long> moments) {
        this.inner = inner;
        this.timer = timer;
        this.callsPerMinute = callsPerMinute;
        this.moments = moments;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        for (Duration wait = enter(); !wait.isZero(); wait = enter()) {
            timer.sleep(wait);
        }
        return inner.send(request);
    }

    /** Takes a place in the window and returns zero, or how long until one is free. */
    private Duration enter() {
        synchronized (moments) {
            Instant now = timer.now();
            long oldest = now.minus(WINDOW).toEpochMilli();
            while (!moments.isEmpty() && moments.peekFirst() <= oldest) {
                moments.removeFirst();
            }
            if (moments.size() < callsPerMinute) {
                moments.addLast(now.toEpochMilli());
                return Duration.ZERO;
            }
            return Duration.ofMillis(moments.peekFirst() - oldest);
        }
    }
}
