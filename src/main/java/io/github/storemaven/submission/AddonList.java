package io.github.storemaven.submission;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The add-ons that the Store has of an app, from the pages of one list, beside those that folders are there for. */
final class AddonList {
    private final StoreClient store;
    private final Product.Application application;

    AddonList(StoreClient store, Product.Application application) {
        this.store = store;
        this.application = application;
    }

    /**
     * Tells each add-on what the list says of it.
     *
     * @throws ReleaseRefusedException when the app does not have one that may not be created: a misspelt folder must not make
     *     a product for ever
     */
    void match(List<AddonEntry> entries)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Map<String, AddonEntry> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.productId(), entry));
        Set<String> others = new TreeSet<>();
        store.forEachAddOn(application, resource -> {
            String productId = resource.name().orElse("");
            AddonEntry entry = byId.get(productId);
            if (entry == null) {
                others.add(productId);
            } else {
                entry.list(resource);
            }
        });
        ConfigurationProblems problems = new ConfigurationProblems();
        entries.stream()
                .filter(entry ->
                        !entry.isListed() && entry.folder().productType().isEmpty())
                .forEach(entry -> problems.add(missing(entry, others)));
        if (problems.message().isPresent()) {
            throw new ReleaseRefusedException(
                    ReleaseOutcome.INVALID, problems.message().get(), null);
        }
    }

    private String missing(AddonEntry entry, Set<String> others) {
        return entry.folder().name() + ": " + application + " has no add-on \"" + entry.productId() + "\""
                + NearestName.of(entry.productId(), others)
                        .map(near -> "; did you mean \"" + ForeignText.oneLine(near) + "\"?")
                        .orElse(".")
                + " To create it write addon.json with productType, Durable or Consumable, into the folder";
    }
}
