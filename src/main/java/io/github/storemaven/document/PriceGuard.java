package io.github.storemaven.document;

import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps a paid product from turning free, since the service takes a price that is null, absent or empty for free without a
 * word (field reports 1 and 31), and tells each change of a price apart from other changes (reference, section 6.10).
 */
public final class PriceGuard {
    private static final String PRICING = "/pricing/";
    private static final String MARKET = "/pricing/marketspecificpricings/";
    private static final String NOT_AVAILABLE = "NotAvailable";

    private PriceGuard() {}

    /** What is wrong with the price of a whole document that is about to be sent; empty where it is fine. */
    public static Optional<String> problem(JsonObject document) {
        Optional<String> price =
                Members.object(document, "pricing").flatMap(pricing -> Members.text(pricing, "priceId"));
        if (price.isEmpty()) {
            return Optional.of(
                    "its price (/pricing/priceId) is empty, and the Store would make the product free without"
                            + " a word. Set /pricing/priceId in submission.json, for example \"Free\" or \"Tier1012\"");
        }
        if (MemberOwnership.isUnsendablePrice(price.get())) {
            return Optional.of("its price (/pricing/priceId) is Base, which the Store returns for prices that are"
                    + " set per market and does not accept. Set one base price in Partner Center (Pricing and"
                    + " availability), or release this product there");
        }
        return Optional.empty();
    }

    /** A warning for each price that changes. */
    public static List<String> changes(List<Change> changes) {
        return changes.stream()
                .filter(change -> lower(change.path()).startsWith(PRICING))
                .map(PriceGuard::line)
                .toList();
    }

    private static String line(Change change) {
        String path = lower(change.path());
        if (path.startsWith(MARKET)) {
            String market = change.path().substring(MARKET.length());
            String loss = isNotAvailable(change) ? "; nobody in this market can get the product then" : "";
            return sentence("The price in the market " + market, "the base price", change) + loss;
        }
        return switch (path) {
            case "/pricing/priceid" ->
                sentence("The price", "none", change)
                        + (isNotAvailable(change) ? "; nobody can get the product then" : "");
            case "/pricing/trialperiod" -> sentence("The trial period", "none", change);
            default -> sentence("The pricing (" + change.path() + ")", "none", change);
        };
    }

    private static String sentence(String subject, String none, Change change) {
        return ForeignText.oneLine(
                subject + " changes: " + text(change.from(), none) + " -> " + text(change.to(), none));
    }

    private static boolean isNotAvailable(Change change) {
        return text(change.to(), "").equals(NOT_AVAILABLE);
    }

    private static String text(Optional<JsonValue> value, String none) {
        return value.map(some -> some instanceof JsonString text ? text.getString() : some.toString())
                .orElse(none);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
