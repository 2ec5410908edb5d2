package io.github.storemaven.service;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.http.WaitListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;

/**
 * Lets no more than a number of calls through in any 60 seconds: a window, so bursts are allowed (reference, section
 * 4.8). The times of the calls may be shared by all modules of a build, whatever class loader they have.
 */
public final class Throttle implements Transport {
    /** A second more than the service counts, since the way of the first call, which connects, is longer than others. */
    private static final Duration WINDOW = Duration.ofSeconds(61);

    private static final Duration SILENT = Duration.ofSeconds(3);

    private final Transport inner;
    private final TimeSource time;
    private final int callsPerMinute;
    private final Deque<Long> callTimes;
    private final WaitListener listener;

    /** A throttle that waits in silence. */
    public Throttle(Transport inner, TimeSource time, int callsPerMinute, Deque<Long> callTimes) {
        this(inner, time, callsPerMinute, callTimes, WaitListener.none());
    }

    /**
     * A throttle.
     *
     * @param callTimes the calls of the last minute in milliseconds of the time source's monotonic time, also the lock for them
     * @param listener is told of each wait of some seconds
     */
    public Throttle(
            Transport inner, TimeSource time, int callsPerMinute, Deque<Long> callTimes, WaitListener listener) {
        this.listener = listener;
        this.inner = inner;
        this.time = time;
        this.callsPerMinute = callsPerMinute;
        this.callTimes = callTimes;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        for (Duration wait = acquire(); !wait.isZero(); wait = acquire()) {
            if (wait.compareTo(SILENT) > 0) {
                listener.waits("Waiting " + (wait.toMillis() + 999) / 1000 + " s, since the Store allows "
                        + callsPerMinute + " requests a minute (requestsPerMinute)");
            }
            time.sleep(wait);
        }
        return inner.send(request);
    }

    /** Takes a place in the window and returns zero, or how long until one is free. */
    private Duration acquire() {
        synchronized (callTimes) {
            long now = time.elapsed().toMillis();
            long oldest = now - WINDOW.toMillis();
            while (!callTimes.isEmpty() && callTimes.peekFirst() <= oldest) {
                callTimes.removeFirst();
            }
            if (callTimes.size() < callsPerMinute) {
                callTimes.addLast(now);
                return Duration.ZERO;
            }
            return Duration.ofMillis(callTimes.peekFirst() - oldest);
        }
    }
}
