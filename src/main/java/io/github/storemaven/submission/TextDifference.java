package io.github.storemaven.submission;

import io.github.storemaven.text.ListDifference;
import io.github.storemaven.text.ListDifference.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What differs between two texts, for a person: the lines that are removed and added; of a long line, such as a paragraph, only
 * the words around what differs.
 */
final class TextDifference {
    /** Words and blanks that are shown before and after what differs. */
    private static final int CONTEXT = 10;

    /** Of the words of two texts, for one to be another edition of the other. */
    private static final double RELATED = 0.35;

    /** A word, what is between two words, or a character of a script that has no blanks between words. */
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]"
            + "|[^\\s\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+");

    /**
     * A line of the difference.
     *
     * @param sign {@code -}, {@code +}, or a blank for one that tells the place
     */
    record Line(char sign, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<String> old;
    private final List<String> fresh;
    private final int width;
    private final String dots;

    private TextDifference(String from, String to, int width, String dots) {
        this.old = from.lines().toList();
        this.fresh = to.lines().toList();
        this.width = width;
        this.dots = dots;
    }

    /**
     * The lines in the order of the texts; each place of a text of several lines begins with its number in the new text.
     *
     * @param width from which a line is shown by the words that differ
     * @param dots for words that are left out
     */
    static List<Line> between(String from, String to, int width, String dots) {
        TextDifference difference = new TextDifference(from, to, width, dots);
        difference.compare();
        return difference.lines;
    }

    /** Whether the second text is another edition of the first, so that a difference tells more than both of them. */
    static boolean areRelated(String from, String to) {
        Map<String, Integer> words = new HashMap<>();
        List<String> old = words(from);
        List<String> fresh = words(to);
        old.stream().filter(word -> !word.isBlank()).forEach(word -> words.merge(word, 1, Integer::sum));
        long shared = fresh.stream()
                .filter(word -> !word.isBlank() && words.merge(word, -1, Integer::sum) >= 0)
                .count();
        return 2 * shared >= RELATED * Math.max(old.size(), fresh.size());
    }

    /** After what both begin with, so that a paragraph that is added is shown with the blank line after it, at its own line. */
    private void compare() {
        int start = 0;
        while (start < Math.min(old.size(), fresh.size()) && old.get(start).equals(fresh.get(start))) {
            start++;
        }
        for (Place place : ListDifference.between(old.subList(start, old.size()), fresh.subList(start, fresh.size()))) {
            add(start + place.oldStart(), start + place.oldEnd(), start + place.newStart(), start + place.newEnd());
        }
    }

    /** Where two lists of words differ; what would be shown with the same words around it is one place. */
    private static List<Place> places(List<String> old, List<String> fresh) {
        List<Place> places = new ArrayList<>();
        for (Place place : ListDifference.between(old, fresh)) {
            Place before = places.isEmpty() ? null : places.get(places.size() - 1);
            if (before != null && place.oldStart() - before.oldEnd() <= CONTEXT) {
                places.set(
                        places.size() - 1,
                        new Place(before.oldStart(), place.oldEnd(), before.newStart(), place.newEnd()));
            } else {
                places.add(place);
            }
        }
        return places;
    }

    private void add(int oldStart, int oldEnd, int freshStart, int freshEnd) {
        List<String> removed = old.subList(oldStart, oldEnd);
        List<String> added = fresh.subList(freshStart, freshEnd);
        if (old.size() > 1 || fresh.size() > 1) {
            lines.add(new Line(' ', "line " + (freshStart + 1) + ":"));
        }
        if (removed.size() == added.size() && isLong(removed, added)) {
            for (int at = 0; at < removed.size(); at++) {
                addWords(removed.get(at), added.get(at));
            }
        } else {
            removed.forEach(line -> lines.add(new Line('-', line)));
            added.forEach(line -> lines.add(new Line('+', line)));
        }
    }

    private boolean isLong(List<String> removed, List<String> added) {
        return removed.stream().anyMatch(line -> line.length() > width)
                || added.stream().anyMatch(line -> line.length() > width);
    }

    private void addWords(String from, String to) {
        List<String> removed = words(from);
        List<String> added = words(to);
        if (!areRelated(from, to)) {
            lines.add(new Line('-', from));
            lines.add(new Line('+', to));
            return;
        }
        for (Place place : places(removed, added)) {
            lines.add(new Line('-', excerpt(removed, place.oldStart(), place.oldEnd())));
            lines.add(new Line('+', excerpt(added, place.newStart(), place.newEnd())));
        }
    }

    /** Some words with those around them; fewer before what differs, so that it is seen in a line that is cut. */
    private String excerpt(List<String> words, int start, int end) {
        int from = Math.max(0, start - CONTEXT);
        int to = Math.min(words.size(), end + CONTEXT);
        String text = String.join("", words.subList(from, to));
        int before = String.join("", words.subList(from, start)).length();
        String shown = before > width / 2 ? text.substring(before - width / 2) : text;
        boolean isStart = from == 0 && shown.length() == text.length();
        return (isStart ? "" : dots + (shown.startsWith(" ") ? "" : " "))
                + shown.stripTrailing()
                + (to == words.size() ? "" : " " + dots);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
