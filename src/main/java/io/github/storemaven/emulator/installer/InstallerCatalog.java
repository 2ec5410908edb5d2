package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The MSI and EXE products of the account, under the lock of {@link Catalog}: both are kept in one file. */
public final class InstallerCatalog {
    /** The made-up seller account that has them all. */
    public static final String SELLER = "40001";

    private final Catalog catalog;
    private final Map<String, InstallerProduct> products = new LinkedHashMap<>();
    private long identifiers;

    /** @param catalog of the other products, whose lock and file this one shares */
    public InstallerCatalog(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Adds a published product with one package and one listing. @throws IllegalArgumentException when the id is taken or no GUID */
    public void add(String productId) {
        if (!productId.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException("the id of an MSI or EXE product is a GUID, this is " + productId);
        }
        update(() -> {
            if (products.containsKey(key(productId))) {
                throw new IllegalArgumentException("there is a product " + productId + " already");
            }
            return products.put(key(productId), InstallerSeed.published(productId, newIdentifier(), newIdentifier()));
        });
    }

    /** The ids of all products, oldest first. */
    public List<String> productIds() {
        return catalog.locked(
                all -> products.values().stream().map(InstallerProduct::id).toList());
    }

    /** Whether there is such a product. */
    public boolean holds(String productId) {
        return catalog.locked(all -> products.containsKey(key(productId)));
    }

    /** The draft with packages, modules and assets; empty when there is no such product. */
    public Optional<JsonObject> draft(String productId) {
        return catalog.locked(all -> find(productId).map(InstallerProduct::draft));
    }

    /** The states of all submissions, oldest first, for example {@code PUBLISHED}. */
    public List<String> submissionStates(String productId) {
        return catalog.locked(all -> find(productId).stream()
                .flatMap(product -> product.publications().stream())
                .map(one -> one.status(now()))
                .toList());
    }

    /** Somebody changes the certification notes of the draft in Partner Center. @throws IllegalArgumentException when there is no such product */
    public void editInPartnerCenter(String productId) {
        update(() -> {
            InstallerProduct product = find(productId)
                    .orElseThrow(() -> new IllegalArgumentException("there is no MSI or EXE product " + productId));
            product.setProperties(
                    Json.with(product.properties(), "certificationNotes", Json.text("Edited in Partner Center.")));
            return product;
        });
    }

    /** Looks at the products, or changes them, while nobody else does; what was changed is saved, also after a failure. */
    <T, E extends Exception> T update(Access<T, E> access) throws E {
        return catalog.update(all -> access.apply());
    }

    /** What somebody asks of the products or does to them. */
    @FunctionalInterface
    interface Access<T, E extends Exception> {
        /** Runs under the lock. */
        T apply() throws E;
    }

    /** A product; whoever asks holds the lock. */
    Optional<InstallerProduct> find(String productId) {
        return Optional.ofNullable(products.get(key(productId)));
    }

    Instant now() {
        return catalog.now();
    }

    /** A new identifier of a package, an asset or a submission: 19 digits. */
    String newIdentifier() {
        return Long.toString(1_152_921_505_700_000_000L + ++identifiers);
    }

    /** Everything, for a state folder; whoever asks holds the lock. */
    public JsonObject toJson() {
        return Json.object()
                .add("identifiers", identifiers)
                .add(
                        "products",
                        Json.array(products.values().stream()
                                .map(InstallerProduct::toJson)
                                .toList()))
                .build();
    }

    /** Takes in what {@link #toJson} wrote. */
    public void read(JsonObject json) {
        identifiers = json.getJsonNumber("identifiers").longValue();
        for (JsonObject item : Json.objects(json, "products")) {
            InstallerProduct product = InstallerProduct.fromJson(item);
            products.put(key(product.id()), product);
        }
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
