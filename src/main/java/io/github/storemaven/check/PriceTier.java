package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.List;
import java.util.regex.Pattern;

/** The words for a price: rows PRC-04 to PRC-06. */
final class PriceTier {
    private static final List<String> BASE = List.of("Free", "NotAvailable");
    private static final List<String> MARKET = List.of("Base", "Free", "NotAvailable");
    private static final Pattern TIER = Pattern.compile("Tier([1-9][0-9]{0,8})");

    private PriceTier() {}

    static void checkBase(String price, Node node, Node advanced, DocumentReport report) {
        check("PRC-04", BASE, price, node, advanced, report);
    }

    static void checkMarket(String price, Node node, Node advanced, DocumentReport report) {
        check("PRC-06", MARKET, price, node, advanced, report);
    }

    private static void check(
            String rule, List<String> words, String price, Node node, Node advanced, DocumentReport report) {
        if (words.contains(price)) {
            return;
        }
        var tier = TIER.matcher(price);
        if (tier.matches()) {
            checkRange(Integer.parseInt(tier.group(1)), node, advanced, report);
        } else {
            String question = Closest.question(price, words);
            String allowed = String.join(", ", words) + " or Tier and a number";
            report.error(rule, node, Quote.of(price) + " is no price" + question, allowed);
        }
    }

    /** A warning alone, because the flag of the model is not reliable (field reports, 31). */
    private static void checkRange(int tier, Node node, Node advanced, DocumentReport report) {
        boolean original = tier >= 2 && tier <= 96;
        boolean expanded = tier >= 1012 && tier <= 1424;
        boolean fits = advanced.isTrue() ? expanded : advanced.isGiven() ? original : original || expanded;
        if (!fits) {
            String allowed = "Tier1012 to Tier1424 with isAdvancedPricingModel, else Tier2 to Tier96";
            report.warning("PRC-05", node, "Tier" + tier + " is outside the account's tiers", allowed);
        }
    }
}
