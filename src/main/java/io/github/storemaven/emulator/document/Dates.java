package io.github.storemaven.emulator.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as the service writes them (reference 4.4). */
public final class Dates {
    /** "No date". */
    public static final String NONE = "1601-01-01T00:00:00Z";

    /** The same without its time, as some tools write it. */
    private static final Pattern NO_DAY = Pattern.compile("1601-01-01(?:Z|[+-]\\d{2}:?\\d{2})?");

    private static final Pattern MOMENT = Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})[Tt ](?<minute>\\d{2}:\\d{2})"
            + "(?<second>:\\d{2}(?:[.,]\\d{1,9})?)? ?(?<zone>[Zz]|[+-]\\d{2}(?::?\\d{2})?)?");

    private static final DateTimeFormatter SEVEN_DIGITS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** With seven fractional digits. */
    public static String text(Instant instant) {
        return SEVEN_DIGITS.format(instant);
    }

    /** The moment that a text stands for, however ISO 8601 lets it be written; a text without an offset is UTC. */
    public static Optional<Instant> read(String text) {
        Matcher parts = MOMENT.matcher(text.strip());
        if (!parts.matches()) {
            return day(text.strip());
        }
        String digits =
                parts.group("second") == null ? ":00" : parts.group("second").replace(',', '.');
        String written = parts.group("day") + "T" + parts.group("minute") + digits + zone(parts.group("zone"));
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String zone(String written) {
        if (written == null || written.equalsIgnoreCase("Z")) {
            return "Z";
        }
        String hours = written.substring(0, 3);
        return written.length() == 3 ? hours + ":00" : hours + ":" + written.substring(written.length() - 2);
    }

    private static Optional<Instant> day(String text) {
        return NO_DAY.matcher(text).matches() ? Optional.of(Instant.parse(NONE)) : Optional.empty();
    }

    /** Whether a text stands for "no date". */
    public static boolean isNone(String text) {
        return read(text).filter(Instant.parse(NONE)::equals).isPresent();
    }

    /** Whether a date member may hold the text: a date or nothing. */
    static boolean acceptable(String text) {
        return text.isBlank() || read(text).isPresent();
    }
}
