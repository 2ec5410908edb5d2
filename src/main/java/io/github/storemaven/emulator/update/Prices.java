package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Prices: none given at all and {@code Base} are refused, a missing base price silently means free (field report 1). */
final class Prices {
    private static final String PRICING = "pricing";
    private static final String BASE_PRICE = "priceId";

    private Prices() {}

    static void check(JsonObject document) throws Refusal {
        if (!(document.get(PRICING) instanceof JsonObject pricing)) {
            throw Refusal.invalidValue(PRICING, "Pricing data was not provided in the request.");
        }
        if (Json.text(pricing, BASE_PRICE).equals("Base")) {
            throw Refusal.invalidValue(BASE_PRICE, "'Base' is not a valid PriceId for base price.");
        }
    }

    static JsonObject settled(JsonObject document) {
        if (!(document.get(PRICING) instanceof JsonObject pricing)) {
            return document;
        }
        boolean unset = pricing.getOrDefault(BASE_PRICE, JsonValue.NULL) == JsonValue.NULL;
        JsonObject priced = unset ? Json.with(pricing, BASE_PRICE, Json.text("Free")) : pricing;
        return Json.with(document, PRICING, Json.with(priced, "sales", JsonValue.EMPTY_JSON_ARRAY));
    }
}
