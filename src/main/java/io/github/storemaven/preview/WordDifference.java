package io.github.storemaven.preview;

import io.github.storemaven.text.ListDifference;
import io.github.storemaven.text.ListDifference.Place;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two texts as one, word by word: what stays, what is removed, what is added. */
final class WordDifference {
    private final PageTemplate template;
    private final StringBuilder markup = new StringBuilder();

    private WordDifference(PageTemplate template) {
        this.template = template;
    }

    static Html between(String from, String to, Locale language, PageTemplate template) {
        return new WordDifference(template).html(words(from, language), words(to, language));
    }

    private Html html(List<String> from, List<String> to) {
        List<Place> places = ListDifference.between(from, to);
        int at = 0;
        for (int first = 0; first < places.size(); ) {
            int last = first;
            while (last + 1 < places.size() && isBlank(from, places.get(last), places.get(last + 1))) {
                last++;
            }
            add("kept", from.subList(at, places.get(first).oldStart()));
            at = places.get(last).oldEnd();
            replaced(
                    from.subList(places.get(first).oldStart(), at),
                    to.subList(places.get(first).newStart(), places.get(last).newEnd()));
            first = last + 1;
        }
        add("kept", from.subList(at, from.size()));
        return new Html(markup.toString());
    }

    /** A blank that other words take the place of is not worth a mark. */
    private void replaced(List<String> removed, List<String> added) {
        if (added.isEmpty() || !removed.stream().allMatch(String::isBlank)) {
            add("deleted", removed);
        }
        add("inserted", added);
    }

    /** Whether nothing, or only a blank, stays between two places, which are read as one then. */
    private static boolean isBlank(List<String> from, Place place, Place next) {
        return from.subList(place.oldEnd(), next.oldStart()).stream().allMatch(String::isBlank);
    }

    private void add(String fragment, List<String> words) {
        if (!words.isEmpty()) {
            markup.append(template.fragment(fragment)
                    .with("text", String.join("", words))
                    .html()
                    .markup());
        }
    }

    /** Words and what is between them. */
    private static List<String> words(String text, Locale language) {
        BreakIterator breaks = BreakIterator.getWordInstance(language);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }
}
