package io.github.storemaven.goal;

import io.github.storemaven.json.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** What a request to create an add-on has to hold (reference, section 5.14; listing rules ADD-01, 02, 06 and 08). */
final class AddonRequest {
    private static final List<String> TYPES = List.of("Durable", "Consumable");
    private static final String FORBIDDEN = "<>*%&:\\?+,;";

    private AddonRequest() {}

    static void check(JsonObject request, Problems problems) {
        Optional<String> productId = Members.text(request, "productId");
        if (productId.isEmpty()) {
            problems.add(
                    "The add-on's product id is missing: set store.addonProductId, or productId in store.addonFile");
        }
        productId
                .filter(id -> id.length() > 100 || id.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0))
                .ifPresent(id -> problems.add("store.addonProductId is \"" + id
                        + "\"; it has up to 100 characters and none of " + FORBIDDEN));
        Optional<String> type = Members.text(request, "productType");
        if (type.filter(TYPES::contains).isEmpty()) {
            problems.add("store.productType is "
                    + type.map(text -> "\"" + text + "\"").orElse("missing") + "; it can be "
                    + String.join(", ", TYPES));
        }
        if (application(request).isEmpty()) {
            problems.add("The add-on's app is missing: set store.applicationId, or applicationIds with one Store ID in"
                    + " store.addonFile");
        }
    }

    /** The one app that the add-on belongs to; empty where the request names none, or several. */
    static Optional<String> application(JsonObject request) {
        return Members.value(request, "applicationIds")
                .filter(JsonArray.class::isInstance)
                .map(value -> value.asJsonArray())
                .filter(ids -> ids.size() == 1 && ids.get(0) instanceof JsonString)
                .map(ids -> ids.getString(0))
                .filter(id -> id.matches("[0-9A-Za-z]{1,40}"));
    }
}
