package io.github.storemaven.document;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the order of a list means something, by the name of the list; each with its row of the reference. Customers see
 * the order of those that are ordered. A list that is not here keeps its order when it is compared with what is wanted; that
 * the Store returns it in another one is no loss.
 */
enum ListOrder {
    ORDERED,
    SET;

    private static final Map<String, ListOrder> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        add(ORDERED, "features", "6.12: shown one below the other");
        add(ORDERED, "minimumHardware", "6.12: shown one below the other");
        add(ORDERED, "recommendedHardware", "6.12: shown one below the other");
        add(ORDERED, "images", "6.13: the order in which they are shown");
        add(ORDERED, "trailers", "6.18: the order in which they are shown");
        add(SET, "applicationPackages", "6.19: told apart by version and architecture");
        add(SET, "flightPackages", "6.20: as for apps");
        add(SET, "hardwarePreferences", "6.7 and 7.8: what the app supports");
        add(SET, "keywords", "6.5 and 6.12: search terms, which nobody sees");
        add(SET, "genres", "6.17 and 7.10: one or more genres");
        add(SET, "markets", "6.10: where a price holds");
        add(SET, "languages", "6.19: read from the package");
        add(SET, "capabilities", "6.19: read from the package");
        add(SET, "targetDeviceFamilies", "6.19: read from the package");
    }

    /** Whether the order of the list with this member name means nothing. */
    static boolean isSet(String member) {
        return KNOWN.get(member) == SET;
    }

    /** Whether it means something. */
    static boolean isOrdered(String member) {
        return KNOWN.get(member) == ORDERED;
    }

    /** @param row of the reference, for those who read this table */
    private static void add(ListOrder order, String member, String row) {
        if (KNOWN.put(member, order) != null) {
            throw new IllegalStateException(member + " is there twice: " + row);
        }
    }
}
