package io.github.storemaven.check;

import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Node;
import jakarta.json.JsonArray;
import java.util.Locale;
import java.util.Set;

/** Prices, which the service takes away in silence when a document says them wrong: listing rules, section 10. */
final class PricingRules {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Kosovo, a market of the Store that ISO 3166 leaves to its users. */
    private static final String KOSOVO = "XK";

    private PricingRules() {}

    static void check(Node document, DocumentReport report) {
        Node pricing = document.member("pricing");
        if (pricing.isNull()) {
            report.error("PRC-02", pricing, "the pricing would go", "leave it out to keep the price");
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
                    market.text().ifPresent(price -> PriceTier.checkMarket(price, market, advanced, report));
                });
    }

    /** An app whose price is missing becomes free without a word. */
    private static void checkPriceId(Node priceId, Node advanced, DocumentReport report) {
        boolean empty = priceId.text().filter(String::isBlank).isPresent();
        if (priceId.isNull() || empty) {
            report.error(
                    "PRC-01",
                    priceId,
                    "the price is " + (empty ? "empty" : "null") + ", which would make the product free",
                    "Free, NotAvailable or a tier; leave it out to keep the price");
        } else if (priceId.text().filter(MemberOwnership::isUnsendablePrice).isPresent()) {
            report.error("PRC-03", priceId, "Base is refused as the base price", "Free, NotAvailable or a tier");
        } else {
            priceId.text().ifPresent(price -> PriceTier.checkBase(price, priceId, advanced, report));
        }
    }

    private static void checkTrial(Node pricing, DocumentReport report) {
        Node trial = pricing.member("trialPeriod");
        if (pricing.member("priceId").is("Free") && trial.hasText() && !trial.is("NoFreeTrial")) {
            report.warning("PRC-08", trial, "a free product has a trial period", "NoFreeTrial");
        }
    }

    private static void checkSales(Node sales, DocumentReport report) {
        boolean filled = sales.isGiven() && !(sales.value() instanceof JsonArray array && array.isEmpty());
        if (filled) {
            report.warning("PRC-09", sales, "the API ignores sales", "leave it out; sales are made in Partner Center");
        }
    }

    private static void checkMarket(Node market, DocumentReport report) {
        String code = market.name();
        if (!COUNTRIES.contains(code) && !code.equals(KOSOVO)) {
            String upper = code.toUpperCase(Locale.ROOT);
            String meant = COUNTRIES.contains(upper) ? "; did you mean " + Quote.of(upper) + "?" : "";
            report.error(
                    "PRC-06", market, Quote.of(code) + " is no market" + meant, "country codes of two capital letters");
        }
    }
}
