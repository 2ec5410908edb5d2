package io.github.storemaven.service;

import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.http.WaitListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows many callers down together: after a 429 or 5xx nobody sends before its time has passed. A 429 had no effect, so its
 * request is sent again, by whoever sent it. Trouble that lasts ten minutes is no burst but perhaps the daily limit (reference,
 * section 4.8): from then on nothing is sent any more.
 */
public final class SharedBackOff implements Transport {
    /** As long as trouble may last without one good response. */
    public static final Duration LIMIT = Duration.ofMinutes(10);

    private static final int THROTTLED = 429;

    private final Transport inner;
    private final TimeSource time;
    private final RetryPolicy policy;
    private final WaitListener listener;

    private Optional<Duration> troubleSince = Optional.empty();
    private Duration openAt = Duration.ZERO;
    private int failures;
    private String trouble = "";

    /**
     * A back-off.
     *
     * @param inner repeats nothing
     * @param policy knows how long to wait after a response
     * @param listener is told of each longer wait, once for all callers
     */
    public SharedBackOff(Transport inner, TimeSource time, RetryPolicy policy, WaitListener listener) {
        this.inner = inner;
        this.time = time;
        this.policy = policy;
        this.listener = listener;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Duration start = time.elapsed();
        while (true) {
            for (Duration wait = untilOpen(); wait.compareTo(Duration.ZERO) > 0; wait = untilOpen()) {
                time.sleep(wait);
            }
            Response response = inner.send(request);
            if (!RetryPolicy.isTransient(response.status())) {
                end();
                return response;
            }
            note(response);
            boolean isTooLong = time.elapsed().minus(start).compareTo(LIMIT) >= 0
                    && exhausted().isEmpty();
            if (response.status() != THROTTLED || isTooLong) {
                return response;
            }
        }
    }

    /** Why nothing is sent any more; empty while it is. */
    public synchronized Optional<String> exhausted() {
        return troubleSince
                .filter(since -> time.elapsed().minus(since).compareTo(LIMIT) >= 0)
                .map(since -> "The Store has answered " + trouble + " for " + LIMIT.toMinutes() + " minutes"
                        + (trouble.equals("429") ? " (there may be a daily limit)" : ""));
    }

    private synchronized Duration untilOpen() throws IOException {
        Optional<String> reason = exhausted();
        if (reason.isPresent()) {
            throw NoResponseException.notSent(reason.get());
        }
        return openAt.minus(time.elapsed());
    }

    private synchronized void end() {
        troubleSince = Optional.empty();
        failures = 0;
    }

    /** Responses of requests that were under way together count as one. */
    private synchronized void note(Response response) {
        Duration now = time.elapsed();
        trouble = Integer.toString(response.status());
        troubleSince = troubleSince.or(() -> Optional.of(now));
        if (openAt.compareTo(now) <= 0) {
            failures = Math.min(failures + 1, RetryPolicy.MAX_ATTEMPTS);
            Duration delay = policy.delay(failures, response);
            openAt = now.plus(delay);
            listener.waits("The Store answered " + trouble + (trouble.equals("429") ? " (too many requests)" : "")
                    + "; this build continues in " + (delay.toMillis() + 999) / 1000 + " s");
        }
    }
}
