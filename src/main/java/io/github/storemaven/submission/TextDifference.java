package io.github.storemaven.submission;

import java.util.ArrayList;
import java.util.List;

/** The lines that go and come between two texts, a few unchanged ones left out; for a person. */
final class TextDifference {
    /** Of two texts that differ nearly everywhere, beyond which the quadratic comparison would be slow. */
    private static final int MOST_COMPARED = 2_000;

    /** More of a difference nobody reads. */
    private static final int MOST_SHOWN = 400;

    private final List<String> old;
    private final List<String> fresh;
    private final List<String> lines = new ArrayList<>();

    private TextDifference(List<String> old, List<String> fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /** Lines that begin with {@code - } or {@code + }, in the order of the texts; the last one counts what is left out. */
    static List<String> between(String from, String to) {
        List<String> old = from.lines().toList();
        List<String> fresh = to.lines().toList();
        int shorter = Math.min(old.size(), fresh.size());
        int start = 0;
        while (start < shorter && old.get(start).equals(fresh.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && last(old, end).equals(last(fresh, end))) {
            end++;
        }
        return new TextDifference(old.subList(start, old.size() - end), fresh.subList(start, fresh.size() - end))
                .shown();
    }

    private static String last(List<String> lines, int fromTheEnd) {
        return lines.get(lines.size() - 1 - fromTheEnd);
    }

    private List<String> shown() {
        if (old.size() > MOST_COMPARED || fresh.size() > MOST_COMPARED) {
            old.forEach(line -> lines.add("- " + line));
            fresh.forEach(line -> lines.add("+ " + line));
        } else {
            compare(common());
        }
        if (lines.size() <= MOST_SHOWN) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_SHOWN));
        shown.add("... and " + (lines.size() - MOST_SHOWN) + " more lines that differ");
        return shown;
    }

    private void compare(int[][] common) {
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
    }

    /** The length of the longest common run of lines from each pair of places on. */
    private int[][] common() {
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
