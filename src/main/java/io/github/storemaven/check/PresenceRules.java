package io.github.storemaven.check;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import jakarta.json.JsonObject;

/**
 * Rules on what a document may not leave out. For the whole document, the patch merged into what the Store holds: a
 * patch or a folder that sets one text is fine.
 */
public final class PresenceRules {
    private static final int MOST_PACKAGES = 30;

    private final ProductType kind;

    public PresenceRules(ProductType kind) {
        this.kind = kind;
    }

    /** Checks a document that is about to be sent. */
    public void check(JsonObject document, Origin origin, Report findings) {
        DocumentReport report = new DocumentReport(findings, origin);
        Node root = Node.root(document);
        switch (kind) {
            case APP -> checkApp(root, report);
            case ADDON -> checkAddon(root, report);
            case FLIGHT -> checkPackages(root, report);
        }
    }

    private void checkApp(Node root, DocumentReport report) {
        checkPackages(root, report);
        checkPrice("PRC-02", root, report);
        ListingPresence.check(root, report);
        PropertyPresence.check(root, report);
    }

    private static void checkAddon(Node root, DocumentReport report) {
        if (!root.member("visibility").is("Hidden")) {
            checkPrice("ADD-31", root, report);
        }
        if (!root.member("contentType").hasText()) {
            report.error("ADD-20", root.member("contentType"), "the add-on has no contentType", "OnlineDownload, say");
        }
        Node listings = root.member("listings");
        if (listings.members().noneMatch(Node::isGiven)) {
            report.error("ADD-26", listings, "the add-on has no listing", "at least one language");
        }
        listings.members()
                .filter(listing -> listing.isGiven() && listing.member("title").isMissing())
                .forEach(listing ->
                        report.error("ADD-27", listing, "the listing has no title", "a title in each language"));
    }

    private static void checkPrice(String rule, Node root, DocumentReport report) {
        Node pricing = root.member("pricing");
        if (pricing.isMissing()) {
            report.error(rule, pricing, "the document has no pricing", "pricing with a priceId");
        } else if (pricing.member("priceId").isMissing() && pricing.isGiven()) {
            String message = "the pricing has no priceId, which would make the product free";
            report.error("PRC-01", pricing, message, "Free, NotAvailable or a tier");
        }
    }

    private void checkPackages(Node root, DocumentReport report) {
        Node packages = PackageEntryRules.packages(kind, root);
        long kept = packages.items()
                .filter(each -> !each.has(FileStatus.PENDING_DELETE))
                .count();
        if (kept == 0) {
            report.error("PKG-12", packages, "no package would be left", "at least one");
        } else if (kept > MOST_PACKAGES) {
            report.error("PKG-11", packages, "there are " + kept + " packages", "at most " + MOST_PACKAGES);
        }
    }
}
