package io.github.storemaven.check;

import io.github.storemaven.document.NearestName;
import java.util.Collection;

/** Asks whether a known word was meant. */
final class Closest {
    private Closest() {}

    /** {@code ; did you mean "x"?}, or nothing where no known word is near. */
    static String question(String given, Collection<String> known) {
        return NearestName.of(given, known)
                .map(word -> "; did you mean " + Quote.of(word) + "?")
                .orElse("");
    }
}
