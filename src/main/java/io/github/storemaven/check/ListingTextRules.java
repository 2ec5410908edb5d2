package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;
import java.util.Optional;

/** The limits of an app's listing texts: listing rules, section 1. */
final class ListingTextRules {
    private static final List<TextLimit> TEXTS = List.of(
            TextLimit.error("TXT-01", "description", 10_000),
            TextLimit.error("TXT-02", "title", 256),
            TextLimit.error("TXT-03", "releaseNotes", 1500),
            TextLimit.error("TXT-07", "shortDescription", 1000),
            TextLimit.error("TXT-08", "shortTitle", 50),
            TextLimit.error("TXT-09", "sortTitle", 255),
            TextLimit.error("TXT-10", "voiceTitle", 255),
            TextLimit.error("TXT-11", "devStudio", 255),
            TextLimit.error("TXT-12", "copyrightAndTrademarkInfo", 200),
            TextLimit.error("TXT-13", "licenseTerms", 10_000));
    private static final List<ListLimit> LISTS = List.of(
            new ListLimit("TXT-04", "features", 20, 200),
            new ListLimit("TXT-05", "keywords", 7, KeywordRules.MAX_LENGTH),
            new ListLimit("TXT-14", "recommendedHardware", 11, 200),
            new ListLimit("TXT-15", "minimumHardware", 11, 200));
    private static final TextLimit CAPTION = TextLimit.error("TXT-16", "description", 200);
    private static final int SHOWN_OF_SHORT_DESCRIPTION = 270;

    private ListingTextRules() {}

    /** Checks a base listing or the texts of a platform. */
    static void check(Node texts, DocumentReport report) {
        TEXTS.forEach(limit -> limit.checkMember(texts, report));
        LISTS.forEach(limit -> limit.checkMember(texts, report));
        texts.member("images").items().forEach(image -> CAPTION.checkMember(image, report));
        checkCleared(texts.member("description"), report);
        checkTitle(texts.member("title"), report);
        checkShown(texts.member("shortDescription"), report);
        MarkupRules.check(texts, report);
        KeywordRules.check(texts.member("keywords"), report);
        BulletRules.check(texts, report);
        ObsoleteTextRules.check(texts, report);
    }

    /** A patch that takes the description away; one that says nothing about it is fine. */
    private static void checkCleared(Node description, DocumentReport report) {
        boolean cleared = description.isNull()
                || description.text().filter(String::isBlank).isPresent();
        if (cleared) {
            report.error("TXT-01", description, "the description is empty", "a text in each language");
        }
    }

    private static void checkTitle(Node title, DocumentReport report) {
        Optional<String> emoji = title.text().flatMap(Emoji::first);
        if (emoji.isPresent()) {
            report.error("TXT-02", title, "the title has the emoji " + emoji.get(), "one of the reserved names");
        }
        checkOneLine("TXT-02", title, report);
    }

    /** The last line end of a file is none of its text. */
    static void checkOneLine(String rule, Node text, DocumentReport report) {
        if (text.text().filter(one -> one.lines().limit(2).count() > 1).isPresent()) {
            report.error(rule, text, "the " + text.name() + " has several lines", "one line");
        }
    }

    private static void checkShown(Node text, DocumentReport report) {
        int length = text.text().orElse("").length();
        if (length > SHOWN_OF_SHORT_DESCRIPTION && length <= 1000) {
            report.warning("TXT-07", text, "some views show the first 270 of " + length + " characters", "270 or less");
        }
    }
}
