package io.github.storemaven.submission;

import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Keeps a paid product from turning free: the service takes a price that is null, absent or empty for free and says
 * nothing (design, section 3; field reports 1 and 31).
 */
final class PriceGuard {
    private PriceGuard() {}

    /** What is wrong with the price of a patch, found without the Store; empty where it is fine. */
    static Optional<String> refusePatch(JsonObject patch) {
        String pricing = Members.nameIn(patch, "pricing");
        if (!patch.containsKey(pricing)) {
            return Optional.empty();
        }
        if (!(patch.get(pricing) instanceof JsonObject prices)) {
            return Optional.of(
                    "/pricing is no object, which would make the product free without a word; leave it out to"
                            + " keep the price");
        }
        String priceId = Members.nameIn(prices, "priceId");
        return prices.containsKey(priceId) ? refusePatched(prices.get(priceId)) : Optional.empty();
    }

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

    private static Optional<String> refusePatched(JsonValue priceId) {
        if (priceId instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString().equals("Base")
                    ? Optional.of(
                            "/pricing/priceId is \"Base\", which the Store refuses as a base price; name a tier or"
                                    + " leave it out to keep the price")
                    : Optional.empty();
        }
        return Optional.of(
                "/pricing/priceId is empty, which would make the product free without a word; leave it out to"
                        + " keep the price, or write \"Free\"");
    }
}
