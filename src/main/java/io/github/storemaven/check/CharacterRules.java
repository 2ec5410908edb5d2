package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Node;
import java.util.Locale;

/**
 * Blanks, control characters and lost letters that nobody meant, in any text of a submission: row TXT-20, inferred. A
 * letter that was lost on the way is an error, since customers would see the sign for it.
 */
final class CharacterRules {
    private static final int LOST_LETTER = 0xFFFD;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CharacterRules() {}

    /** Walks all that people write; its depth is bounded by the reader. */
    static void check(Node document, OfDocument report) {
        document.members()
                .filter(member -> MemberOwnership.isWrittenByPeople(member.name()))
                .forEach(member -> walk(member, report));
    }

    private static void walk(Node node, OfDocument report) {
        if (report.full()) {
            return;
        }
        node.text().ifPresent(text -> checkText(node, text, report));
        node.members().forEach(member -> walk(member, report));
        node.items().forEach(item -> walk(item, report));
    }

    private static void checkText(Node node, String text, OfDocument report) {
        if (!text.equals(text.strip())) {
            boolean begins = !text.equals(text.stripLeading());
            boolean ends = !text.equals(text.stripTrailing());
            String verbs = begins && ends ? "begins and ends" : begins ? "begins" : "ends";
            report.warning("TXT-20", node, "the text " + verbs + " with blanks", "remove them");
        }
        checkLost(node, report);
        int at = indexOf(text, CharacterRules::isForbidden);
        if (at >= 0) {
            String message = "the text has the invisible character " + place(text, at);
            report.warning("TXT-20", node, message, "remove it");
        }
    }

    /** A letter that was lost, or half of one: what is sent would show a question mark or U+FFFD in its place. */
    static void checkLost(Node node, OfDocument report) {
        String text = node.text().orElse("");
        int at = indexOf(text, CharacterRules::isLost);
        if (at >= 0) {
            String message = "the text has " + place(text, at) + ", the sign for a lost letter";
            report.error("TXT-20", node, message, "write the letter again and save the file as UTF-8");
        }
    }

    /** The same in all texts of a document; its depth is bounded by the reader. */
    static void checkAllLost(Node node, OfDocument report) {
        checkLost(node, report);
        node.members().forEach(member -> checkAllLost(member, report));
        node.items().forEach(item -> checkAllLost(item, report));
    }

    private static int indexOf(String text, java.util.function.IntPredicate kind) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (kind.test(text.codePointAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static String place(String text, int at) {
        long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
        return String.format(Locale.ROOT, "U+%04X in line %d", text.codePointAt(at), line);
    }

    private static boolean isLost(int character) {
        return character == LOST_LETTER
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private static boolean isForbidden(int character) {
        boolean lineBreak = character == '\n' || character == '\r';
        return (Character.isISOControl(character) && !lineBreak)
                || character == BYTE_ORDER_MARK
                || character == 0x2028
                || character == 0x2029;
    }
}
