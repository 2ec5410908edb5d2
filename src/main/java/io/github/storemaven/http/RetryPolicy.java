package io.github.storemaven.http;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Which ends of a request are worth another attempt, and when: exponential back-off with jitter, or the service's own wish where
 * that is later, never more than a minute.
 */
public final class RetryPolicy {
    /** The first attempt and five repetitions: half a minute of trouble, or nearly four minutes of throttling. */
    public static final int TRIES = 6;

    static final Duration LONGEST = Duration.ofMinutes(1);

    /** A shorter wait needs no line of its own after the first one. */
    private static final Duration SILENT = Duration.ofSeconds(3);

    private final DoubleSupplier random;
    private final WaitListener listener;

    /** A rule that waits in silence. */
    public RetryPolicy(DoubleSupplier random) {
        this(random, WaitListener.none());
    }

    /**
     * A rule.
     *
     * @param random numbers from 0 to 1, for the jitter
     * @param listener is told of the first failure and of each longer wait
     */
    public RetryPolicy(DoubleSupplier random, WaitListener listener) {
        this.random = random;
        this.listener = listener;
    }

    /** Whether a request that had no answer may have one next time. */
    public static boolean mayPass(IOException problem) {
        return !(problem instanceof NoResponseException known) || known.mayPass();
    }

    /** Says what is waited for. */
    public void tell(Request request, String end, int tries, Duration pause) {
        if (tries == 1 || pause.compareTo(SILENT) >= 0) {
            listener.waits(request.uri().getAuthority() + " " + end + " (" + request + "); attempt " + (tries + 1)
                    + " of " + TRIES + " in " + Durations.readable(pause));
        }
    }

    /** Whether an answer speaks of a trouble that may pass. */
    public static boolean mayPass(int status) {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    /** How long to wait after a number of tries, the first one counted as 1. */
    public Duration pause(int tries, Optional<Response> answer, Instant now) {
        boolean throttled = answer.map(a -> a.status() == 429).orElse(false);
        Duration backOff = backOff(throttled ? Duration.ofSeconds(15) : Duration.ofSeconds(1), tries);
        return answer.flatMap(a -> retryAfter(a, now))
                .filter(wanted -> wanted.compareTo(Duration.ZERO) > 0)
                .map(wanted -> Durations.longer(bounded(wanted), throttled ? Duration.ZERO : backOff))
                .orElse(backOff);
    }

    private Duration backOff(Duration first, int tries) {
        double jitter = 0.8 + 0.4 * random.getAsDouble();
        return bounded(Duration.ofMillis((long) (first.toMillis() * jitter * (1L << (tries - 1)))));
    }

    private static Optional<Duration> retryAfter(Response answer, Instant now) {
        return answer.header("Retry-After").flatMap(value -> parse(value.strip(), now));
    }

    private static Optional<Duration> parse(String value, Instant now) {
        try {
            if (value.matches("\\d{1,1000}")) {
                return Optional.of(value.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, moment));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wanted) {
        return Durations.shorter(wanted, LONGEST);
    }
}
