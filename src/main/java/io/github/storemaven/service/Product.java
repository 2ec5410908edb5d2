package io.github.storemaven.service;

import io.github.storemaven.document.ProductType;

/**
 * What a submission is of. App, flight and add-on differ in their paths and in a few member names, and they differ
 * here alone (reference, sections 5 and 6).
 */
public sealed interface Product {
    /** An app, by its Store ID. */
    record Application(String id) implements Product {
        public Application {
            StoreId.check("applicationId", id);
        }

        @Override
        public String path() {
            return "applications/" + id;
        }

        @Override
        public String pendingMember() {
            return "pendingApplicationSubmission";
        }

        @Override
        public String lastPublishedMember() {
            return "lastPublishedApplicationSubmission";
        }

        @Override
        public ProductType type() {
            return ProductType.APP;
        }

        @Override
        public String toString() {
            return "app " + id;
        }
    }

    /** A package flight of an app; its id is a GUID. */
    record Flight(String applicationId, String id) implements Product {
        public Flight {
            StoreId.check("applicationId", applicationId);
            StoreId.check("flightId", id);
        }

        @Override
        public String path() {
            return "applications/" + applicationId + "/flights/" + id;
        }

        @Override
        public String pendingMember() {
            return "pendingFlightSubmission";
        }

        @Override
        public String lastPublishedMember() {
            return "lastPublishedFlightSubmission";
        }

        @Override
        public ProductType type() {
            return ProductType.FLIGHT;
        }

        @Override
        public String toString() {
            return "flight " + id + " of app " + applicationId;
        }
    }

    /** An add-on (in-app product), by its Store ID. */
    record Addon(String id) implements Product {
        public Addon {
            StoreId.check("addonId", id);
        }

        @Override
        public String path() {
            return "inappproducts/" + id;
        }

        @Override
        public String pendingMember() {
            return "pendingInAppProductSubmission";
        }

        @Override
        public String lastPublishedMember() {
            return "lastPublishedInAppProductSubmission";
        }

        @Override
        public ProductType type() {
            return ProductType.ADDON;
        }

        @Override
        public String toString() {
            return "add-on " + id;
        }
    }

    ProductType type();

    /** The Store ID, or a flight's GUID. */
    String id();

    /** The product's path under {@code v1.0/my/}, without a slash at either end. */
    String path();

    /** The member of the product that refers to its pending submission. */
    String pendingMember();

    /** The member of the product that refers to its last published submission. */
    String lastPublishedMember();
}
