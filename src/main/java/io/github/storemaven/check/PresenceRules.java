package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.check.ImageRules.Entries;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
    public void check(JsonObject document, Origin origin, FindingCollector findings) {
        OfDocument report = new OfDocument(findings, origin);
        Node root = Node.root(document);
        switch (kind) {
            case APP -> checkApp(root, report);
            case ADDON -> checkAddon(root, report);
            case FLIGHT -> checkPackages(root, report);
        }
    }

    private void checkApp(Node root, OfDocument report) {
        checkPackages(root, report);
        checkPrice("PRC-02", root, report);
        ListingPresence.check(root, report);
        PropertyPresence.check(root, report);
    }

    private static void checkAddon(Node root, OfDocument report) {
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

    private static void checkPrice(String rule, Node root, OfDocument report) {
        Node pricing = root.member("pricing");
        if (pricing.isMissing()) {
            report.error(rule, pricing, "the document has no pricing", "pricing with a priceId");
        } else if (pricing.member("priceId").isMissing() && pricing.isGiven()) {
            String message = "the pricing has no priceId, which would make the product free";
            report.error("PRC-01", pricing, message, "Free, NotAvailable or a tier");
        }
    }

    private void checkPackages(Node root, OfDocument report) {
        Node packages = FileEntryRules.packages(kind, root);
        long kept = packages.items()
                .filter(each -> !each.has(FileStatus.PENDING_DELETE))
                .count();
        if (kept == 0) {
            report.error("PKG-12", packages, "no package would be left", "at least one");
        } else if (kept > MOST_PACKAGES) {
            report.error("PKG-11", packages, "there are " + kept + " packages", "at most " + MOST_PACKAGES);
        }
    }

    /** What each listing of an app needs: rows LST-01, LST-02, IMG-06, IMG-20 to IMG-23 and TRL-07. */
    static final class ListingPresence {
        private static final int RECOMMENDED_SCREENSHOTS = 4;
        private static final String HERO_ART = "PromotionalArt16x9";

        private final boolean game;
        private final boolean xbox;
        private final Set<String> trailerLanguages;
        private final OfDocument report;

        private ListingPresence(Node document, OfDocument report) {
            this.game = PropertyPresence.isGame(document);
            this.xbox = PropertyPresence.isForXbox(document);
            this.trailerLanguages = trailerLanguages(document);
            this.report = report;
        }

        static void check(Node document, OfDocument report) {
            ListingPresence presence = new ListingPresence(document, report);
            Node listings = document.member("listings");
            if (listings.members().noneMatch(Node::isGiven)) {
                report.error("LST-01", listings, "the app has no listing", "at least one listing");
            }
            listings.members()
                    .takeWhile(listing -> !report.full())
                    .filter(Node::isGiven)
                    .forEach(presence::checkListing);
        }

        private void add(String rule, Severity severity, Node listing, String message, String allowed) {
            report.add(rule, severity, listing, "the listing " + listing.name() + " has " + message, allowed);
        }

        private void checkListing(Node listing) {
            Node texts = listing.member("baseListing");
            if (!texts.member("description").hasText()) {
                add("LST-02", Severity.ERROR, listing, "no description", "a description in each language");
            }
            Node images = texts.member("images");
            Map<String, Long> counts = Entries.countByType(images);
            checkScreenshots(listing, counts);
            checkLogos(listing, counts.keySet());
        }

        private void checkScreenshots(Node listing, Map<String, Long> counts) {
            List<String> used = ImageRequirements.all().stream()
                    .filter(ImageRequirements::screenshot)
                    .map(ImageRequirements::type)
                    .filter(counts::containsKey)
                    .toList();
            if (used.isEmpty()) {
                add("IMG-06", Severity.ERROR, listing, "no screenshot", "at least one");
            }
            used.stream()
                    .filter(type -> counts.get(type) < RECOMMENDED_SCREENSHOTS)
                    .forEach(type -> add(
                            "IMG-06",
                            Severity.WARNING,
                            listing,
                            counts.get(type) + " images of the type " + type,
                            "4 or more"));
        }

        private void checkLogos(Node listing, Set<String> types) {
            if (xbox || game) {
                want("IMG-20", "StoreLogo9x16", "for Xbox and games", listing, types);
            }
            if (xbox) {
                want("IMG-21", "StoreLogoSquare", "for Xbox", listing, types);
            }
            want("IMG-22", "Icon", "instead of the package's icon", listing, types);
            if (trailerLanguages.contains(listing.name().toLowerCase(Locale.ROOT))) {
                want(game ? "IMG-23" : "TRL-07", HERO_ART, "for the trailer to show", listing, types);
            }
        }

        private void want(String rule, String type, String reason, Node listing, Set<String> types) {
            if (!types.contains(type)) {
                add(rule, Severity.WARNING, listing, "no image of the type " + type, "one " + reason);
            }
        }

        private static Set<String> trailerLanguages(Node document) {
            Set<String> languages = new HashSet<>();
            document.member("trailers")
                    .items()
                    .flatMap(trailer -> trailer.member("trailerAssets").members())
                    .forEach(asset -> languages.add(asset.name().toLowerCase(Locale.ROOT)));
            return languages;
        }
    }

    /** What the properties of an app need: rows CAT-01, CAT-03 and DEV-07. */
    static final class PropertyPresence {
        private PropertyPresence() {}

        static void check(Node document, OfDocument report) {
            Node category = document.member("applicationCategory");
            if (!category.isGiven()) {
                report.error("CAT-01", category, "the app has no category", "a category");
            }
            boolean genres = document.member("gamingOptions")
                    .items()
                    .anyMatch(options ->
                            options.member("genres").items().findAny().isPresent());
            if (isGame(document) && !genres) {
                report.error("CAT-03", document.member("gamingOptions"), "the game has no genre", "1 to 3 genres");
            }
            checkFamilies(document.member("allowTargetFutureDeviceFamilies"), report);
        }

        static boolean isGame(Node document) {
            return document.member("applicationCategory")
                    .text()
                    .filter(Categories::isGames)
                    .isPresent();
        }

        /** Whether new packages go to Xbox by themselves, or one says that it is for it. */
        static boolean isForXbox(Node document) {
            boolean allowed = document.member("allowTargetFutureDeviceFamilies")
                    .member("Xbox")
                    .isTrue();
            return allowed
                    || document.member("applicationPackages")
                            .items()
                            .flatMap(each -> each.member("targetDeviceFamilies").items())
                            .flatMap(family -> family.text().stream())
                            .anyMatch(family -> family.startsWith("Windows.Xbox"));
        }

        private static void checkFamilies(Node families, OfDocument report) {
            List<String> missing = PropertyRules.WANTED_FAMILIES.stream()
                    .filter(name -> families.member(name).isMissing())
                    .toList();
            if (!missing.isEmpty()) {
                report.warning(
                        "DEV-07",
                        families,
                        "allowTargetFutureDeviceFamilies lacks " + String.join(", ", missing),
                        String.join(", ", PropertyRules.WANTED_FAMILIES));
            }
        }
    }
}
