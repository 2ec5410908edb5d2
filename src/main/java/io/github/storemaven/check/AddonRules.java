package io.github.storemaven.check;

import io.github.storemaven.document.Node;

/** What an add-on submission says of itself: listing rules, section 13.2. */
final class AddonRules {
    private static final ListLimit KEYWORDS = new ListLimit("ADD-24", "keywords", 10, KeywordRules.MAX_LENGTH);
    private static final TextLimit TAG = TextLimit.error("ADD-25", "tag", 3000);
    private static final TextLimit TITLE = TextLimit.error("ADD-27", "title", 100);
    private static final TextLimit DESCRIPTION = TextLimit.error("ADD-28", "description", 200);
    private static final TextLimit ICON = TextLimit.warning("ADD-30", "fileName", 100);

    private AddonRules() {}

    static void check(Node document, DocumentReport report) {
        KEYWORDS.checkMember(document, report);
        KeywordRules.checkSeparators("ADD-24", document.member("keywords"), report);
        TAG.checkMember(document, report);
        Node listings = document.member("listings");
        if (listings.isNull()) {
            report.error("ADD-26", listings, "all listings would go", "at least one language");
        }
        listings.members()
                .takeWhile(listing -> !report.full())
                .filter(Node::isGiven)
                .forEach(listing -> checkListing(listing, report));
    }

    private static void checkListing(Node listing, DocumentReport report) {
        LanguageRules.check("LST-03", listing, report);
        Node title = listing.member("title");
        TITLE.checkMember(listing, report);
        DESCRIPTION.checkMember(listing, report);
        ICON.checkMember(listing.member("icon"), report);
        if (title.isNull() || title.text().filter(String::isBlank).isPresent()) {
            report.error("ADD-27", title, "the title is empty", "a title in each language");
        }
        ListingTextRules.checkOneLine("ADD-27", title, report);
        MarkupRules.check(listing, report);
    }
}
