package io.github.storemaven.submission;

import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Keeps a paid product from turning free: the service takes a price that is null, absent or empty for free and says
 * nothing (design, section 3; field reports 1 and 31).
 */
final class PriceGuard {
    private PriceGuard() {}

    /** What is wrong with the price of a whole document that is about to be sent; empty where it is fine. */
    static Optional<String> refuseDocument(JsonObject document) {
        Optional<String> price =
                Members.object(document, "pricing").flatMap(pricing -> Members.text(pricing, "priceId"));
        if (price.isEmpty()) {
            return Optional.of(
                    "its price (/pricing/priceId) is empty, and the Store would make the product free without"
                            + " a word. Set /pricing/priceId in submission.json, for example \"Free\" or \"Tier1012\"");
        }
        if (price.get().equals("Base")) {
            return Optional.of("its price (/pricing/priceId) reads Base, which the Store hands out for prices that are"
                    + " set per market and refuses to take back. Set one base price in Partner Center (Pricing and"
                    + " availability), or release this product there");
        }
        return Optional.empty();
    }
}
