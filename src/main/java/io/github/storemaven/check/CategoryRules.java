package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;

/** An app's category: rows CAT-01, CAT-04, CAT-05 and PRP-04. */
final class CategoryRules {
    /** No category yet, in drafts and in what StoreBroker writes. */
    private static final String NOT_SET = "NotSet";

    private CategoryRules() {}

    static void check(Node document, DocumentReport report) {
        Node category = document.member("applicationCategory");
        if (category.isNull()) {
            report.error("CAT-01", category, "the category would go", "leave it out to keep the category");
        }
        category.text().ifPresent(text -> checkName(text, category, report));
        boolean game = category.text().filter(Categories::isGames).isPresent();
        Node dvr = document.member("isGameDvrEnabled");
        if (dvr.isTrue() && category.hasText() && !game) {
            report.warning("PRP-04", dvr, "only games can be recorded", "isGameDvrEnabled false");
        }
    }

    private static void checkName(String text, Node category, DocumentReport report) {
        if (text.equals(NOT_SET)) {
            return;
        }
        String[] parts = text.split("_", -1);
        var known = Categories.of(parts[0]);
        if (known.isEmpty()) {
            String question = Closest.question(parts[0], Categories.names());
            String allowed = String.join(", ", Categories.names());
            report.error("CAT-01", category, Quote.of(parts[0]) + " is no category" + question, allowed);
        } else if (parts.length > 2) {
            report.error("CAT-05", category, Quote.of(text) + " has more than one subcategory", "one at most");
        } else if (parts.length == 2) {
            checkSubcategory(parts[1], known.get(), category, report);
        }
    }

    private static void checkSubcategory(String name, List<String> known, Node category, DocumentReport report) {
        boolean game = category.text().filter(Categories::isGames).isPresent();
        if (game && Categories.isDoubtfulGenre(name)) {
            report.warning("CAT-04", category, Quote.of(name) + " is not documented for the API", "a documented one");
        } else if (!known.contains(name)) {
            String question = Closest.question(name, known);
            String allowed = known.isEmpty() ? "the category alone" : String.join(", ", known);
            report.error("CAT-01", category, Quote.of(name) + " is no subcategory of it" + question, allowed);
        }
    }
}
