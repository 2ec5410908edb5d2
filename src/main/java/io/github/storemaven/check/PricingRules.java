package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Node;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Prices, which the service takes away in silence when a document says them wrong: listing rules, section 10. */
final class PricingRules {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Kosovo, a market of the Store that ISO 3166 leaves to its users. */
    private static final String KOSOVO = "XK";

    private static final List<String> BASE_WORDS = List.of("Free", "NotAvailable");
    private static final List<String> MARKET_WORDS = List.of("Base", "Free", "NotAvailable");
    private static final Pattern TIER = Pattern.compile("Tier([1-9][0-9]{0,8})");

    private PricingRules() {}

    static void check(Node document, OfDocument report) {
        Node pricing = document.member("pricing");
        if (pricing.isNull()) {
            report.error("PRC-02", pricing, "null removes the pricing", "delete this line to keep it");
        }
        Node advanced = pricing.member("isAdvancedPricingModel");
        checkPriceId(pricing.member("priceId"), advanced, report);
        checkTrial(pricing, report);
        checkSales(pricing.member("sales"), report);
        pricing.member("marketSpecificPricings")
                .members()
                .takeWhile(market -> !report.full())
                .forEach(market -> {
                    checkMarket(market, report);
                    market.text().ifPresent(price -> checkMarketTier(price, market, advanced, report));
                });
    }

    /** An app whose price is missing becomes free without a word. */
    private static void checkPriceId(Node priceId, Node advanced, OfDocument report) {
        boolean empty = priceId.text().filter(String::isBlank).isPresent();
        if (priceId.isNull() || empty) {
            report.error(
                    "PRC-01",
                    priceId,
                    "the price is " + (empty ? "empty" : "null") + ", which would make the product free",
                    "set it to Free, NotAvailable or a tier, or delete it to keep the price");
        } else if (priceId.text().filter(MemberOwnership::isUnsendablePrice).isPresent()) {
            report.error(
                    "PRC-03",
                    priceId,
                    "the Store does not take Base as the base price",
                    "set it to Free, NotAvailable or a tier");
        } else {
            priceId.text().ifPresent(price -> checkBaseTier(price, priceId, advanced, report));
        }
    }

    private static void checkTrial(Node pricing, OfDocument report) {
        Node trial = pricing.member("trialPeriod");
        if (pricing.member("priceId").is("Free") && trial.hasText() && !trial.is("NoFreeTrial")) {
            report.warning("PRC-08", trial, "the free product has a trial period", "set it to NoFreeTrial");
        }
    }

    private static void checkSales(Node sales, OfDocument report) {
        boolean filled = sales.isGiven() && !(sales.value() instanceof JsonArray array && array.isEmpty());
        if (filled) {
            report.warning("PRC-09", sales, "the API ignores sales", "delete it, and make sales in Partner Center");
        }
    }

    private static void checkMarket(Node market, OfDocument report) {
        String code = market.name();
        if (!COUNTRIES.contains(code) && !code.equals(KOSOVO)) {
            String upper = code.toUpperCase(Locale.ROOT);
            String meant = COUNTRIES.contains(upper) ? "; did you mean " + Quote.of(upper) + "?" : "";
            report.error(
                    "PRC-06",
                    market,
                    Quote.of(code) + " is not a market" + meant,
                    "use a country code of two capital letters");
        }
    }

    static void checkBaseTier(String price, Node node, Node advanced, OfDocument report) {
        checkTier("PRC-04", BASE_WORDS, price, node, advanced, report);
    }

    static void checkMarketTier(String price, Node node, Node advanced, OfDocument report) {
        checkTier("PRC-06", MARKET_WORDS, price, node, advanced, report);
    }

    private static void checkTier(
            String rule, List<String> words, String price, Node node, Node advanced, OfDocument report) {
        if (words.contains(price)) {
            return;
        }
        var tier = TIER.matcher(price);
        if (tier.matches()) {
            checkRange(Integer.parseInt(tier.group(1)), node, advanced, report);
        } else {
            String joined = price.replaceAll("[\\s_-]", "");
            String question = TIER.matcher(joined).matches()
                    ? "; did you mean " + Quote.of(joined) + "?"
                    : Quote.didYouMean(price, words);
            String remedy = "use " + String.join(", ", words) + " or Tier and a number";
            report.error(rule, node, Quote.of(price) + " is not a price" + question, remedy);
        }
    }

    /** Only a warning, because the flag of the model is not reliable (field reports, 31). */
    private static void checkRange(int tier, Node node, Node advanced, OfDocument report) {
        boolean original = tier >= 2 && tier <= 96;
        boolean expanded = tier >= 1012 && tier <= 1424;
        boolean fits = advanced.isTrue() ? expanded : advanced.isGiven() ? original : original || expanded;
        if (!fits) {
            String remedy = "use Tier1012 to Tier1424 with isAdvancedPricingModel, else Tier2 to Tier96";
            report.warning("PRC-05", node, "Tier" + tier + " is outside the account's tiers", remedy);
        }
    }
}
