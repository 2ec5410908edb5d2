package io.github.storemaven.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as the service writes it: ISO 8601 with a zone. The first moment of 1601, or that day alone, in every spelling
 * stands for "no date", and so does an empty text (reference, section 4.4).
 */
public final class StoreDate {
    /** For messages. */
    public static final String EXAMPLE = "2030-12-24T09:00:00Z";

    private static final LocalDate NO_DATE = LocalDate.of(1601, 1, 1);
    private static final Instant NO_INSTANT =
            NO_DATE.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final int LONGEST = 50;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?!\\d).*", Pattern.DOTALL);

    /** ISO 8601 with each freedom that it leaves, and a blank for its T. */
    private static final Pattern LOOSE =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})[Tt ](\\d{2})(?::?(\\d{2})(?::?(\\d{2})"
                    + "(?:[.,](\\d+))?)?)? ?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?");

    private final String text;
    private final Optional<OffsetDateTime> moment;
    private final boolean none;

    private StoreDate(String text, Optional<OffsetDateTime> moment, boolean none) {
        this.text = text;
        this.moment = moment;
        this.none = none;
    }

    /** Reads any text; what is no date has a {@link #problem}. */
    public static StoreDate of(String text) {
        String date = text.strip();
        if (date.isEmpty() || isNoDay(date)) {
            return new StoreDate(date, Optional.empty(), true);
        }
        Optional<OffsetDateTime> moment = moment(date);
        boolean none =
                moment.filter(time -> time.toInstant().equals(NO_INSTANT)).isPresent() || isNoMoment(date);
        return new StoreDate(date, none ? Optional.empty() : moment, none);
    }

    /** Whether it says that there is no date. */
    public boolean isNone() {
        return none;
    }

    /** The moment; empty where there is none or it cannot be read. */
    public Optional<Instant> instant() {
        return moment.map(OffsetDateTime::toInstant);
    }

    /** Whether it is a moment in UTC. */
    public boolean isUtc() {
        return moment.filter(time -> time.getOffset().equals(ZoneOffset.UTC)).isPresent();
    }

    /** What is wrong with it, as the rest of a sentence that begins with the value; empty where it is a date or none. */
    public Optional<String> problem() {
        if (none || moment.isPresent()) {
            return Optional.empty();
        }
        if (!hasDay()) {
            return Optional.of("is not a date");
        }
        String day = text.substring(0, 10);
        if (!isDay(day)) {
            return Optional.of("is not a date: there is no day " + day);
        }
        if (text.length() == day.length()) {
            return Optional.of("has no time and no zone");
        }
        return Optional.of(isLocal() ? "has no zone" : "is not a date: its time cannot be read");
    }

    /** Whether a text is a date with a zone or the service's word for none; cheap for what is neither. */
    static boolean isLike(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String date = text.strip();
        return DAY.matcher(date).matches() || LOOSE.matcher(date).matches();
    }

    /**
     * Whether the service stored the date that it was sent: it may keep fewer digits of the second, and a moment without a
     * zone is one in UTC (reference, 4.4).
     */
    static boolean isStored(String asked, String stored) {
        Optional<Instant> sent = of(asked).instant();
        return sent.isPresent()
                && sent.map(StoreDate::second).equals(utc(stored.strip()).map(StoreDate::second));
    }

    private static Instant second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> utc(String text) {
        return moment(text).or(() -> moment(text + "Z")).map(OffsetDateTime::toInstant);
    }

    private boolean hasDay() {
        return DAY.matcher(text).matches();
    }

    private boolean isLocal() {
        try {
            return LocalDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isNoDay(String text) {
        if (!text.startsWith(NO_DATE.toString())) {
            return false;
        }
        try {
            return text.length() == 10
                    || (text.indexOf('T') < 0 && NO_DATE.equals(LocalDate.parse(text, DateTimeFormatter.ISO_DATE)))
                    || (!text.endsWith("Z") && LocalDateTime.parse(text).equals(NO_DATE.atStartOfDay()));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The same in a form that Java's own reader does not know. */
    private static boolean isNoMoment(String text) {
        Matcher parts = LOOSE.matcher(text);
        if (!parts.matches()
                || !(parts.group(7) == null || parts.group(7).chars().allMatch(digit -> digit == '0'))) {
            return false;
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6));
            ZoneOffset zone = parts.group(8) == null
                    ? ZoneOffset.UTC
                    : ZoneOffset.of(parts.group(8).toUpperCase(Locale.ROOT));
            return time.toInstant(zone).equals(NO_INSTANT);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
