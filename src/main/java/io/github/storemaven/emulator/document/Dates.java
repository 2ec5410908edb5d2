package io.github.storemaven.emulator.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates as the service writes them (reference 4.4). */
public final class Dates {
    /** "No date". */
    public static final String NONE = "1601-01-01T00:00:00Z";

    /** The same without its time, as some tools write it. */
    private static final String NO_DAY = "1601-01-01";

    private static final DateTimeFormatter SEVEN_DIGITS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** With seven fractional digits. */
    public static String text(Instant instant) {
        return SEVEN_DIGITS.format(instant);
    }

    /** The moment that a text stands for; a text without an offset is UTC. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return local(text);
        }
    }

    private static Optional<Instant> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return text.equals(NO_DAY) ? Optional.of(Instant.parse(NONE)) : Optional.empty();
        }
    }

    /** Whether a date member may hold the text: a date or nothing. */
    static boolean acceptable(String text) {
        return text.isEmpty() || read(text).isPresent();
    }
}
