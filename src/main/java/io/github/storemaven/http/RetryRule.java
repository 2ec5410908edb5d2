package io.github.storemaven.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Which answers are worth another try, and when: exponential back-off with jitter, never more than a minute. */
public final class RetryRule {
    /** The first try and five repetitions: half a minute of trouble, or five minutes of throttling. */
    public static final int TRIES = 6;

    static final Duration LONGEST = Duration.ofMinutes(1);

    private final DoubleSupplier random;

    /** @param random numbers from 0 to 1, for the jitter */
    public RetryRule(DoubleSupplier random) {
        this.random = random;
    }

    /** Whether an answer speaks of a trouble that may pass. */
    public static boolean mayPass(int status) {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    /** How long to wait after a number of tries, the first one counted as 1. */
    public Duration pause(int tries, Optional<Response> answer, Instant now) {
        boolean throttled = answer.map(a -> a.status() == 429).orElse(false);
        return answer.flatMap(a -> retryAfter(a, now))
                .map(RetryRule::bounded)
                .orElseGet(() -> backOff(throttled ? Duration.ofSeconds(15) : Duration.ofSeconds(1), tries));
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
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, moment));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wanted) {
        if (wanted.isNegative()) {
            return Duration.ZERO;
        }
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
