package io.github.storemaven.goal;

import io.github.storemaven.http.SecureUri;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.text.NearestName;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads parameters that Maven hands over as text, so that our errors name the allowed values and come together. */
final class ParameterValues {
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("(\\d{1,6}) ?([smhd])[a-z]*", Pattern.CASE_INSENSITIVE);

    /** Letters that two words have to begin with. */
    private static final int BEGINNING = 5;

    private static final Pattern PERCENTAGE = Pattern.compile("\\d{1,3}([.]\\d{1,9})?");
    /** Longer ones lead out of the calendar, after the submission was committed. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ConfigurationProblems problems;

    ParameterValues(ConfigurationProblems problems) {
        this.problems = problems;
    }

    /** One of an enum's values, written in lower case; the first one of the enum after a problem. */
    <E extends Enum<E>> E of(Class<E> type, String value, String parameter) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(constant -> shown(constant).equalsIgnoreCase(value == null ? "" : value.strip()))
                .findFirst()
                .orElseGet(() -> {
                    problems.add("store." + parameter + " is \"" + value + "\"; "
                            + instead(
                                    String.valueOf(value),
                                    Arrays.stream(all)
                                            .map(ParameterValues::shown)
                                            .toList()));
                    return all[0];
                });
    }

    /** A question after the one that is meant, or all of them. */
    private static String instead(String value, List<String> allowed) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        return NearestName.of(word, allowed)
                .filter(near -> word.length() > BEGINNING || NearestName.distance(word, near) == 1)
                .or(() -> allowed.stream()
                        .filter(one -> word.length() >= BEGINNING && one.startsWith(word.substring(0, BEGINNING)))
                        .findFirst())
                .map(one -> "did you mean \"" + one + "\"?")
                .orElseGet(() -> "allowed values: " + String.join(", ", allowed));
    }

    /** A duration above zero as ISO 8601, for example PT30M. */
    Optional<Duration> duration(String value, String parameter) {
        try {
            Optional<Duration> duration = ConfigurationProblems.given(value).map(Duration::parse);
            if (duration.filter(d -> d.isNegative() || d.isZero() || d.compareTo(LONGEST) > 0)
                    .isPresent()) {
                problems.add("store." + parameter + " is \"" + value
                        + "\"; use a positive duration such as PT30M or P2D, of a year at most");
                return Optional.empty();
            }
            return duration;
        } catch (DateTimeParseException e) {
            problems.add("store." + parameter + " is \"" + value + "\"; " + inIso(value.strip()));
            return Optional.empty();
        }
    }

    /** Many tools take 30m. */
    private static String inIso(String value) {
        Matcher number = NUMBER_AND_UNIT.matcher(value);
        if (!number.matches()) {
            return "use a duration such as PT30M or P2D";
        }
        String unit = number.group(2).toUpperCase(Locale.ROOT);
        return "write " + (unit.equals("D") ? "P" : "PT") + number.group(1) + unit;
    }

    /** How long to wait, as ISO 8601; zero and nothing are no wait. */
    Duration wait(String value, String parameter) {
        Optional<String> text = ConfigurationProblems.given(value);
        try {
            return text.map(Duration::parse).filter(Duration::isZero).isPresent()
                    ? Duration.ZERO
                    : duration(value, parameter).orElse(Duration.ZERO);
        } catch (DateTimeParseException told) {
            return duration(value, parameter).orElse(Duration.ZERO);
        }
    }

    /** The ends of a list that count as a success. */
    Tolerance tolerated(List<String> words, String parameter) {
        Set<ReleaseOutcome> tolerated = EnumSet.noneOf(ReleaseOutcome.class);
        for (String word : ConfigurationProblems.given(words)) {
            Optional<ReleaseOutcome> known = ReleaseOutcome.TOLERABLE.stream()
                    .filter(outcome -> outcome.word().equalsIgnoreCase(word))
                    .findFirst();
            known.ifPresentOrElse(
                    tolerated::add,
                    () -> problems.add("store." + parameter + " has \"" + word + "\"; allowed values: "
                            + ReleaseOutcome.TOLERABLE.stream()
                                    .map(ReleaseOutcome::word)
                                    .collect(Collectors.joining(", "))));
        }
        return new Tolerance(tolerated);
    }

    /** A whole number within limits; the lowest one after a problem. */
    int number(String value, String parameter, int lowest, int highest) {
        String text = value == null ? "" : value.strip();
        try {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as for every other number that will not do.
        }
        problems.add("store." + parameter + " is \"" + text + "\"; allowed values: "
                + (highest == Integer.MAX_VALUE ? "whole numbers, " + lowest + " or more" : lowest + " to " + highest));
        return lowest;
    }

    /** A number from 0 to 100; empty where none is given, and after a problem. */
    Optional<BigDecimal> percentage(String value, String parameter) {
        Optional<String> text = ConfigurationProblems.given(value);
        Optional<BigDecimal> number =
                text.filter(one -> PERCENTAGE.matcher(one).matches()).map(BigDecimal::new);
        if (text.isPresent()
                && number.filter(one -> one.compareTo(HUNDRED) <= 0).isEmpty()) {
            problems.add("store." + parameter + " is \"" + text.get() + "\"; use a number from 0 to 100, such as 12.5");
            return Optional.empty();
        }
        return number;
    }

    /** A root of a service, https, or plain http for this machine alone; a made-up one after a problem. */
    URI address(String value, String parameter) {
        try {
            URI uri = new URI(value == null ? "" : value.strip());
            if (SecureUri.isSecure(uri) && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, as for every other address that will not do.
        }
        problems.add("store." + parameter + " is \"" + value
                + "\"; use an https address without user and query (plain http only for loopback addresses)");
        return URI.create("https://invalid.invalid");
    }

    private static String shown(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
