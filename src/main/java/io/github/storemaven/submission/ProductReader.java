package io.github.storemaven.submission;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a product. Where the account has none by that id, its nearest one is named, or all that there are. */
public final class ProductReader {
    private final StoreClient store;

    public ProductReader(StoreClient store) {
        this.store = store;
    }

    /**
     * The product's resource; one request.
     *
     * @throws ReleaseRefusedException when the account has no such product
     */
    public ProductResource read(Product product)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        try {
            return store.product(product);
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                throw absent(product, refused);
            }
            throw refused;
        }
    }

    private ReleaseRefusedException absent(Product product, StoreRefusedException refused)
            throws StoreRefusedException, InterruptedException {
        try {
            return new ReleaseRefusedException(
                    refused.getMessage() + " " + advice(product, neighbours(product)), refused);
        } catch (StoreRefusedException | IOException unanswered) {
            refused.addSuppressed(unanswered);
            throw refused;
        }
    }

    private List<ProductResource> neighbours(Product product)
            throws StoreRefusedException, IOException, InterruptedException {
        if (product instanceof Product.Flight flight) {
            return store.flights(new Product.Application(flight.applicationId()));
        }
        return product instanceof Product.Addon ? store.addOns() : store.applications();
    }

    private static String advice(Product product, List<ProductResource> known) {
        Map<String, String> shown = new TreeMap<>();
        known.forEach(one -> one.id().ifPresent(id -> shown.put(id, id + names(one))));
        Optional<String> near = NearestName.of(product.id(), shown.keySet());
        if (near.isPresent()) {
            return "Did you mean " + ForeignText.oneLine(shown.get(near.get())) + "?";
        }
        String kind = product.type().word();
        return shown.isEmpty()
                ? "These credentials see no " + kind + "; mvn store:token shows whose they are."
                : "The account has these " + kind + "s: " + ForeignText.list(shown.values()) + ".";
    }

    private static String names(ProductResource one) {
        return one.name().map(name -> " (" + name + ")").orElse("");
    }
}
