package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the Store requires of search terms beside their number: rows TXT-05, TXT-06 and ADD-24. */
final class KeywordRules {
    /** In characters. Partner Center's page allows 40, and the API refuses more than 30 (listing rules, TXT-05). */
    static final int MAX_LENGTH = 30;

    private static final int MOST_WORDS = 21;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Commas and semicolons of several scripts; one between two digits belongs to a number. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?<!\\d),|,(?!\\d)|[;\\u037E\\u055D\\u060C\\u061B\\u07F8\\u204F\\u2E41\\u1363\\u1364\\u1802\\u1808\\u3001\\uA4FE\\uA60D"
                    + "\\uFE10\\uFE11\\uFE14\\uFE45\\uFE46\\uFE50\\uFE51\\uFE54\\uFF0C\\uFF1B\\uFF64]");

    private KeywordRules() {}

    static void check(Node keywords, DocumentReport report) {
        checkSeparators("TXT-05", keywords, report);
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
    }

    /** Several keywords in one line, as the tools of other shops want them. */
    static void checkSeparators(String rule, Node keywords, DocumentReport report) {
        keywords.items()
                .filter(item -> SEPARATOR.matcher(item.text().orElse("")).find())
                .takeWhile(item -> !report.full())
                .forEach(item -> report.warning(
                        rule, item, "the keyword contains a comma or semicolon", "one keyword on each line"));
    }
}
