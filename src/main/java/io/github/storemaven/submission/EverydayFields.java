package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/** The fields that are set often enough to be parameters, as a patch on a document. */
public final class EverydayFields {
    private final JsonObjectBuilder patch = Json.PROVIDER.createObjectBuilder();

    /** A text member of the document's top level; empty where it is not set. */
    public EverydayFields text(String member, Optional<String> value) {
        value.ifPresent(text -> patch.add(member, text));
        return this;
    }

    /** The percentage of customers who get the new packages; 100 means no gradual rollout (reference, section 11). */
    public EverydayFields rollout(Optional<BigDecimal> percentage) {
        percentage.ifPresent(percent -> patch.add("packageDeliveryOptions", delivery(percent)));
        return this;
    }

    public JsonObject patch() {
        return patch.build();
    }

    private static JsonObject delivery(BigDecimal percent) {
        boolean gradual = percent.compareTo(BigDecimal.valueOf(100)) < 0;
        return Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "packageRollout",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("isPackageRollout", gradual)
                                .add("packageRolloutPercentage", gradual ? percent : new BigDecimal("0.0")))
                .build();
    }
}
