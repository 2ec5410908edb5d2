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
     * @throws StoreRefusedException when the account has no such product, and for any other refusal
     */
    public ProductResource read(Product product) throws StoreRefusedException, IOException, InterruptedException {
        try {
            return store.product(product);
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                throw absent(product, refused);
            }
            throw refused;
        }
    }

    private StoreRefusedException absent(Product product, StoreRefusedException refused) throws InterruptedException {
        try {
            String answer = refused.error()
                    .map(error -> " " + error.withoutMeaning().describe())
                    .orElse("");
            return new StoreRefusedException(
                    "The account has no " + product.type().word() + " " + product.id() + ". "
                            + advice(product, neighbours(product)) + answer,
                    refused);
        } catch (StoreRefusedException | IOException unanswered) {
            refused.addSuppressed(unanswered);
            return refused;
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
                : "It has these " + kind + "s: " + ForeignText.list(shown.values()) + "; correct store."
                        + parameter(product) + ".";
    }

    private static String parameter(Product product) {
        return product instanceof Product.Flight
                ? "flightId"
                : product instanceof Product.Addon ? "addonId" : "applicationId";
    }

    private static String names(ProductResource one) {
        return one.name().map(name -> " (" + name + ")").orElse("");
    }
}
