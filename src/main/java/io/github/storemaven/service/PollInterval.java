package io.github.storemaven.service;

import io.github.storemaven.http.Durations;
import java.time.Duration;

/**
 * How long to pause before the next look at what takes the Store some time: a fifth of the time that has passed, within bounds
 * (design, section 2).
 *
 * @param shortest pause
 * @param longest pause
 */
public record PollInterval(Duration shortest, Duration longest) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Between two looks at a submission of the Store. */
    public static final PollInterval OF_THE_STORE = new PollInterval(Duration.ofSeconds(3), LONGEST);

    /** The embedded Store of a build changes a state in less than a second, and has no other callers. */
    public static final PollInterval OF_A_REHEARSAL = new PollInterval(Duration.ofMillis(300), LONGEST);

    /** @param passed since the beginning */
    public Duration after(Duration passed) {
        return Durations.shorter(Durations.longer(passed.dividedBy(5), shortest), longest);
    }
}
