package io.github.storemaven.emulator.catalog;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.storage.UploadContainer;
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
import java.util.function.Consumer;

/**
 * All products of the account, and the identifiers that it gives out. Whoever reads or changes it does so in {@link
 * #locked} or {@link #update}: one call is seen whole or not at all by the others.
 */
public final class Catalog {
    private final InstantSource clock;
    private final Consumer<Catalog> saver;
    private final Identifiers identifiers = new Identifiers();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Set<String> submissions = new HashSet<>();

    /** @param saver runs, under the lock, after what may have changed something */
    public Catalog(InstantSource clock, Consumer<Catalog> saver) {
        this.clock = clock;
        this.saver = saver;
    }

    /** What somebody asks of the catalog or does to it. */
    @FunctionalInterface
    public interface Access<T, E extends Exception> {
        /** Runs under the lock. */
        T apply(Catalog catalog) throws E;
    }

    /** Looks at the catalog while nobody changes it. */
    public synchronized <T, E extends Exception> T locked(Access<T, E> access) throws E {
        return access.apply(this);
    }

    /** Changes the catalog and saves it, also after a failure: a fault may have made a submission before it. */
    public synchronized <T, E extends Exception> T update(Access<T, E> access) throws E {
        try {
            return access.apply(this);
        } finally {
            save();
        }
    }

    /** Saves the catalog as it is. */
    public synchronized void save() {
        saver.accept(this);
    }

    /** The moment of now. */
    public Instant now() {
        return clock.instant();
    }

    /** A new identifier for an image or a part of a trailer: 19 digits. */
    public String newFileId() {
        return identifiers.file();
    }

    /** A new identifier for a package: 19 digits. */
    public String newPackageId() {
        return identifiers.packageFile();
    }

    /** A Store ID that no product has. */
    public String newStoreId() {
        String id = identifiers.storeId();
        while (products.containsKey(key(id))) {
            id = identifiers.storeId();
        }
        return id;
    }

    /** Adds a product without any submission. @throws IllegalArgumentException when the id is taken */
    public Product add(ProductType type, String id, String applicationId, JsonObject members) {
        Product product = new Product(type, id, applicationId, members);
        if (products.putIfAbsent(key(id), product) != null) {
            throw new IllegalArgumentException("there is a product " + id + " already");
        }
        return product;
    }

    /** A product in its state of this moment. */
    public Optional<Product> find(String id) {
        Optional<Product> product = Optional.ofNullable(products.get(key(id)));
        product.ifPresent(found -> found.settle(now()));
        return product;
    }

    /** All products of a type, oldest first. */
    public List<Product> all(ProductType type) {
        List<Product> found = new ArrayList<>();
        for (Product product : products.values()) {
            if (product.type() == type) {
                product.settle(now());
                found.add(product);
            }
        }
        return found;
    }

    /** The add-ons or flights of an app, oldest first. */
    public List<Product> all(ProductType type, String applicationId) {
        return all(type).stream()
                .filter(product -> product.applicationId().equals(applicationId))
                .toList();
    }

    /** The app that a product belongs to or is. */
    public Product applicationOf(Product product) {
        return find(product.applicationId()).orElse(product);
    }

    /** Whether any product has or had the submission. */
    public boolean hasSubmission(String submissionId) {
        return submissions.contains(submissionId);
    }

    /** Starts the pending submission of a product. */
    public Submission addPending(
            Product product, Submission.Origin origin, JsonObject document, Optional<UploadContainer.Upload> upload) {
        Submission.Step first = new Submission.Step(
                SubmissionStatus.PENDING_COMMIT,
                now(),
                StatusDetails.of(List.of(), List.of(StatusDetails.salesWarning()), List.of()));
        Submission submission =
                new Submission(identifiers.submission(), product.nextNumber(), origin, document, upload, first);
        product.addPending(submission);
        submissions.add(submission.id());
        return submission;
    }

    /** Removes the pending submission of a product. */
    public void removePending(Product product) {
        product.pending().ifPresent(submission -> submissions.remove(submission.id()));
        product.removePending();
    }

    /** Removes a product with all its submissions. */
    public void remove(Product product) {
        products.remove(key(product.id()));
        product.submissions().forEach(submission -> submissions.remove(submission.id()));
    }

    /** All uploads of all submissions. */
    public List<UploadContainer.Upload> uploads() {
        return products.values().stream()
                .flatMap(product -> product.submissions().stream())
                .flatMap(submission -> submission.upload().stream())
                .toList();
    }

    /** The uploads that no commit needs any more; a client may read them until then. */
    public List<UploadContainer.Upload> endedUploads() {
        products.values().forEach(product -> product.settle(now()));
        return products.values().stream()
                .flatMap(product -> product.submissions().stream())
                .filter(submission -> submission.isUploadEnded(now()))
                .flatMap(submission -> submission.upload().stream())
                .toList();
    }

    /** Everything, for a state folder. */
    public JsonObject toJson() {
        return Json.object()
                .add("numbers", identifiers.toJson())
                .add(
                        "products",
                        Json.array(
                                products.values().stream().map(Product::toJson).toList()))
                .build();
    }

    /** Takes in what {@link #toJson} wrote. */
    public void read(JsonObject json) {
        identifiers.read(json.getJsonObject("numbers"));
        for (JsonObject item : Json.objects(json, "products")) {
            Product product = Product.fromJson(item);
            products.put(key(product.id()), product);
            product.submissions().forEach(submission -> submissions.add(submission.id()));
        }
    }

    private static String key(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    /** Identifiers in the formats of reference 4.5. */
    private static final class Identifiers {
        private static final int STORE_ID_LENGTH = 12;

        private long submissions;
        private long files;
        private long packages;
        private long products;

        /** 19 digits. */
        String submission() {
            return Long.toString(1_152_921_505_600_000_000L + ++submissions);
        }

        String file() {
            return Long.toString(1_152_921_505_610_000_000L + ++files);
        }

        String packageFile() {
            return Long.toString(2_000_000_000_060_000_000L + ++packages);
        }

        /** 12 upper-case characters that start with 9. */
        String storeId() {
            String number = String.format(Locale.ROOT, "%03d", ++products);
            return "9NEMULATED00".substring(0, STORE_ID_LENGTH - number.length()) + number;
        }

        JsonObject toJson() {
            return Json.object()
                    .add("submissions", submissions)
                    .add("files", files)
                    .add("packages", packages)
                    .add("products", products)
                    .build();
        }

        void read(JsonObject json) {
            submissions = json.getJsonNumber("submissions").longValue();
            files = json.getJsonNumber("files").longValue();
            packages = json.getJsonNumber("packages").longValue();
            products = json.getJsonNumber("products").longValue();
        }
    }
}
