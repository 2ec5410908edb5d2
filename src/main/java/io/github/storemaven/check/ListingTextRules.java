package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.ImageRules.Entries;
import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.StoreLanguages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of an app's listings (listing rules, sections 1 and 2): limits, keywords, bullets, languages, and members that the
 * service ignores now.
 */
final class ListingTextRules {
    private static final int SHOWN_OF_SHORT_DESCRIPTION = 270;

    private static final List<String> PLATFORMS =
            List.of("Unknown", "Windows80", "Windows81", "WindowsPhone71", "WindowsPhone80", "WindowsPhone81");

    private static final int MAX_KEYWORD_WORDS = 21;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Commas and semicolons of several scripts; one between two digits belongs to a number. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?<!\\d),|,(?!\\d)|[;\\u037E\\u055D\\u060C\\u061B\\u07F8\\u204F\\u2E41\\u1363\\u1364\\u1802\\u1808\\u3001\\uA4FE\\uA60D"
                    + "\\uFE10\\uFE11\\uFE14\\uFE45\\uFE46\\uFE50\\uFE51\\uFE54\\uFF0C\\uFF1B\\uFF64]");

    private static final Map<String, String> BULLET_LISTS =
            Map.of("features", "TXT-04", "recommendedHardware", "TXT-14", "minimumHardware", "TXT-15");
    private static final Pattern BULLET = Pattern.compile(
            "\\s*([\\u2022\\u2023\\u25E6\\u25AA\\u25CF\\u00B7\\u2219]|[-*\\u2013\\u2014]\\s).*", Pattern.DOTALL);

    private static final List<String> STORE_PAGES =
            List.of("apps.microsoft.com/", "microsoft.com/store/", "ms-windows-store:");

    private ListingTextRules() {}

    /** Checks a base listing or the texts of a platform. */
    static void check(Node texts, OfDocument report) {
        ListingLimits.TEXTS.forEach(limit -> limit.checkMember(texts, report));
        ListingLimits.LISTS.forEach(limit -> limit.checkMember(texts, report));
        texts.member("images").items().forEach(image -> ListingLimits.CAPTION.checkMember(image, report));
        checkCleared(texts.member("description"), report);
        checkTitle(texts.member("title"), report);
        checkShown(texts.member("shortDescription"), report);
        MarkupRules.check(texts, report);
        checkKeywords(texts.member("keywords"), report);
        checkBullets(texts, report);
        checkObsolete(texts, report);
    }

    /** A patch that takes the description away; one that says nothing about it is fine. */
    private static void checkCleared(Node description, OfDocument report) {
        boolean cleared = description.isNull()
                || description.text().filter(String::isBlank).isPresent();
        if (cleared) {
            report.error("TXT-01", description, "the description is empty", "each language needs one");
        }
    }

    private static void checkTitle(Node title, OfDocument report) {
        Optional<String> emoji = title.text().flatMap(Emoji::first);
        if (emoji.isPresent()) {
            report.error("TXT-02", title, "the title has the emoji " + emoji.get(), "use one of the reserved names");
        }
        checkOneLine("TXT-02", title, report);
    }

    /** The last line end of a file is none of its text. */
    static void checkOneLine(String rule, Node text, OfDocument report) {
        if (text.text().filter(one -> one.lines().limit(2).count() > 1).isPresent()) {
            report.error(rule, text, "the " + text.name() + " has several lines", "write it in one line");
        }
    }

    private static void checkShown(Node text, OfDocument report) {
        int length = text.text().orElse("").length();
        if (length > SHOWN_OF_SHORT_DESCRIPTION && length <= 1000) {
            report.advice(
                    "TXT-07",
                    text,
                    "shortDescription has " + length + " characters",
                    "some views of the Store show only the first 270");
        }
    }

    static void checkListings(Node document, OfDocument report) {
        Node listings = document.member("listings");
        if (listings.isNull()) {
            report.error("LST-01", listings, "null removes all listings", "delete this line to keep them");
        }
        listings.members().takeWhile(listing -> !report.full()).forEach(listing -> {
            checkLanguage("LST-03", listing, report);
            texts(listing).forEach(texts -> {
                ListingTextRules.check(texts, report);
                Entries.check(texts.member("images"), report);
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

    private static void checkPlatform(Node platform, OfDocument report) {
        if (!PLATFORMS.contains(platform.name())) {
            String question = Quote.didYouMean(platform.name(), PLATFORMS);
            report.error(
                    "LST-08",
                    platform,
                    Quote.of(platform.name()) + " is not a platform" + question,
                    "use one of " + String.join(", ", PLATFORMS));
        }
    }

    static void checkKeywords(Node keywords, OfDocument report) {
        checkSeparators("TXT-05", keywords, report);
        long words = keywords.items()
                .flatMap(item -> item.text().stream())
                .flatMap(text -> Arrays.stream(BLANKS.split(text.strip().toLowerCase(Locale.ROOT))))
                .filter(word -> !word.isEmpty())
                .distinct()
                .count();
        if (words > MAX_KEYWORD_WORDS) {
            report.error(
                    "TXT-06",
                    keywords,
                    "the keywords have " + words + " different words",
                    "the Store takes at most " + MAX_KEYWORD_WORDS);
        }
    }

    /** Several keywords in one line, as the tools of other shops want them. */
    static void checkSeparators(String rule, Node keywords, OfDocument report) {
        keywords.items()
                .filter(item -> SEPARATOR.matcher(item.text().orElse("")).find())
                .takeWhile(item -> !report.full())
                .forEach(item -> report.warning(
                        rule,
                        item,
                        Quote.of(item.text().orElse("")) + " has a comma or semicolon",
                        "write each keyword on its own line"));
    }

    static void checkBullets(Node texts, OfDocument report) {
        BULLET_LISTS.forEach((member, rule) -> texts.member(member)
                .items()
                .filter(ListingTextRules::hasBullet)
                .takeWhile(item -> !report.full())
                .forEach(item -> report.warning(
                        rule,
                        item,
                        Quote.of(item.text().orElse("")) + " begins with a bullet",
                        "remove it, because the Store adds its own")));
    }

    private static boolean hasBullet(Node item) {
        return BULLET.matcher(item.text().orElse("")).matches();
    }

    static void checkObsolete(Node texts, OfDocument report) {
        MemberOwnership.obsoleteTexts().stream()
                .map(texts::member)
                .filter(Node::hasText)
                .forEach(member -> report.warning(
                        "TXT-19",
                        member,
                        "the API ignores " + member.name(),
                        "leave it out, and set it in Partner Center"));
        String website = texts.member("websiteUrl").text().orElse("").toLowerCase(Locale.ROOT);
        if (STORE_PAGES.stream().anyMatch(website::contains)) {
            report.warning(
                    "LST-06",
                    texts.member("websiteUrl"),
                    "the website is a page of the Store",
                    "use a page of your own");
        }
    }

    /** Checks a member whose name is a language code. */
    static void checkLanguage(String rule, Node member, OfDocument report) {
        if (!StoreLanguages.contains(member.name())) {
            String question = StoreLanguages.suggestion(member.name())
                    .map(code -> "; did you mean " + Quote.of(code) + "?")
                    .orElse("");
            String message = "the Store does not have the language " + Quote.of(member.name()) + question;
            report.error(rule, member, message, "use a code such as en-us, de-de or zh-hans");
        }
    }
}
