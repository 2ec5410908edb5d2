package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Enumerations;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.document.RequestBody;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Facts;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Ranking;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Creates add-ons and flights, and refuses what is not allowed (reference 5.14, 5.17, 6.4). */
final class NewProducts {
    private static final int LONGEST_PRODUCT_ID = 100;

    private final Catalog catalog;
    private final Lookup lookup;
    private final StoreBehaviour behaviour;

    NewProducts(Catalog catalog, Lookup lookup, StoreBehaviour behaviour) {
        this.catalog = catalog;
        this.lookup = lookup;
        this.behaviour = behaviour;
    }

    Product addon(Asked asked) throws Refusal {
        JsonObject body = RequestBody.of("create-addon").accept(asked.body());
        List<String> applications = RequestBody.texts(body, "applicationIds");
        String productId = Json.text(body, "productId");
        String type = Json.text(body, "productType");
        if (applications.size() != 1) {
            throw Refusal.invalidValue("applicationIds", "Exactly one application id is needed.");
        }
        if (productId.isBlank()
                || productId.length() > LONGEST_PRODUCT_ID
                || productId.matches(".*[<>*%&:\\\\?+,;].*")) {
            throw Refusal.invalidValue(
                    "productId", "The productId is missing, too long or has a character that is not allowed.");
        }
        if (!Enumerations.has("productType", type)) {
            throw Refusal.invalidValue("productType", "The productType must be one of Durable, Consumable.");
        }
        Product application = lookup.product(applications.get(0), Kind.APPLICATION);
        requireUnused(application, productId);
        String id = catalog.freshStoreId();
        return catalog.add(Kind.ADDON, id, application.id(), Facts.addon(id, productId, type, application.id()));
    }

    private void requireUnused(Product application, String productId) throws Refusal {
        boolean used = catalog.all(Kind.ADDON, application.id()).stream()
                .anyMatch(addon -> Json.text(addon.facts(), "productId").equals(productId));
        if (used) {
            throw Refusal.invalidState("productId", "The productId '" + productId + "' is in use already.");
        }
    }

    Product flight(Asked asked) throws Refusal {
        Product application = lookup.product(asked.application(), Kind.APPLICATION);
        JsonObject body = RequestBody.of("create-flight").accept(asked.body());
        List<String> groups = RequestBody.texts(body, "groupIds");
        if (behaviour.on(Switch.FLIGHT_NEEDS_GROUP)
                && (groups.isEmpty() || application.published().isEmpty())) {
            throw Refusal.invalidState("flight", "A flight needs a group and a published submission of its app.");
        }
        String id = UUID.randomUUID().toString();
        String name = Json.text(body, "friendlyName").isBlank()
                ? "Flight " + id.substring(0, 8)
                : Json.text(body, "friendlyName");
        Ranking ranking = Ranking.of(catalog, application.id());
        if (ranking.find(name).isPresent()) {
            throw Refusal.invalidState("friendlyName", "There is a flight '" + name + "' already.");
        }
        String below = below(ranking, Json.text(body, "rankHigherThan"));
        ranking.insert(name, below);
        return catalog.add(Kind.FLIGHT, id, application.id(), Facts.flight(id, name, groups, below));
    }

    /** Without a flight named, the new one ranks highest. */
    private static String below(Ranking ranking, String asked) throws Refusal {
        if (asked.isBlank()) {
            return ranking.highest();
        }
        return ranking.find(asked)
                .orElseThrow(() -> Refusal.invalidValue("rankHigherThan", "There is no flight '" + asked + "'."));
    }
}
