package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.check.ImageRules.Entries;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.Visibility;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rules on what a document may not leave out. For the whole document, the patch merged into what the Store holds: a
 * patch or a folder that sets one text is fine.
 */
public final class PresenceRules {
    private static final int MOST_PACKAGES = 30;

    private final ProductType kind;
    private final Function<String, Optional<Path>> screenshots;

    /** @param screenshots the folder that gives a language its screenshots; empty where a ready archive has them */
    public PresenceRules(ProductType kind, Function<String, Optional<Path>> screenshots) {
        this.kind = kind;
        this.screenshots = screenshots;
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

    /**
     * Gives advice on a document that may leave something out, since the Store may have it: on languages that a store folder
     * or a file sets.
     */
    public static void advise(JsonObject document, Origin origin, FindingCollector findings) {
        ListingPresence.advise(Node.root(document), new OfDocument(findings, origin));
    }

    private void checkApp(Node root, OfDocument report) {
        checkPackages(root, report);
        checkPrice("PRC-02", root, report);
        ListingPresence.check(root, screenshots, report);
        PropertyPresence.check(root, report);
    }

    private static void checkAddon(Node root, OfDocument report) {
        if (!root.member("visibility").is(Visibility.HIDDEN.storeName())) {
            checkPrice("ADD-31", root, report);
        }
        if (!root.member("contentType").hasText()) {
            report.error(
                    "ADD-20",
                    root.member("contentType"),
                    "the add-on has no contentType",
                    "add one, such as OnlineDownload");
        }
        Node listings = root.member("listings");
        if (listings.members().noneMatch(Node::isGiven)) {
            report.error("ADD-26", listings, "the add-on has no listing", "add one in at least one language");
        }
        listings.members()
                .filter(listing -> listing.isGiven() && listing.member("title").isMissing())
                .forEach(listing ->
                        report.error("ADD-27", listing, "the listing has no title", "each language needs one"));
    }

    private static void checkPrice(String rule, Node root, OfDocument report) {
        Node pricing = root.member("pricing");
        if (pricing.isMissing()) {
            report.error(rule, pricing, "the submission has no pricing", "add pricing with a priceId");
        } else if (pricing.member("priceId").isMissing() && pricing.isGiven()) {
            String message = "the pricing has no priceId, which would make the product free";
            report.error("PRC-01", pricing, message, "set it to Free, NotAvailable or a tier");
        }
    }

    private void checkPackages(Node root, OfDocument report) {
        Node packages = FileEntryRules.packages(kind, root);
        long kept = packages.items()
                .filter(each -> !each.has(FileStatus.PENDING_DELETE))
                .count();
        if (kept == 0) {
            report.error("PKG-12", packages, "no package would be left", "the Store wants at least one");
        } else if (kept > MOST_PACKAGES) {
            report.error(
                    "PKG-11", packages, "there are " + kept + " packages", "the Store takes at most " + MOST_PACKAGES);
        }
    }

    /** What each listing of an app needs: rows LST-01, LST-02, IMG-06, IMG-20 to IMG-23 and TRL-07. */
    static final class ListingPresence {
        private static final int RECOMMENDED_SCREENSHOTS = 4;
        private static final String HERO_ART = "PromotionalArt16x9";
        private static final String NO_ICON =
                "customers see the icon of the package; an image of 300 x 300 pixels in images/Icon replaces it";

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

        static void check(Node document, Function<String, Optional<Path>> screenshots, OfDocument report) {
            ListingPresence presence = new ListingPresence(document, report);
            Node listings = document.member("listings");
            if (listings.members().noneMatch(Node::isGiven)) {
                report.error("LST-01", listings, "the app has no listing", "add one in at least one language");
            }
            listings.members()
                    .takeWhile(listing -> !report.full())
                    .filter(Node::isGiven)
                    .forEach(listing -> presence.checkListing(listing, screenshots.apply(listing.name())));
        }

        /** Named by what is there of a language, so that its file or folder is found. */
        static void advise(Node document, OfDocument report) {
            ListingPresence presence = new ListingPresence(document, report);
            document.member("listings")
                    .members()
                    .takeWhile(listing -> !report.full())
                    .filter(Node::isGiven)
                    .forEach(presence::adviseOn);
        }

        private void adviseOn(Node listing) {
            Node texts = listing.member("baseListing");
            Node images = texts.member("images");
            Map<String, Long> counts = Entries.countByType(images);
            Optional<Node> given = texts.members().filter(Node::isGiven).findFirst();
            if (given.isPresent() && usedScreenshots(counts).isEmpty()) {
                report.advice(
                        "IMG-06",
                        given.get(),
                        "no screenshot",
                        "a language that is new in the Store needs at least one");
            }
            recommendScreenshots(images, counts);
            if (!counts.isEmpty() && !counts.containsKey(ImageType.ICON.storeName())) {
                report.advice("IMG-22", images, "no Store icon", NO_ICON);
            }
        }

        private void checkListing(Node listing, Optional<Path> screenshots) {
            Node texts = listing.member("baseListing");
            if (!texts.member("description").hasText()) {
                report.error("LST-02", listing, "the listing has no description", "each language needs one");
            }
            Node images = texts.member("images");
            Map<String, Long> counts = Entries.countByType(images);
            checkScreenshots(listing, counts, screenshots);
            checkLogos(listing, counts.keySet());
        }

        private void checkScreenshots(Node listing, Map<String, Long> counts, Optional<Path> folder) {
            if (usedScreenshots(counts).isEmpty()) {
                String message = "the listing has no screenshot";
                folder.ifPresentOrElse(
                        path -> report.errorIn(
                                path, "IMG-06", listing, message, "put at least one PNG into this folder"),
                        () -> report.error(
                                "IMG-06",
                                listing,
                                message,
                                "add one to its images in submission.json, and the file to the archive"));
            }
            recommendScreenshots(listing, counts);
        }

        private static List<String> usedScreenshots(Map<String, Long> counts) {
            return ImageRequirements.all().stream()
                    .filter(ImageRequirements::screenshot)
                    .map(ImageRequirements::type)
                    .filter(counts::containsKey)
                    .toList();
        }

        private void recommendScreenshots(Node node, Map<String, Long> counts) {
            usedScreenshots(counts).stream()
                    .filter(type -> counts.get(type) < RECOMMENDED_SCREENSHOTS)
                    .forEach(type -> report.advice(
                            "IMG-06",
                            node,
                            Entries.numberOf(counts.get(type), type),
                            "the Store recommends at least " + RECOMMENDED_SCREENSHOTS));
        }

        private void checkLogos(Node listing, Set<String> types) {
            if (xbox || game) {
                want("IMG-20", "StoreLogo9x16", "Xbox and games need one", listing, types);
            }
            if (xbox) {
                want("IMG-21", "StoreLogoSquare", "Xbox needs one", listing, types);
            }
            if (!types.contains(ImageType.ICON.storeName())) {
                report.advice("IMG-22", listing, "no Store icon", NO_ICON);
            }
            if (trailerLanguages.contains(listing.name().toLowerCase(Locale.ROOT))) {
                want(
                        game ? "IMG-23" : "TRL-07",
                        HERO_ART,
                        "without it the Store does not show the trailer at the top",
                        listing,
                        types);
            }
        }

        private void want(String rule, String type, String reason, Node listing, Set<String> types) {
            if (!types.contains(type)) {
                report.warning(rule, listing, "no image of the type " + type, reason);
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
                report.error("CAT-01", category, "the app has no category", "set applicationCategory");
            }
            boolean genres = document.member("gamingOptions")
                    .items()
                    .anyMatch(options ->
                            options.member("genres").items().findAny().isPresent());
            if (isGame(document) && !genres) {
                report.error("CAT-03", document.member("gamingOptions"), "the game has no genre", "name 1 to 3");
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
                        "allowTargetFutureDeviceFamilies does not have " + String.join(", ", missing),
                        "set each to true or false");
            }
        }
    }
}
