package io.github.storemaven.submission;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Optional;

/**
 * What the Store holds of a product, read and never changed: the last published document, or the pending one where a
 * release would go on with it.
 *
 * @param document an empty object for what was never published
 * @param description for a log, for example {@code the last published submission 115...}
 */
public record StoreDocument(JsonObject document, String description) {
    public static StoreDocument read(StoreClient store, Product product, OnPending onPending)
            throws StoreRefusedException, IOException, InterruptedException {
        ProductResource resource = new ProductReader(store).read(product);
        Optional<String> pending = resource.pending().filter(id -> onPending == OnPending.RESUME);
        if (pending.isPresent()) {
            return read(store, product, pending.get(), "the pending submission ");
        }
        if (resource.lastPublished().isPresent()) {
            return read(store, product, resource.lastPublished().get(), "the last published submission ")
                    .beside(resource.pending());
        }
        return new StoreDocument(JsonValue.EMPTY_JSON_OBJECT, "a blank draft, since nothing was ever published")
                .beside(resource.pending());
    }

    private StoreDocument beside(Optional<String> pending) {
        return pending.map(
                        id -> new StoreDocument(document, description + "; submission " + id + " is pending as well"))
                .orElse(this);
    }

    private static StoreDocument read(StoreClient store, Product product, String id, String description)
            throws StoreRefusedException, IOException, InterruptedException {
        return new StoreDocument(store.submissions(product).get(id), description + id);
    }
}
