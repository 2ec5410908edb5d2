package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a release changes in the price of an app or add-on: never one line among others (reference, section 6.10). */
final class PriceChanges {
    private static final String PRICING = "/pricing/";
    private static final String MARKET = "/pricing/marketspecificpricings/";
    private static final String NOT_AVAILABLE = "NotAvailable";

    private PriceChanges() {}

    /** A warning for each price that changes. */
    static List<String> lines(List<Change> changes) {
        return changes.stream()
                .filter(change -> lower(change.path()).startsWith(PRICING))
                .map(PriceChanges::line)
                .toList();
    }

    private static String line(Change change) {
        String path = lower(change.path());
        if (path.startsWith(MARKET)) {
            String market = change.path().substring(MARKET.length());
            String loss = isNotAvailable(change) ? "; nobody in this market can get the product then" : "";
            return told("The price in the market " + market, "the base price", change) + loss;
        }
        return switch (path) {
            case "/pricing/priceid" ->
                told("The price", "none", change) + (isNotAvailable(change) ? "; nobody can get the product then" : "");
            case "/pricing/trialperiod" -> told("The trial period", "none", change);
            default -> told("The pricing (" + change.path() + ")", "none", change);
        };
    }

    private static String told(String subject, String none, Change change) {
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
