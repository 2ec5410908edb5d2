package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Maker;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Ranking;
import io.github.storemaven.emulator.web.Answer;
import jakarta.json.JsonObject;
import java.util.List;

/** Lists, reads, creates and deletes products (reference 5.1 to 5.4, 5.12 to 5.15, 5.17 to 5.19). */
final class ProductCalls {
    private static final int ALL = 1_000_000;

    private final Catalog catalog;
    private final Lookup lookup;
    private final Views views;
    private final Uploads uploads;
    private final Drafts drafts;
    private final NewProducts fresh;
    private final StoreBehaviour behaviour;

    ProductCalls(Catalog catalog, Uploads uploads, Drafts drafts, StoreBehaviour behaviour) {
        this.catalog = catalog;
        this.lookup = new Lookup(catalog);
        this.views = new Views(uploads);
        this.uploads = uploads;
        this.drafts = drafts;
        this.behaviour = behaviour;
        this.fresh = new NewProducts(catalog, lookup, behaviour);
    }

    Answer get(Asked asked) throws Refusal {
        return Answer.json(200, shown(lookup.product(asked)).toString());
    }

    private JsonObject shown(Product product) {
        return Json.without(views.product(product), List.of("reservedNames"));
    }

    Answer applications(Asked asked) throws Refusal {
        return new Paging("applications", 10).page(asked, views(catalog.all(Kind.APPLICATION)));
    }

    Answer addons(Asked asked) throws Refusal {
        return new Paging("inappproducts/", ALL).page(asked, views(catalog.all(Kind.ADDON)));
    }

    Answer flights(Asked asked) throws Refusal {
        Product application = lookup.product(asked);
        String path = "applications/" + application.id() + "/listflights/";
        return new Paging(path, ALL).page(asked, views(catalog.all(Kind.FLIGHT, application.id())));
    }

    Answer addonsOfApplication(Asked asked) throws Refusal {
        Product application = lookup.product(asked);
        String path = "applications/" + application.id() + "/listinappproducts/";
        List<JsonObject> references = catalog.all(Kind.ADDON, application.id()).stream()
                .map(addon -> Json.object().add("inAppProductId", addon.id()).build())
                .toList();
        return new Paging(path, ALL).page(asked, references);
    }

    private List<JsonObject> views(List<Product> products) {
        return products.stream().map(this::shown).toList();
    }

    Answer createAddon(Asked asked) throws Refusal {
        return Answer.json(201, shown(fresh.addon(asked)).toString());
    }

    Answer createFlight(Asked asked) throws Refusal {
        Product flight = fresh.flight(asked);
        if (behaviour.on(Switch.FLIGHT_WITH_SUBMISSION)) {
            drafts.create(flight, Maker.API, drafts.start(flight));
        }
        return Answer.json(201, shown(flight).toString());
    }

    Answer deleteAddon(Asked asked) throws Refusal {
        Product addon = lookup.product(asked);
        if (addon.published().isPresent()) {
            throw Refusal.invalidState("inAppProduct", "The add-on was published, it cannot be deleted.");
        }
        return delete(addon);
    }

    Answer deleteFlight(Asked asked) throws Refusal {
        Product flight = lookup.product(asked);
        if (flight.pending().isPresent() && !flight.isUntouched()) {
            throw Refusal.invalidState("flight", "The flight has a submission in progress, it cannot be deleted.");
        }
        lookup.application(flight).rememberPackages(flight.packages());
        Ranking.of(catalog, flight.applicationId()).remove(flight);
        return delete(flight);
    }

    private Answer delete(Product product) {
        product.pending().ifPresent(uploads::delete);
        catalog.remove(product);
        return Answer.empty(204);
    }
}
