package io.github.storemaven.check;

import io.github.storemaven.check.TextLimit.ListLimit;
import io.github.storemaven.document.ProductType;
import java.util.List;
import java.util.OptionalInt;

/** How much the texts and lists of a listing may hold: listing rules, sections 1, 2 and 13.2. */
public final class ListingLimits {
    /** In characters. Partner Center's page allows 40, and the API refuses more than 30 (listing rules, TXT-05). */
    static final int MAX_KEYWORD_LENGTH = 30;

    static final List<TextLimit> TEXTS = List.of(
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
    static final List<ListLimit> LISTS = List.of(
            new ListLimit("TXT-04", "features", 20, 200),
            new ListLimit("TXT-05", "keywords", 7, MAX_KEYWORD_LENGTH),
            new ListLimit("TXT-14", "recommendedHardware", 11, 200),
            new ListLimit("TXT-15", "minimumHardware", 11, 200));
    static final TextLimit CAPTION = TextLimit.error("TXT-16", "description", 200);
    static final ListLimit ADDON_KEYWORDS = new ListLimit("ADD-24", "keywords", 10, MAX_KEYWORD_LENGTH);
    static final TextLimit ADDON_TAG = TextLimit.error("ADD-25", "tag", 3000);
    static final TextLimit ADDON_TITLE = TextLimit.error("ADD-27", "title", 100);
    static final TextLimit ADDON_DESCRIPTION = TextLimit.error("ADD-28", "description", 200);
    private static final List<TextLimit> ADDON_TEXTS = List.of(ADDON_TAG, ADDON_TITLE, ADDON_DESCRIPTION);

    private ListingLimits() {}

    /** The longest that a text, or an item of a list, may be; empty where no limit is known. */
    public static OptionalInt characters(ProductType type, String member) {
        OptionalInt text = texts(type).stream()
                .filter(limit -> limit.member().equals(member))
                .mapToInt(TextLimit::most)
                .findFirst();
        return text.isPresent()
                ? text
                : lists(type).stream()
                        .filter(limit -> limit.member().equals(member))
                        .mapToInt(ListLimit::mostCharacters)
                        .findFirst();
    }

    /** How many items a list may have; empty for what is no list. */
    public static OptionalInt items(ProductType type, String member) {
        return lists(type).stream()
                .filter(limit -> limit.member().equals(member))
                .mapToInt(ListLimit::mostItems)
                .findFirst();
    }

    /** The longest caption of an image, in characters. */
    public static int captionCharacters() {
        return CAPTION.most();
    }

    /** A text's length as the limits count it. */
    public static int length(String text) {
        return TextLimit.length(text);
    }

    private static List<TextLimit> texts(ProductType type) {
        return type == ProductType.ADDON ? ADDON_TEXTS : TEXTS;
    }

    private static List<ListLimit> lists(ProductType type) {
        return type == ProductType.ADDON ? List.of(ADDON_KEYWORDS) : LISTS;
    }
}
