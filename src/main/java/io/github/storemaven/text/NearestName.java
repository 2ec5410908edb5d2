package io.github.storemaven.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody probably meant: at most two edits away, case not counted. */
public final class NearestName {
    /** Insertions, deletions and replacements of one character. */
    private static final int EDITS = 2;

    private NearestName() {}

    /** The nearest of the known names, the one with the same beginning first among equals; empty when none is near. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= EDITS)
                .filter(candidate -> distance(name, candidate) <= Math.min(EDITS, candidate.length() - 1))
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparingInt(candidate -> -sharedStart(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The number of edits between two names, case not counted. */
    public static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            above = next(above, from.charAt(row - 1), to, row);
        }
        return above[to.length()];
    }

    private static int[] next(int[] above, char character, String to, int row) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < above.length; column++) {
            int replaced = above[column - 1] + (character == to.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
        }
        return current;
    }

    private static int sharedStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && Character.toLowerCase(one.charAt(length)) == Character.toLowerCase(other.charAt(length))) {
            length++;
        }
        return length;
    }
}
