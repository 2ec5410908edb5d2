package io.github.storemaven.submission;

import io.github.storemaven.msix.PackageVersion;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that the packages of a release have to have, from a tag, a project or a parameter. Versions are compared by
 * their numbers, of which a missing one is 0: {@code 1.4} is {@code 1.4.0.0}.
 *
 * @param described where it comes from, in a message: {@code the tag v1.4.0 has 1.4.0}
 * @param text the version as it is written there, without what only tags have around it
 */
public record ExpectedVersion(String described, String text) {
    private static final int NUMBERS = 4;
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){0,3})((?:[-+_]|\\.?[A-Za-z]).*)?", Pattern.DOTALL);

    /** Whether a text is a version of one to four numbers, with a qualifier or without. */
    public static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    /** What follows the numbers, such as {@code -rc1}, which no package's version has. */
    Optional<String> qualifier() {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.ofNullable(form.group(2)) : Optional.empty();
    }

    /** The numbers without the qualifier. */
    String numbers() {
        Matcher form = FORM.matcher(text);
        return form.matches() ? form.group(1) : text;
    }

    /** Whether a package has these numbers. */
    boolean hasNumbersOf(PackageVersion version) {
        return isVersion(text) && Arrays.equals(parts(numbers()), parts(version.text()));
    }

    private static long[] parts(String version) {
        return Arrays.copyOf(
                FORM.matcher(version).matches()
                        ? Arrays.stream(version.split("\\."))
                                .mapToLong(Long::parseLong)
                                .toArray()
                        : new long[] {-1},
                NUMBERS);
    }
}
