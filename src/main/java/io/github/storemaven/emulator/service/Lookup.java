package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Submission;

/** Finds what a path names, or refuses by reference 12.2. */
final class Lookup {
    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Catalog catalog;

    Lookup(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The product that the call is about; for a flight, of the app in the path. */
    Product product(Asked asked) throws Refusal {
        if (asked.kind() != Kind.FLIGHT) {
            return product(asked.product(), asked.kind());
        }
        Product application = product(asked.application(), Kind.APPLICATION);
        if (!asked.product().matches(GUID)) {
            throw new Refusal(400, "InvalidParameterValue", "flightId", "The flight id is not valid.");
        }
        Product flight = product(asked.product(), Kind.FLIGHT);
        if (!flight.applicationId().equals(application.id())) {
            throw missing(Kind.FLIGHT);
        }
        return flight;
    }

    /** A product by its id. */
    Product product(String id, Kind kind) throws Refusal {
        Product product = catalog.find(id).filter(found -> found.kind() == kind).orElse(null);
        if (product == null && kind == Kind.APPLICATION && isIdentityName(id)) {
            throw new Refusal(500, "InternalServerError", "", "An internal error happened.");
        }
        if (product == null) {
            throw missing(kind);
        }
        return product;
    }

    /** The app that a product belongs to or is. */
    Product application(Product product) {
        return catalog.find(product.applicationId()).orElse(product);
    }

    /** A submission of a product. */
    Submission submission(Product product, Asked asked) throws Refusal {
        Submission found = product.submission(asked.submission()).orElse(null);
        if (found == null && catalog.knowsSubmission(asked.submission())) {
            throw Refusal.invalidState(
                    "submissionId",
                    "The submission does not belong to the specified "
                            + product.kind().word() + ".");
        }
        if (found == null) {
            throw Refusal.notFound("submissionId", "Submission not found");
        }
        return found;
    }

    private boolean isIdentityName(String id) {
        return catalog.all(Kind.APPLICATION).stream()
                .anyMatch(app -> Json.text(app.facts(), "packageIdentityName").equalsIgnoreCase(id));
    }

    private static Refusal missing(Kind kind) {
        return Refusal.notFound(kind.word() + "Id", "The " + kind.word() + " was not found.");
    }
}
