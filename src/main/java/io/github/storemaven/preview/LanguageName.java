package io.github.storemaven.preview;

import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.text.ForeignText;
import java.util.Locale;
import java.util.Set;

/** What a language calls itself, and in which direction it is written. */
record LanguageName(String code) {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "dv", "fa", "he", "iw", "prs", "ps", "sd", "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = Set.of("Arab", "Hebr", "Thaa");

    /** For example {@code Deutsch (Deutschland)}; the code where Java does not know the language. */
    String text() {
        Locale locale = Locale.forLanguageTag(code);
        String name = locale.getDisplayName(locale);
        return name.isEmpty() ? ForeignText.oneLine(code) : name;
    }

    /** For the attribute {@code lang}. */
    String tag() {
        return StoreLanguages.contains(code) ? code : "und";
    }

    String direction() {
        Locale locale = Locale.forLanguageTag(code);
        boolean isRightToLeft = locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        return isRightToLeft ? "rtl" : "ltr";
    }

    /** A file name of its own for each language that the Store knows, on every system. */
    String page(int number) {
        if (number == 0) {
            return "index.html";
        }
        return (StoreLanguages.contains(code) ? code.toLowerCase(Locale.ROOT) : "language-" + number) + ".html";
    }
}
