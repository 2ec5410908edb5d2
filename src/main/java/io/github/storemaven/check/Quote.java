package io.github.storemaven.check;

import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import java.util.Collection;

/** Shows a value in a message without letting it fill the screen, and asks whether a known one was meant. */
final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    /** In double quotes, cut after 60 characters. */
    static String of(String text) {
        return '"' + ForeignText.cut(text, LONGEST) + '"';
    }

    /** {@code ; did you mean "x"?}, or nothing where no known word is near. */
    static String didYouMean(String given, Collection<String> known) {
        return NearestName.of(given, known)
                .map(word -> "; did you mean " + Quote.of(word) + "?")
                .orElse("");
    }
}
