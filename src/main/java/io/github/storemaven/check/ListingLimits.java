package io.github.storemaven.check;

import io.github.storemaven.check.TextLimit.ListLimit;
import io.github.storemaven.document.ProductType;
import java.util.List;
import java.util.OptionalInt;

/** How much the texts and lists of a listing may hold, for those who show how much of it is used. */
public final class ListingLimits {
    /** Of an image, in characters. */
    public static final int CAPTION = ListingTextRules.CAPTION.most();

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

    /** A text's length as the limits count it. */
    public static int length(String text) {
        return TextLimit.length(text);
    }

    private static List<TextLimit> texts(ProductType type) {
        return type == ProductType.ADDON ? AddonRules.TEXTS : ListingTextRules.TEXTS;
    }

    private static List<ListLimit> lists(ProductType type) {
        return type == ProductType.ADDON ? List.of(AddonRules.KEYWORDS) : ListingTextRules.LISTS;
    }
}
