package io.github.storemaven.emulator.document;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The enumerations of reference section 7 and appendices A and B, by name; values are case-sensitive (4.4). */
public final class Enumerations {
    /** An app that is no game may hold one element with its category (6.11). */
    private static final String GENRE_OR_CATEGORY = "genreOrCategory";

    private static final String PRICE_TIER = "priceTier";
    private static final Map<String, List<String>> VALUES = read();

    private Enumerations() {}

    /** Whether an enumeration has the value, exactly so written. */
    public static boolean has(String enumeration, String value) {
        return switch (enumeration) {
            case PRICE_TIER -> isPriceTier(value);
            case GENRE_OR_CATEGORY -> has("genre", value) || has("applicationCategory", value);
            default -> VALUES.get(enumeration).contains(value);
        };
    }

    /** The values, for a message. */
    public static String list(String enumeration) {
        if (enumeration.equals(GENRE_OR_CATEGORY)) {
            return list("genre");
        }
        return enumeration.equals(PRICE_TIER)
                ? "Base, NotAvailable, Free, Tier2 to Tier96, Tier1012 to Tier1424"
                : String.join(", ", VALUES.get(enumeration));
    }

    /** Whether the Store knows the language of a listing, in any case (appendix B). */
    public static boolean isLanguage(String code) {
        return Languages.KNOWN.contains(code);
    }

    /** Both sets of reference 7.11 are accepted, see row 17 of section 14. */
    private static boolean isPriceTier(String value) {
        if (List.of("Base", "NotAvailable", "Free").contains(value)) {
            return true;
        }
        if (!value.matches("Tier[1-9]\\d{0,3}")) {
            return false;
        }
        int tier = Integer.parseInt(value.substring("Tier".length()));
        return (tier >= 2 && tier <= 96) || (tier >= 1012 && tier <= 1424);
    }

    private static Map<String, List<String>> read() {
        JsonObject all = Json.resource(Enumerations.class, "enumerations.json");
        Map<String, List<String>> values = new TreeMap<>();
        all.keySet().forEach(name -> values.put(name, Json.strings(all, name)));
        return Map.copyOf(values);
    }

    private static final class Languages {
        static final Set<String> KNOWN = known();

        private static Set<String> known() {
            Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            VALUES.get("language").forEach(code -> codes.add(code.toLowerCase(Locale.ROOT)));
            return codes;
        }
    }
}
