package io.github.storemaven.check;

import java.util.Locale;
import java.util.Set;

/** Blanks and control characters that nobody meant, in any text of a submission: row TXT-20, inferred. */
final class TidyTextRules {
    /** Not written by people for people. */
    private static final Set<String> SKIPPED =
            Set.of("statusdetails", "fileuploadurl", "friendlyname", "applicationpackages", "flightpackages");

    private TidyTextRules() {}

    /** Walks the whole document; its depth is bounded by the reader. */
    static void check(Node node, DocumentReport report) {
        if (report.full() || SKIPPED.contains(node.name().toLowerCase(Locale.ROOT))) {
            return;
        }
        node.text().ifPresent(text -> checkText(node, text, report));
        node.members().forEach(member -> check(member, report));
        node.items().forEach(item -> check(item, report));
    }

    private static void checkText(Node node, String text, DocumentReport report) {
        if (!text.equals(text.strip())) {
            report.warning("TXT-20", node, "the text begins or ends with blanks", "no blanks around it");
        }
        if (text.chars().anyMatch(TidyTextRules::isForbidden)) {
            report.warning("TXT-20", node, "the text has a control character", "line breaks alone");
        }
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r';
    }
}
