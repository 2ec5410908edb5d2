package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.document.Node;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an add-on submission says of itself: listing rules, section 13.2. */
public final class AddonRules {
    private static final TextLimit ICON = TextLimit.warning("ADD-30", "fileName", 100);

    private AddonRules() {}

    static void check(Node document, OfDocument report) {
        ListingLimits.ADDON_KEYWORDS.checkMember(document, report);
        ListingTextRules.checkSeparators("ADD-24", document.member("keywords"), report);
        ListingLimits.ADDON_TAG.checkMember(document, report);
        Node listings = document.member("listings");
        if (listings.isNull()) {
            report.error("ADD-26", listings, "null removes all listings", "delete this line to keep them");
        }
        listings.members()
                .takeWhile(listing -> !report.full())
                .filter(Node::isGiven)
                .forEach(listing -> checkListing(listing, report));
    }

    private static void checkListing(Node listing, OfDocument report) {
        ListingTextRules.checkLanguage("LST-03", listing, report);
        Node title = listing.member("title");
        ListingLimits.ADDON_TITLE.checkMember(listing, report);
        ListingLimits.ADDON_DESCRIPTION.checkMember(listing, report);
        ICON.checkMember(listing.member("icon"), report);
        if (title.isNull() || title.text().filter(String::isBlank).isPresent()) {
            report.error("ADD-27", title, "the title is empty", "each language needs one");
        }
        ListingTextRules.checkOneLine("ADD-27", title, report);
        MarkupRules.check(listing, report);
    }

    /** The request that creates an add-on: listing rules, section 13.1, and submission API, section 5.14. */
    public static final class Request {
        private static final int LONGEST_ID = 100;

        /** The semicolon is in the submission API's list alone. */
        private static final Pattern FORBIDDEN = Pattern.compile("[<>*%&:\\\\?+,;]");

        private static final Pattern STORE_ID = Pattern.compile("9[A-Z0-9]{11}");
        private static final List<String> TYPES = List.of("Durable", "Consumable");
        private static final Set<String> PARTNER_CENTER_TYPES =
                Set.of("subscription", "storemanagedconsumable", "unmanagedconsumable");
        private static final Schema SHAPE = Schema.members(Map.of(
                "applicationIds", Schema.texts(),
                "productId", Schema.text(),
                "productType", Schema.text()));

        /** Checks the body of the request; what is missing is told by whoever puts it together. */
        public void check(JsonObject request, Origin origin, FindingCollector findings) {
            OfDocument report = new OfDocument(findings, origin);
            Node root = Node.root(request);
            SHAPE.check(root, report);
            CharacterRules.check(root, report);
            checkId(root.member("productId"), report);
            checkType(root.member("productType"), report);
            checkApplication(root.member("applicationIds"), report);
        }

        private static void checkId(Node id, OfDocument report) {
            String text = id.text().orElse("");
            if (id.isGiven() && (!id.hasText() || text.length() > LONGEST_ID)) {
                report.error(
                        "ADD-01",
                        id,
                        "the productId has " + text.length() + " characters",
                        "the Store takes 1 to " + LONGEST_ID);
            } else if (FORBIDDEN.matcher(text).find()) {
                report.error(
                        "ADD-02",
                        id,
                        Quote.of(text) + " has a character that the Store refuses",
                        "use none of < > * % & : \\ ? + , ;");
            }
        }

        private static void checkType(Node type, OfDocument report) {
            String text = type.text().orElse("");
            String remedy = "use " + String.join(" or ", TYPES);
            if (PARTNER_CENTER_TYPES.contains(text.toLowerCase(Locale.ROOT))) {
                report.error("ADD-07", type, "only Partner Center can create a " + text, remedy);
            } else if (type.isGiven() && !TYPES.contains(text)) {
                String message = Quote.of(text) + " is not a productType" + Quote.didYouMean(text, TYPES);
                report.error("ADD-06", type, message, remedy);
            }
        }

        private static void checkApplication(Node applications, OfDocument report) {
            long count = applications.items().count();
            if (applications.isGiven() && count != 1) {
                report.error(
                        "ADD-08", applications, "there are " + count + " applicationIds", "name exactly one Store ID");
            }
            applications.items().limit(1).flatMap(id -> id.text().stream()).forEach(id -> {
                if (!STORE_ID.matcher(id).matches()) {
                    String remedy = "it is a 9 and eleven capital letters or digits";
                    report.warning("ADD-08", applications, Quote.of(id) + " does not look like a Store ID", remedy);
                }
            });
        }
    }
}
