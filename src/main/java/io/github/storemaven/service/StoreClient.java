package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** The Store's resources, each by an object of its own. */
public final class StoreClient {
    private final StoreConnection connection;

    public StoreClient(StoreConnection connection) {
        this.connection = connection;
    }

    /** The submissions of a product. */
    public Submissions submissions(Product product) {
        return new Submissions(connection, product);
    }

    /** The add-ons of the account. */
    public Addons addons() {
        return new Addons(connection);
    }

    /** The package flights of an app. */
    public Flights flights(Product.Application application) {
        return new Flights(connection, application);
    }

    /**
     * One page of the account's apps, to see whether the account can be reached (reference, section 5.1). An account
     * that owns none, or shows none to this identity, may answer with 404.
     */
    public List<JsonObject> someApplications() throws StoreRefusedException, IOException, InterruptedException {
        try {
            return Members.objects(
                    connection.read("list the apps", connection.request("GET", "applications?top=10")), "value");
        } catch (StoreRefusedException refused) {
            if (refused.is(404)) {
                return List.of();
            }
            throw refused;
        }
    }

    /** The product's resource: app, flight or add-on (reference, sections 5.2, 5.13, 5.18). */
    public JsonObject product(Product product) throws StoreRefusedException, IOException, InterruptedException {
        return connection.read("read " + product, connection.request("GET", product.path()));
    }

    /** The submissions that the product refers to now. */
    public SubmissionReferences references(Product product)
            throws StoreRefusedException, IOException, InterruptedException {
        return SubmissionReferences.of(product, product(product));
    }
}
