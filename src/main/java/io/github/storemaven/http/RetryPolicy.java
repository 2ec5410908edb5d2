package io.github.storemaven.http;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

/**
 * Which requests are sent again, when, how often and for how long. What is transient: 408, 429, 5xx and a connection that
 * fails, each only where the request is {@linkplain Request#retryable() retryable} or had no effect. The delay is an exponential
 * back-off with jitter, or the service's own Retry-After where that is later, never more than a minute. Each attempt gets no more
 * than what is left of the request's overall limit, and a wait that would pass its end is not begun.
 */
public final class RetryPolicy {
    /** The first attempt and five repetitions: half a minute of trouble, or nearly four minutes of throttling. */
    public static final int MAX_ATTEMPTS = 6;

    static final Duration MAX_DELAY = Duration.ofMinutes(1);

    private static final int THROTTLED = 429;

    private final TimeSource time;
    private final DoubleSupplier jitter;
    private final WaitListener listener;

    /** A policy that waits in silence. */
    public RetryPolicy(TimeSource time, DoubleSupplier jitter) {
        this(time, jitter, WaitListener.none());
    }

    /**
     * A policy.
     *
     * @param jitter numbers from 0 to 1
     * @param listener is told of each attempt that follows a failed one
     */
    public RetryPolicy(TimeSource time, DoubleSupplier jitter, WaitListener listener) {
        this.time = time;
        this.jitter = jitter;
        this.listener = listener;
    }

    /** The same policy for connections that have one trouble together, whose listener is told once. */
    public RetryPolicy tellingOnce() {
        AtomicBoolean told = new AtomicBoolean();
        return new RetryPolicy(time, jitter, line -> {
            if (told.compareAndSet(false, true)) {
                listener.waits(line);
            }
        });
    }

    /** Whether a status is one of a trouble that may pass. */
    public static boolean isTransient(int status) {
        return status == 408 || status == THROTTLED || status / 100 == 5;
    }

    /** Whether a request that had no response may have one next time. */
    static boolean isTransient(IOException problem) {
        return !(problem instanceof NoResponseException known) || known.isTransient();
    }

    /** A transport that sends again by this policy. */
    public Transport wrap(Transport inner) {
        return request -> send(inner, () -> request);
    }

    /**
     * Sends until there is a response that is no transient one, or no further attempt is allowed.
     *
     * @param request makes the request of each attempt, whose limits are those of the first one
     * @return the last response, whatever its status
     * @throws NoResponseException when the last attempt of several had none, with their number
     */
    public Response send(Transport transport, ThrowingSupplier<Request, IOException> request)
            throws IOException, InterruptedException {
        Duration start = time.elapsed();
        for (int attempt = 1; ; attempt++) {
            Request next = request.get();
            Optional<Response> response = Optional.empty();
            IOException problem = null;
            try {
                Response received = transport.send(limited(next, left(next, start)));
                if (!isTransient(received.status()) || isLast(next, attempt, received)) {
                    return received;
                }
                response = Optional.of(received);
            } catch (IOException e) {
                problem = e;
                if (!next.retryable() || !isTransient(e) || attempt == MAX_ATTEMPTS) {
                    throw exhausted(e, attempt, start);
                }
            }
            Duration delay = delay(attempt, response);
            if (delay.compareTo(left(next, start)) >= 0) {
                if (response.isPresent()) {
                    return response.get();
                }
                throw exhausted(problem, attempt, start);
            }
            tell(next, end(response, problem), attempt, delay);
            time.sleep(delay);
        }
    }

    private Duration left(Request request, Duration start) {
        return request.overallLimit().minus(time.elapsed().minus(start));
    }

    private static Request limited(Request request, Duration left) {
        Duration timeout = Durations.shorter(request.timeout(), Durations.longer(left, Duration.ofMillis(1)));
        return timeout.equals(request.timeout()) ? request : request.timeout(timeout);
    }

    /** A throttled request had no effect, so even one that must not be repeated may be sent again. */
    private static boolean isLast(Request request, int attempt, Response response) {
        return attempt >= MAX_ATTEMPTS || (!request.retryable() && response.status() != THROTTLED);
    }

    /** The problem with how often the request was sent; as it is after a single attempt. */
    private IOException exhausted(IOException problem, int attempts, Duration start) {
        return attempts == 1
                ? problem
                : NoResponseException.exhausted(
                        problem, attempts, time.elapsed().minus(start));
    }

    private void tell(Request request, String end, int attempt, Duration delay) {
        listener.waits(request.hostAndPort() + " " + end + "; attempt " + (attempt + 1) + " of " + MAX_ATTEMPTS + " in "
                + Durations.readable(delay));
    }

    private static String end(Optional<Response> response, IOException problem) {
        return response.map(received -> "answered " + received.status())
                .orElseGet(() -> "did not answer: " + NoResponseException.reasonOf(problem));
    }

    /** How long to wait after a response of a trouble that may pass, the last of a number of attempts. */
    public Duration delay(int attempts, Response response) {
        return delay(attempts, Optional.of(response));
    }

    /** How long to wait after a number of attempts. */
    private Duration delay(int attempts, Optional<Response> response) {
        boolean throttled = response.map(r -> r.status() == THROTTLED).orElse(false);
        Duration backOff = backOff(throttled ? Duration.ofSeconds(15) : Duration.ofSeconds(1), attempts);
        return response.flatMap(this::retryAfter)
                .filter(wanted -> wanted.compareTo(Duration.ZERO) > 0)
                .map(wanted -> Durations.longer(bounded(wanted), throttled ? Duration.ZERO : backOff))
                .orElse(backOff);
    }

    private Duration backOff(Duration first, int attempts) {
        double factor = 0.8 + 0.4 * jitter.getAsDouble();
        return bounded(Duration.ofMillis((long) (first.toMillis() * factor * (1L << (attempts - 1)))));
    }

    private Optional<Duration> retryAfter(Response response) {
        return response.header("Retry-After").flatMap(value -> parse(value.strip(), time.instant()));
    }

    private static Optional<Duration> parse(String value, Instant now) {
        try {
            if (value.matches("\\d{1,1000}")) {
                return Optional.of(value.length() > 9 ? MAX_DELAY : Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, moment));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wanted) {
        return Durations.shorter(wanted, MAX_DELAY);
    }
}
