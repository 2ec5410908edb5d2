package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What each listing of an app needs: rows LST-01, LST-02, IMG-06, IMG-20 to IMG-23 and TRL-07. */
final class ListingPresence {
    private static final int RECOMMENDED_SCREENSHOTS = 4;
    private static final String HERO_ART = "PromotionalArt16x9";

    private final boolean game;
    private final boolean xbox;
    private final Set<String> trailerLanguages;
    private final DocumentReport report;

    private ListingPresence(Node document, DocumentReport report) {
        this.game = PropertyPresence.isGame(document);
        this.xbox = PropertyPresence.isForXbox(document);
        this.trailerLanguages = trailerLanguages(document);
        this.report = report;
    }

    static void check(Node document, DocumentReport report) {
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
        Map<String, Long> counts = ImageEntryRules.countByType(images);
        checkScreenshots(listing, counts);
        checkLogos(listing, counts.keySet());
    }

    private void checkScreenshots(Node listing, Map<String, Long> counts) {
        List<String> used = PictureRule.all().stream()
                .filter(PictureRule::screenshot)
                .map(PictureRule::type)
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
