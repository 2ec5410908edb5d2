package io.github.storemaven.emulator;

import io.github.storemaven.emulator.commit.Identity;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Facts;
import io.github.storemaven.emulator.product.Maker;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Ranking;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.StatusDetails;
import io.github.storemaven.emulator.product.Step;
import io.github.storemaven.emulator.product.Submission;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Puts products into the catalog, published or not; whoever calls holds its monitor. */
record Seeding(Catalog catalog) {
    void add(ApplicationSeed seed) {
        Optional<JsonObject> document = seed.document().map(Kind.APPLICATION::adopt);
        JsonObject facts = Facts.application(seed.storeId(), seed.primaryName(), seed.reservedNames());
        boolean identified = !seed.packageIdentityName().isEmpty();
        Product product = catalog.add(
                Kind.APPLICATION,
                seed.storeId(),
                seed.storeId(),
                identified ? Identity.with(facts, seed.packageIdentityName(), seed.publisherName()) : facts);
        product.adoptIdentity(seed.adoptIdentity());
        publish(product, seed.isPublished(), document);
    }

    void add(AddonSeed seed) {
        Optional<JsonObject> document = seed.document().map(Kind.ADDON::adopt);
        String application = application(seed.applicationId());
        JsonObject facts = Facts.addon(seed.storeId(), seed.productId(), seed.productType(), application);
        publish(catalog.add(Kind.ADDON, seed.storeId(), application, facts), seed.isPublished(), document);
    }

    void add(FlightSeed seed) {
        Optional<JsonObject> document = seed.document().map(Kind.FLIGHT::adopt);
        String application = application(seed.applicationId());
        String below = Ranking.of(catalog, application).highest();
        JsonObject facts = Facts.flight(seed.flightId(), seed.friendlyName(), seed.groupIds(), below);
        publish(catalog.add(Kind.FLIGHT, seed.flightId(), application, facts), seed.isPublished(), document);
    }

    /** The app's id as the app has it, since a seed may write it in another case. */
    private String application(String id) {
        return catalog.find(id)
                .filter(product -> product.kind() == Kind.APPLICATION)
                .map(Product::id)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no app " + id + " in the embedded Store, add it first"));
    }

    private void publish(Product product, boolean published, Optional<JsonObject> document) {
        if (!published) {
            return;
        }
        JsonObject plain = document.orElseGet(() -> product.kind().builtIn());
        Submission submission =
                catalog.draft(product, Maker.API, SeedFiles.identified(plain, catalog.numbers()), Optional.empty());
        Step before = new Step(Status.PUBLISHING, catalog.now(), submission.details());
        Step live = new Step(Status.PUBLISHED, catalog.now(), StatusDetails.NONE);
        submission.enter(before, List.of(live), Optional.empty());
        catalog.find(product.id());
    }
}
