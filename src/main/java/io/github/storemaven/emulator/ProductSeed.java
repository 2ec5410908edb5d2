package io.github.storemaven.emulator;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.FlightRanking;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.ProductResource;
import io.github.storemaven.emulator.catalog.StatusDetails;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.catalog.SubmissionStatus;
import io.github.storemaven.emulator.document.FileEntries;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A product that comes into being, published or not. */
public sealed interface ProductSeed {
    /** Whether it has a published submission. */
    boolean isPublished();

    /** What is published, as GET submission returns it; built in when empty. */
    Optional<JsonObject> document();

    /**
     * Puts the product into the catalog, whose lock the caller holds.
     *
     * @throws IllegalArgumentException when the id is taken, the app is not there, or the document is none of its type
     */
    Product addTo(Catalog catalog);

    private static Product publish(
            ProductSeed seed, Catalog catalog, ProductType type, Function<Catalog, Product> added) {
        Optional<JsonObject> given = seed.document().map(type::adopt);
        Product product = added.apply(catalog);
        if (seed.isPublished()) {
            JsonObject document = withIds(given.orElseGet(type::builtIn), catalog);
            Submission submission = catalog.addPending(product, Submission.Origin.API, document, Optional.empty());
            Submission.Step before =
                    new Submission.Step(SubmissionStatus.PUBLISHING, catalog.now(), submission.details());
            Submission.Step live = new Submission.Step(SubmissionStatus.PUBLISHED, catalog.now(), StatusDetails.NONE);
            submission.enter(before, List.of(live), Optional.empty());
            catalog.find(product.id());
        }
        return product;
    }

    /** The files of a document as uploaded ones, each with an id. */
    private static JsonObject withIds(JsonObject document, Catalog catalog) {
        return FileEntries.replace(
                document,
                entry -> FileEntries.isPendingDelete(entry)
                        ? Optional.empty()
                        : Optional.of(withId(FileEntries.uploaded(entry), catalog)));
    }

    private static JsonObject withId(JsonObject entry, Catalog catalog) {
        if (!Json.text(entry, "id").isEmpty()) {
            return entry;
        }
        return switch (FileEntries.FileKind.of(entry)) {
            case PACKAGE -> Json.with(entry, "id", Json.text(catalog.newPackageId()));
            case IMAGE -> Json.with(entry, "id", Json.text(catalog.newFileId()));
            case ICON -> entry;
        };
    }

    /** The app's id as the app has it, since a seed may write it in another case. */
    private static String application(Catalog catalog, String id) {
        return catalog.find(id)
                .filter(product -> product.type() == ProductType.APPLICATION)
                .map(Product::id)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no app " + id + " in the embedded Store, add it first"));
    }

    /**
     * An app. Start from {@link #published} or {@link #unpublished} and refine with the others.
     *
     * @param storeId 12 upper-case characters that start with 9
     * @param primaryName the reserved name
     * @param packageIdentityName the manifest's {@code Identity/@Name}; empty to accept any
     * @param publisherName the manifest's {@code Identity/@Publisher}; empty to accept any
     * @param adoptIdentity whether the first package that comes decides name and publisher
     * @param reservedNames the titles that a listing may have; empty to accept any
     * @param isPublished whether it has a published submission
     * @param document what is published, as GET submission returns it; built in when empty
     */
    record ApplicationSeed(
            String storeId,
            String primaryName,
            String packageIdentityName,
            String publisherName,
            boolean adoptIdentity,
            List<String> reservedNames,
            boolean isPublished,
            Optional<JsonObject> document)
            implements ProductSeed {
        public ApplicationSeed {
            reservedNames = List.copyOf(reservedNames);
        }

        /** A published app with the built-in document, which takes the identity of the first package. */
        public static ApplicationSeed published(String storeId) {
            return new ApplicationSeed(storeId, "Embedded " + storeId, "", "", true, List.of(), true, Optional.empty());
        }

        /** An app of which nothing was ever published. */
        public static ApplicationSeed unpublished(String storeId) {
            return new ApplicationSeed(
                    storeId, "Embedded " + storeId, "", "", true, List.of(), false, Optional.empty());
        }

        /** The same app with the identity that its packages must have. */
        public ApplicationSeed identity(String identityName, String publisher) {
            return new ApplicationSeed(
                    storeId, primaryName, identityName, publisher, false, reservedNames, isPublished, document);
        }

        /** The same app, whose listings may have these titles only. */
        public ApplicationSeed reserved(String... names) {
            return new ApplicationSeed(
                    storeId,
                    primaryName,
                    packageIdentityName,
                    publisherName,
                    adoptIdentity,
                    List.of(names),
                    isPublished,
                    document);
        }

        /** The same app, published with a document as GET submission returns it. */
        public ApplicationSeed document(JsonObject submission) {
            return new ApplicationSeed(
                    storeId,
                    primaryName,
                    packageIdentityName,
                    publisherName,
                    adoptIdentity,
                    reservedNames,
                    true,
                    Optional.of(submission));
        }

        @Override
        public Product addTo(Catalog catalog) {
            return ProductSeed.publish(this, catalog, ProductType.APPLICATION, this::add);
        }

        private Product add(Catalog catalog) {
            JsonObject members = ProductResource.application(storeId, primaryName, reservedNames);
            JsonObject identified = packageIdentityName.isEmpty()
                    ? members
                    : ProductResource.withIdentity(members, packageIdentityName, publisherName);
            Product product = catalog.add(ProductType.APPLICATION, storeId, storeId, identified);
            product.adoptIdentity(adoptIdentity);
            return product;
        }
    }

