package io.github.storemaven.msix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as a manifest writes it, right or wrong: listing rules, section 6.3.
 *
 * @param text as written; empty where the manifest has none
 */
public record PackageVersion(String text) implements Comparable<PackageVersion> {
    private static final String NUMBER = "(0|[1-9]\\d{0,17})";
    private static final int MAX_PART = 65_535;
    private static final Pattern MAVEN =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:-.*)?", Pattern.DOTALL);
    private static final Pattern FOUR_NUMBERS = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");

    /** The four numbers, which may be too large for the Store; empty where the text is anything else (VER-01). */
    public List<Long> parts() {
        if (!FOUR_NUMBERS.matcher(text).matches()) {
            return List.of();
        }
        return Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList();
    }

    /**
     * The version that a package of a Maven project gets: one to three numbers without their qualifier ({@code -SNAPSHOT},
     * {@code -rc2}), filled up with zeros, the first at least 1; empty for what cannot be told so.
     */
    public static Optional<PackageVersion> ofMaven(String version) {
        Matcher numbers = MAVEN.matcher(version.strip());
        if (!numbers.matches()) {
            return Optional.empty();
        }
        PackageVersion mapped = new PackageVersion(
                number(numbers.group(1)) + "." + number(numbers.group(2)) + "." + number(numbers.group(3)) + ".0");
        return Optional.of(mapped).filter(PackageVersion::isForStore);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether the Store takes it: the first number at least 1, the fourth 0, none above 65535 (VER-01 to VER-04). */
    public boolean isForStore() {
        List<Long> parts = parts();
        return !parts.isEmpty()
                && parts.get(0) >= 1
                && parts.get(3) == 0
                && parts.stream().allMatch(part -> part <= MAX_PART);
    }

    /** By the four numbers; a text that is no version comes before all that are. */
    @Override
    public int compareTo(PackageVersion other) {
        int order = Arrays.compare(numbers(), other.numbers());
        return order != 0 ? order : text.compareTo(other.text);
    }

    private long[] numbers() {
        return parts().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public String toString() {
        return text;
    }
}
