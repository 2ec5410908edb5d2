package io.github.storemaven.preview;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two texts as one, word by word: what stays, what is removed, what is added. */
final class WordDifference {
    /** Of both texts; what has more is shown as a whole twice. */
    private static final int MAX_WORDS = 6_000;

    private final PageTemplate template;
    private final StringBuilder markup = new StringBuilder();

    private WordDifference(PageTemplate template) {
        this.template = template;
    }

    static Html between(String from, String to, Locale language, PageTemplate template) {
        return new WordDifference(template).html(words(from, language), words(to, language));
    }

    private Html html(List<String> from, List<String> to) {
        if (from.size() + to.size() > MAX_WORDS) {
            add("deleted", from);
            add("inserted", to);
            return new Html(markup.toString());
        }
        List<Change> changes = new MyersDiffWithLinearSpace<String>().computeDiff(from, to, null);
        int at = 0;
        for (int first = 0; first < changes.size(); ) {
            int last = first;
            while (last + 1 < changes.size() && isBlank(from, changes.get(last), changes.get(last + 1))) {
                last++;
            }
            add("kept", from.subList(at, changes.get(first).startOriginal));
            at = changes.get(last).endOriginal;
            replaced(
                    from.subList(changes.get(first).startOriginal, at),
                    to.subList(changes.get(first).startRevised, changes.get(last).endRevised));
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

    /** Whether nothing, or only a blank, stays between two changes, which are read as one then. */
    private static boolean isBlank(List<String> from, Change change, Change next) {
        return from.subList(change.endOriginal, next.startOriginal).stream().allMatch(String::isBlank);
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
