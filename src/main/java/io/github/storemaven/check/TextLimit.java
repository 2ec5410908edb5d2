package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.document.Node;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The longest that a text may be, in UTF-16 units after CRLF became LF: the unit is not documented (listing rules, top).
 *
 * @param rule that a longer text breaks
 * @param member that holds the text
 * @param most the limit
 * @param severity of a longer text
 */
record TextLimit(String rule, String member, int most, Severity severity) {
    static TextLimit error(String rule, String member, int most) {
        return new TextLimit(rule, member, most, Severity.ERROR);
    }

    static TextLimit warning(String rule, String member, int most) {
        return new TextLimit(rule, member, most, Severity.WARNING);
    }

    /** Checks the member of an object. */
    void checkMember(Node object, OfDocument report) {
        check(object.member(member), report);
    }

    /** Checks a value; what is no text is left to other rules. */
    void check(Node node, OfDocument report) {
        Optional<String> text = node.text();
        if (text.isEmpty()) {
            return;
        }
        int length = length(text.get());
        if (length > most) {
            String message = String.format(Locale.ROOT, "%s has %,d characters", subject(node, text.get()), length);
            String remedy = remedy() + String.format(Locale.ROOT, ", cut %,d", length - most);
            report.add(rule, severity, node, message, remedy);
        } else if (length * 100L > most * 99L && countsDiffer(text.get())) {
            String doubt = String.format(
                    Locale.ROOT,
                    "%s has about %,d characters, and the Store may count line breaks or emoji twice",
                    subject(node, text.get()),
                    length);
            report.warning(rule, node, doubt, remedy());
        }
    }

    private String remedy() {
        return String.format(Locale.ROOT, "the Store takes at most %,d", most);
    }

    /** The member's name, or the text itself where it is an item of a list. */
    private static String subject(Node node, String text) {
        return node.name().chars().allMatch(Character::isDigit) ? Quote.of(text) : node.name();
    }

    static int length(String text) {
        int breaks = 0;
        for (int at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
            breaks++;
        }
        return text.length() - breaks;
    }

    private static boolean countsDiffer(String text) {
        return text.contains("\r\n") || text.chars().anyMatch(unit -> Character.isSurrogate((char) unit));
    }

    /**
     * How many items a list of texts may have, and how long each may be.
     *
     * @param rule that more or longer items break
     * @param member that holds the list
     * @param mostItems in number
     * @param mostCharacters of each item
     */
    record ListLimit(String rule, String member, int mostItems, int mostCharacters) {
        /** Names that are plural nouns. */
        private static final Set<String> BARE = Set.of("keywords", "features");

        void checkMember(Node object, OfDocument report) {
            Node list = object.member(member);
            long items = list.items().count();
            if (items > mostItems) {
                report.error(
                        rule,
                        list,
                        BARE.contains(member)
                                ? "there are " + items + " " + member
                                : member + " has " + items + " items",
                        "the Store takes at most " + mostItems);
            }
            TextLimit limit = TextLimit.error(rule, member, mostCharacters);
            list.items().takeWhile(item -> !report.full()).forEach(item -> limit.check(item, report));
        }
    }
}
