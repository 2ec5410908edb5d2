package io.github.storemaven.emulator;

import io.github.storemaven.emulator.commit.Identity;
import io.github.storemaven.emulator.document.Json;
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
        requireSubmission(Kind.APPLICATION, seed.document());
        JsonObject facts = Facts.application(seed.storeId(), seed.primaryName(), seed.reservedNames());
        boolean identified = !seed.packageIdentityName().isEmpty();
        Product product = catalog.add(
                Kind.APPLICATION,
                seed.storeId(),
                seed.storeId(),
                identified ? Identity.with(facts, seed.packageIdentityName(), seed.publisherName()) : facts);
        product.adoptIdentity(seed.adoptIdentity());
        publish(product, seed.isPublished(), seed.document());
    }

    void add(AddonSeed seed) {
        requireSubmission(Kind.ADDON, seed.document());
        requireApplication(seed.applicationId());
        JsonObject facts = Facts.addon(seed.storeId(), seed.productId(), seed.productType(), seed.applicationId());
        publish(
                catalog.add(Kind.ADDON, seed.storeId(), seed.applicationId(), facts),
                seed.isPublished(),
                seed.document());
    }

    void add(FlightSeed seed) {
        requireSubmission(Kind.FLIGHT, seed.document());
        requireApplication(seed.applicationId());
        String below = Ranking.of(catalog, seed.applicationId()).highest();
        JsonObject facts = Facts.flight(seed.flightId(), seed.friendlyName(), seed.groupIds(), below);
        publish(
                catalog.add(Kind.FLIGHT, seed.flightId(), seed.applicationId(), facts),
                seed.isPublished(),
                seed.document());
    }

    private void requireApplication(String id) {
        if (catalog.find(id)
                .filter(product -> product.kind() == Kind.APPLICATION)
                .isEmpty()) {
            throw new IllegalArgumentException("there is no app " + id + " in the embedded Store, add it first");
        }
    }

    private static void requireSubmission(Kind kind, Optional<JsonObject> document) {
        if (document.isPresent()) {
            String problem = kind.problem(document.get());
            if (!problem.isEmpty()) {
                throw new IllegalArgumentException(
                        "this is no published document of kind " + kind.word() + ": " + problem);
            }
        }
    }

    private void publish(Product product, boolean published, Optional<JsonObject> document) {
        if (!published) {
            return;
        }
        JsonObject plain = Json.without(document.orElseGet(() -> product.kind().builtIn()), Kind.OWNED);
        Submission submission =
                catalog.draft(product, Maker.API, SeedFiles.identified(plain, catalog.numbers()), Optional.empty());
        Step before = new Step(Status.PUBLISHING, catalog.now(), submission.details());
        Step live = new Step(Status.PUBLISHED, catalog.now(), StatusDetails.NONE);
        submission.enter(before, List.of(live), Optional.empty());
        catalog.find(product.id());
    }
}
