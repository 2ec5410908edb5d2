package io.github.storemaven.service;

import jakarta.json.JsonObject;
import java.io.IOException;

/** The Store's resources, each by an object of its own. */
public final class StoreService {
    private final StoreConnection connection;

    public StoreService(StoreConnection connection) {
        this.connection = connection;
    }

    /** The submissions of a product. */
    public Submissions submissions(Product product) {
        return new Submissions(connection, product);
    }

    /** The product's resource: app, flight or add-on (reference, sections 5.2, 5.13, 5.18). */
    public JsonObject product(Product product) throws StoreRefused, IOException, InterruptedException {
        return connection.read("read " + product, connection.request("GET", product.path()));
    }

    /** The submissions that the product refers to now. */
    public SubmissionReferences references(Product product) throws StoreRefused, IOException, InterruptedException {
        return SubmissionReferences.of(product, product(product));
    }
}
