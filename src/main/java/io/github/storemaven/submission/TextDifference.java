package io.github.storemaven.submission;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/** The lines that are removed and added between two texts, unchanged ones left out; for a person. */
final class TextDifference {
    /** Of two texts that differ nearly everywhere, beyond which a comparison takes seconds. */
    private static final int MAX_COMPARED_LINES = 5_000;

    /** More of a difference nobody reads. */
    private static final int MAX_SHOWN_LINES = 400;

    private TextDifference() {}

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
        return shown(differing(old.subList(start, old.size() - end), fresh.subList(start, fresh.size() - end)));
    }

    private static String last(List<String> lines, int fromTheEnd) {
        return lines.get(lines.size() - 1 - fromTheEnd);
    }

    private static List<String> differing(List<String> old, List<String> fresh) {
        List<String> lines = new ArrayList<>();
        if (old.size() > MAX_COMPARED_LINES || fresh.size() > MAX_COMPARED_LINES) {
            add(old, fresh, lines);
        } else {
            List<Change> changes = new MyersDiffWithLinearSpace<String>().computeDiff(old, fresh, null);
            addInPlaces(changes, old, fresh, lines);
        }
        return lines;
    }

    /** What is removed and added at one place comes as several changes; removed lines are shown first. */
    private static void addInPlaces(List<Change> changes, List<String> old, List<String> fresh, List<String> lines) {
        for (int first = 0; first < changes.size(); ) {
            int last = first;
            while (last + 1 < changes.size() && touches(changes.get(last), changes.get(last + 1))) {
                last++;
            }
            add(
                    old.subList(changes.get(first).startOriginal, changes.get(last).endOriginal),
                    fresh.subList(changes.get(first).startRevised, changes.get(last).endRevised),
                    lines);
            first = last + 1;
        }
    }

    private static boolean touches(Change change, Change next) {
        return next.startOriginal == change.endOriginal && next.startRevised == change.endRevised;
    }

    private static void add(List<String> removed, List<String> added, List<String> lines) {
        removed.forEach(line -> lines.add("- " + line));
        added.forEach(line -> lines.add("+ " + line));
    }

    private static List<String> shown(List<String> lines) {
        if (lines.size() <= MAX_SHOWN_LINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MAX_SHOWN_LINES));
        shown.add("... and " + (lines.size() - MAX_SHOWN_LINES) + " more lines that differ");
        return shown;
    }
}
