package io.github.storemaven.msix;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A version as a manifest writes it, right or wrong: listing rules, section 6.3.
 *
 * @param text as written; empty where the manifest has none
 */
public record PackageVersion(String text) implements Comparable<PackageVersion> {
    private static final String NUMBER = "(0|[1-9]\\d{0,17})";
    private static final Pattern FOUR_NUMBERS = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");

    /** The four numbers, which may be too large for the Store; empty where the text is anything else (VER-01). */
    public List<Long> parts() {
        if (!FOUR_NUMBERS.matcher(text).matches()) {
            return List.of();
        }
        return Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList();
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
