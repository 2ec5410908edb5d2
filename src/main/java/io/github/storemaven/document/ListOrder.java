package io.github.storemaven.document;

import java.util.Map;
import java.util.TreeMap;

/**
 * The lists of a document whose order means nothing, each with its row of the reference. In every other list (features,
 * required hardware, images, trailers) the order is what customers see.
 */
final class ListOrder {
    private static final Map<String, String> SETS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        SETS.put("applicationPackages", "6.19: told apart by version and architecture");
        SETS.put("flightPackages", "6.20: as for apps");
        SETS.put("hardwarePreferences", "6.7 and 7.8: what the app supports");
        SETS.put("keywords", "6.5 and 6.12: search terms, which nobody sees");
        SETS.put("genres", "6.17 and 7.10: one or more genres");
        SETS.put("markets", "6.10: where a price holds");
        SETS.put("languages", "6.19: read from the package");
        SETS.put("capabilities", "6.19: read from the package");
        SETS.put("targetDeviceFamilies", "6.19: read from the package");
    }

    private ListOrder() {}

    /** Whether the order of the list with this member name means nothing. */
    static boolean isSet(String member) {
        return SETS.containsKey(member);
    }
}
