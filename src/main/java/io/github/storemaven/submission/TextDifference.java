package io.github.storemaven.submission;

import java.util.ArrayList;
import java.util.List;

/** The lines that go and come between two texts, a few unchanged ones left out; for a person. */
final class TextDifference {
    /** Beyond it the quadratic comparison would be slow, and nobody reads it. */
    private static final int MOST_LINES = 400;

    private TextDifference() {}

    /** Lines that begin with {@code - } or {@code + }, in the order of the texts. */
    static List<String> between(String from, String to) {
        List<String> old = from.lines().limit(MOST_LINES).toList();
        List<String> fresh = to.lines().limit(MOST_LINES).toList();
        int[][] common = common(old, fresh);
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                i++;
                j++;
            } else if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + old.get(i++));
            } else {
                lines.add("+ " + fresh.get(j++));
            }
        }
        return lines;
    }

    /** The length of the longest common run of lines from each pair of places on. */
    private static int[][] common(List<String> old, List<String> fresh) {
        int[][] length = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                length[i][j] = old.get(i).equals(fresh.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
