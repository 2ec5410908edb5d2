package io.github.storemaven.emulator.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the name that somebody meant. */
final class NearestName {
    private NearestName() {}

    /** Ends a sentence: the nearest name, or all of them where none is near. */
    static String hint(String name, List<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(lower(name), lower(candidate))))
                .orElse("");
        boolean near = distance(lower(name), lower(nearest)) <= Math.max(2, nearest.length() / 3);
        return near ? "; did you mean \"" + nearest + "\"?" : "; known are " + String.join(", ", known);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Insertions, deletions and replacements from one to the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= other.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
