package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;
import java.util.stream.Stream;

/** An app's listings in all their languages: rows LST-01, LST-03 and LST-08, and the texts inside. */
final class ListingRules {
    private static final List<String> PLATFORMS =
            List.of("Unknown", "Windows80", "Windows81", "WindowsPhone71", "WindowsPhone80", "WindowsPhone81");

    private ListingRules() {}

    static void check(Node document, DocumentReport report) {
        Node listings = document.member("listings");
        if (listings.isNull()) {
            report.error("LST-01", listings, "all listings would go", "at least one listing");
        }
        listings.members().takeWhile(listing -> !report.full()).forEach(listing -> {
            LanguageRules.check("LST-03", listing, report);
            texts(listing).forEach(texts -> {
                ListingTextRules.check(texts, report);
                ImageEntryRules.check(texts.member("images"), report);
            });
            listing.member("platformOverrides").members().forEach(platform -> checkPlatform(platform, report));
        });
    }

    /** The base listing and what platforms say instead. */
    private static Stream<Node> texts(Node listing) {
        return Stream.concat(
                Stream.of(listing.member("baseListing")),
                listing.member("platformOverrides").members());
    }

    private static void checkPlatform(Node platform, DocumentReport report) {
        if (!PLATFORMS.contains(platform.name())) {
            String question = Closest.question(platform.name(), PLATFORMS);
            report.error(
                    "LST-08",
                    platform,
                    Quote.of(platform.name()) + " is no platform" + question,
                    String.join(", ", PLATFORMS));
        }
    }
}
