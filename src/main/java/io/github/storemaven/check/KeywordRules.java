package io.github.storemaven.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the Store says about search terms beside their number: rows TXT-05 and TXT-06. */
final class KeywordRules {
    private static final int MOST_WORDS = 21;
    private static final int SAFE_LENGTH = 30;
    private static final int MOST_LENGTH = 40;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private KeywordRules() {}

    static void check(Node keywords, DocumentReport report) {
        long words = keywords.items()
                .flatMap(item -> item.text().stream())
                .flatMap(text -> Arrays.stream(BLANKS.split(text.strip().toLowerCase(Locale.ROOT))))
                .filter(word -> !word.isEmpty())
                .distinct()
                .count();
        if (words > MOST_WORDS) {
            report.error(
                    "TXT-06", keywords, "the keywords have " + words + " different words", "at most " + MOST_WORDS);
        }
        keywords.items().takeWhile(item -> !report.full()).forEach(item -> checkLength(item, report));
    }

    private static void checkLength(Node keyword, DocumentReport report) {
        int length = keyword.text().orElse("").length();
        if (length > SAFE_LENGTH && length <= MOST_LENGTH) {
            report.warning("TXT-05", keyword, "the keyword has " + length + " characters", "30 are safe, 40 the most");
        }
    }
}