    /**
     * An add-on.
     *
     * @param storeId 12 upper-case characters that start with 9
     * @param productId the developer's identifier
     * @param addonType {@code Durable} or {@code Consumable}
     * @param applicationId of an app that is there already
     * @param isPublished whether it has a published submission
     * @param document what is published, as GET submission returns it; built in when empty
     */
    record AddonSeed(
            String storeId,
            String productId,
            String addonType,
            String applicationId,
            boolean isPublished,
            Optional<JsonObject> document)
            implements ProductSeed {
        /** A published durable with the built-in document. */
        public static AddonSeed published(String storeId, String productId, String applicationId) {
            return new AddonSeed(storeId, productId, "Durable", applicationId, true, Optional.empty());
        }

        /** A durable of which nothing was ever published. */
        public static AddonSeed unpublished(String storeId, String productId, String applicationId) {
            return new AddonSeed(storeId, productId, "Durable", applicationId, false, Optional.empty());
        }

        /** The same add-on, published with a document as GET submission returns it. */
        public AddonSeed document(JsonObject submission) {
            return new AddonSeed(storeId, productId, addonType, applicationId, true, Optional.of(submission));
        }

        @Override
        public Product addTo(Catalog catalog) {
            return ProductSeed.publish(this, catalog, ProductType.ADDON, this::add);
        }

        private Product add(Catalog catalog) {
            String application = ProductSeed.application(catalog, applicationId);
            JsonObject members = ProductResource.addon(storeId, productId, addonType, application);
            return catalog.add(ProductType.ADDON, storeId, application, members);
        }
    }

    /**
     * A package flight.
     *
     * @param flightId a GUID
     * @param friendlyName unique within the app
     * @param applicationId of an app that is there already
     * @param groupIds flight groups
     * @param isPublished whether it has a published submission
     * @param document what is published, as GET submission returns it; built in when empty
     */
    record FlightSeed(
            String flightId,
            String friendlyName,
            String applicationId,
            List<String> groupIds,
            boolean isPublished,
            Optional<JsonObject> document)
            implements ProductSeed {
        public FlightSeed {
            groupIds = List.copyOf(groupIds);
        }

        /** A published flight with the built-in document. */
        public static FlightSeed published(String flightId, String friendlyName, String applicationId) {
            return new FlightSeed(flightId, friendlyName, applicationId, List.of("1"), true, Optional.empty());
        }

        /** A flight without any submission. */
        public static FlightSeed unpublished(String flightId, String friendlyName, String applicationId) {
            return new FlightSeed(flightId, friendlyName, applicationId, List.of("1"), false, Optional.empty());
        }

        /** The same flight, published with a document as GET submission returns it. */
        public FlightSeed document(JsonObject submission) {
            return new FlightSeed(flightId, friendlyName, applicationId, groupIds, true, Optional.of(submission));
        }

        @Override
        public Product addTo(Catalog catalog) {
            return ProductSeed.publish(this, catalog, ProductType.FLIGHT, this::add);
        }

        private Product add(Catalog catalog) {
            String application = ProductSeed.application(catalog, applicationId);
            String below = FlightRanking.of(catalog, application).highest();
            JsonObject members = ProductResource.flight(flightId, friendlyName, groupIds, below);
            return catalog.add(ProductType.FLIGHT, flightId, application, members);
        }
    }
}
