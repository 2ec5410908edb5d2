package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Optional;

/**
 * What the Store holds of a product, as it was looked at before anything is changed.
 *
 * @param publishedId of the last published submission; empty for what was never published
 * @param published its document
 * @param pendingId of the submission that is pending
 * @param pending its document
 * @param name an app's primary name, a flight's friendly name, an add-on's product id
 */
public record StoreState(
        Optional<String> publishedId,
        Optional<JsonObject> published,
        Optional<String> pendingId,
        Optional<JsonObject> pending,
        Optional<String> name) {
    /** One request for the product, and one for each submission that it refers to. */
    public static StoreState read(StoreClient store, Product product)
            throws StoreRefusedException, IOException, InterruptedException {
        return read(store, product, new ProductReader(store).read(product));
    }

    /** The same of a product whose resource is known already. */
    static StoreState read(StoreClient store, Product product, ProductResource resource)
            throws StoreRefusedException, IOException, InterruptedException {
        Submissions submissions = store.submissions(product);
        return new StoreState(
                resource.lastPublished(),
                document(submissions, resource.lastPublished()),
                resource.pending(),
                document(submissions, resource.pending()),
                resource.name());
    }

    /** The published document; an empty one where nothing was ever published. */
    public JsonObject publishedOrBlank() {
        return published.orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** What changes are shown against, in words. */
    String base() {
        return publishedId
                .map("the published submission "::concat)
                .orElse("a blank draft, since nothing was ever published");
    }

    /**
     * A document that is checked before the draft of a product that was never published is there. A blank app has a price
     * that only the draft tells (reference, section 12.3), so its lack is no fault of ours.
     */
    public static JsonObject withAnyPrice(Product product, JsonObject merged) {
        boolean unknown = product instanceof Product.Application
                && Members.value(merged, "pricing").isEmpty();
        JsonObject pricing =
                Json.PROVIDER.createObjectBuilder().add("priceId", "Free").build();
        return unknown
                ? Json.PROVIDER
                        .createObjectBuilder(merged)
                        .add("pricing", pricing)
                        .build()
                : merged;
    }

    private static Optional<JsonObject> document(Submissions submissions, Optional<String> id)
            throws StoreRefusedException, IOException, InterruptedException {
        return id.isPresent() ? Optional.of(submissions.get(id.get())) : Optional.empty();
    }
}
