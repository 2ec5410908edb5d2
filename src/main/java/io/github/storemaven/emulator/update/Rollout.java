package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;

/** A percentage from 0 to 100 (reference, appendix E). */
public final class Rollout {
    private static final BigDecimal MOST = new BigDecimal(100);

    private Rollout() {}

    static void check(JsonObject document) throws Refusal {
        JsonObject rollout = Json.object(Json.object(document, "packageDeliveryOptions"), "packageRollout");
        if (rollout.get("packageRolloutPercentage") instanceof JsonNumber number) {
            check(number.bigDecimalValue());
        }
    }

    /** Refuses what is no percentage. */
    public static BigDecimal check(BigDecimal percentage) throws Refusal {
        if (percentage.signum() < 0 || percentage.compareTo(MOST) > 0) {
            throw Refusal.invalidValue("packageRolloutPercentage", "The percentage must be from 0 to 100.");
        }
        return percentage;
    }
}
