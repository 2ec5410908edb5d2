package io.github.storemaven.service;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;

/**
 * What a submission is of. App, flight and add-on differ in their paths and in a few member names, and they differ
 * here alone (reference, sections 5 and 6).
 */
public sealed interface Product {
    /** An app, by its Store ID. */
    record Application(String id) implements Product {
        static final String PENDING = "pendingApplicationSubmission";
        static final String LAST_PUBLISHED = "lastPublishedApplicationSubmission";

        public Application {
            requireId("applicationId", id);
        }

        @Override
        public String path() {
            return "applications/" + id;
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
        static final String PENDING = "pendingFlightSubmission";
        static final String LAST_PUBLISHED = "lastPublishedFlightSubmission";

        public Flight {
            requireId("applicationId", applicationId);
            requireId("flightId", id);
        }

        @Override
        public String path() {
            return "applications/" + applicationId + "/flights/" + id;
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
        static final String PENDING = "pendingInAppProductSubmission";
        static final String LAST_PUBLISHED = "lastPublishedInAppProductSubmission";

        public Addon {
            requireId("addonId", id);
        }

        @Override
        public String path() {
            return "inappproducts/" + id;
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

    /** Kind and id, as results name a product. */
    default JsonObject json() {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("kind", type().word())
                .add("id", id())
                .build();
    }

    /**
     * The id itself, fit for a path; whatever else a response or a parameter holds is refused before it gets there.
     *
     * @param what its name, for the message
     * @throws IllegalArgumentException where it is none
     */
    static String requireId(String what, String id) {
        if (id == null || !id.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException(
                    what + " \"" + id + "\" is not an id; an id has only letters, digits and dashes");
        }
        return id;
    }
}
