package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The request that creates an add-on: listing rules, section 13.1, and submission API, section 5.14. */
public final class AddonRequestRules {
    private static final int LONGEST_ID = 100;

    /** The semicolon is in the submission API's list alone. */
    private static final Pattern FORBIDDEN = Pattern.compile("[<>*%&:\\\\?+,;]");

    private static final Pattern STORE_ID = Pattern.compile("9[A-Z0-9]{11}");
    private static final List<String> TYPES = List.of("Durable", "Consumable");
    private static final Set<String> PARTNER_CENTER_TYPES =
            Set.of("subscription", "storemanagedconsumable", "unmanagedconsumable");
    private static final Shape SHAPE = Shape.members(Map.of(
            "applicationIds", Shape.texts(),
            "productId", Shape.text(),
            "productType", Shape.text()));

    /** Checks the body of the request; what is missing is told by whoever puts it together. */
    public void check(JsonObject request, Origin origin, Report findings) {
        DocumentReport report = new DocumentReport(findings, origin);
        Node root = Node.root(request);
        SHAPE.check(root, report);
        TidyTextRules.check(root, report);
        checkId(root.member("productId"), report);
        checkType(root.member("productType"), report);
        checkApplication(root.member("applicationIds"), report);
    }

    private static void checkId(Node id, DocumentReport report) {
        String text = id.text().orElse("");
        if (id.isGiven() && (!id.hasText() || text.length() > LONGEST_ID)) {
            report.error("ADD-01", id, "the productId has " + text.length() + " characters", "1 to " + LONGEST_ID);
        } else if (FORBIDDEN.matcher(text).find()) {
            report.error(
                    "ADD-02",
                    id,
                    Quote.of(text) + " has a character that is not allowed",
                    "none of < > * % & : \\ ? + , ;");
        }
    }

    private static void checkType(Node type, DocumentReport report) {
        String text = type.text().orElse("");
        String allowed = String.join(" or ", TYPES);
        if (PARTNER_CENTER_TYPES.contains(text.toLowerCase(Locale.ROOT))) {
            report.error("ADD-07", type, "a " + text + " can be made in Partner Center alone", allowed);
        } else if (type.isGiven() && !TYPES.contains(text)) {
            String message = Quote.of(text) + " is no productType" + Closest.question(text, TYPES);
            report.error("ADD-06", type, message, allowed);
        }
    }

    private static void checkApplication(Node applications, DocumentReport report) {
        long count = applications.items().count();
        if (applications.isGiven() && count != 1) {
            report.error("ADD-08", applications, "there are " + count + " applicationIds", "exactly one Store ID");
        }
        applications.items().limit(1).flatMap(id -> id.text().stream()).forEach(id -> {
            if (!STORE_ID.matcher(id).matches()) {
                String allowed = "9 and eleven capital letters or digits";
                report.warning("ADD-08", applications, Quote.of(id) + " does not look like a Store ID", allowed);
            }
        });
    }
}
