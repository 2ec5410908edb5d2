package io.github.storemaven.emulator.product;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All products of the account. Whoever reads or changes it holds its monitor: one call is seen whole or not at all by
 * the others.
 */
public final class Catalog {
    private final InstantSource clock;
    private final Numbers numbers = new Numbers();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Set<String> submissions = new HashSet<>();

    public Catalog(InstantSource clock) {
        this.clock = clock;
    }

    /** The moment of now. */
    public Instant now() {
        return clock.instant();
    }

    /** Identifiers for new files. */
    public Numbers numbers() {
        return numbers;
    }

    /** Adds a product without any submission. @throws IllegalArgumentException when the id is taken */
    public Product add(Kind kind, String id, String applicationId, JsonObject facts) {
        Product product = new Product(kind, id, applicationId, facts);
        if (products.putIfAbsent(key(id), product) != null) {
            throw new IllegalArgumentException("there is a product " + id + " already");
        }
        return product;
    }

    /** A Store ID that no product has. */
    public String freshStoreId() {
        String id = numbers.storeId();
        while (products.containsKey(key(id))) {
            id = numbers.storeId();
        }
        return id;
    }

    /** A product in its state of this moment. */
    public Optional<Product> find(String id) {
        Optional<Product> product = Optional.ofNullable(products.get(key(id)));
        product.ifPresent(found -> found.settle(now()));
        return product;
    }

    /** All products of a kind, oldest first. */
    public List<Product> all(Kind kind) {
        List<Product> found = new ArrayList<>();
        for (Product product : products.values()) {
            if (product.kind() == kind) {
                product.settle(now());
                found.add(product);
            }
        }
        return found;
    }

    /** The add-ons or flights of an app, oldest first. */
    public List<Product> all(Kind kind, String applicationId) {
        return all(kind).stream()
                .filter(product -> product.applicationId().equals(applicationId))
                .toList();
    }

    /** Whether any product has or had the submission. */
    public boolean knowsSubmission(String submissionId) {
        return submissions.contains(submissionId);
    }

    /** Starts the pending submission of a product. */
    public Submission draft(Product product, Maker maker, JsonObject document, Optional<UploadTicket> upload) {
        Step first = new Step(
                Status.PENDING_COMMIT,
                now(),
                StatusDetails.of(List.of(), List.of(StatusDetails.salesWarning()), List.of()));
        Submission submission =
                new Submission(numbers.submission(), product.nextNumber(), maker, document, upload, first);
        product.addPending(submission);
        submissions.add(submission.id());
        return submission;
    }

    /** Removes the pending submission of a product. */
    public void deletePending(Product product) {
        product.pending().ifPresent(submission -> submissions.remove(submission.id()));
        product.removePending();
    }

    /** Removes a product with all its submissions. */
    public void remove(Product product) {
        products.remove(key(product.id()));
        product.submissions().forEach(submission -> submissions.remove(submission.id()));
    }

    /** Everything, for a state folder. */
    public JsonObject toJson() {
        return Json.object()
                .add("numbers", numbers.toJson())
                .add(
                        "products",
                        Json.array(
                                products.values().stream().map(Product::toJson).toList()))
                .build();
    }

    /** Takes in what {@link #toJson} wrote. */
    public void read(JsonObject json) {
        numbers.read(json.getJsonObject("numbers"));
        for (JsonObject item : Json.objects(json, "products")) {
            Product product = Product.fromJson(item);
            products.put(key(product.id()), product);
            product.submissions().forEach(submission -> submissions.add(submission.id()));
        }
    }

    private static String key(String id) {
        return id.toUpperCase(Locale.ROOT);
    }
}
