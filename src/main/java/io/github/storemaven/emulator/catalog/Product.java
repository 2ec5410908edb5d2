package io.github.storemaven.emulator.catalog;

import io.github.storemaven.emulator.document.Dates;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An app, an add-on or a flight with its submissions. Guarded by the {@link Catalog}. */
public final class Product {
    private final ProductType type;
    private final String id;
    private final String applicationId;
    private JsonObject members;
    private boolean adoptsIdentity;
    private int count;
    private String pendingId = "";
    private String publishedId = "";
    private final Map<String, Submission> submissions = new LinkedHashMap<>();
    private final Map<String, String> packages = new LinkedHashMap<>();

    /**
     * A product without any submission.
     *
     * @param applicationId the app it belongs to; for an app its own id
     * @param members the members of its resource but the references to submissions
     */
    Product(ProductType type, String id, String applicationId, JsonObject members) {
        this.type = type;
        this.id = id;
        this.applicationId = applicationId;
        this.members = members;
    }

    /** App, add-on or flight. */
    public ProductType type() {
        return type;
    }

    /** Store ID, or a flight's GUID. */
    public String id() {
        return id;
    }

    /** The app it belongs to; for an app its own id. */
    public String applicationId() {
        return applicationId;
    }

    /** The members of its resource but the references to submissions. */
    public JsonObject members() {
        return members;
    }

    /** Sets other members, for example the identity of the first package. */
    public void replaceMembers(JsonObject other) {
        members = other;
    }

    /** Whether the first package that comes decides the app's identity. */
    public boolean adoptsIdentity() {
        return adoptsIdentity;
    }

    /** Sets whether the first package that comes decides the app's identity. */
    public void adoptIdentity(boolean adopts) {
        adoptsIdentity = adopts;
    }

    /** The submission in progress. */
    public Optional<Submission> pending() {
        return Optional.ofNullable(submissions.get(pendingId));
    }

    /** The last published submission. */
    public Optional<Submission> published() {
        return Optional.ofNullable(submissions.get(publishedId));
    }

    /** A submission of this product, old ones included. */
    public Optional<Submission> submission(String submissionId) {
        return Optional.ofNullable(submissions.get(submissionId));
    }

    /** All of them, oldest first. */
    public Collection<Submission> submissions() {
        return submissions.values();
    }

    /** The number that the next submission gets in its friendly name. */
    int nextNumber() {
        return ++count;
    }

    void addPending(Submission submission) {
        submissions.put(submission.id(), submission);
        pendingId = submission.id();
    }

    void removePending() {
        submissions.remove(pendingId);
        pendingId = "";
    }

    void settle(Instant now) {
        pending().filter(submission -> submission.settle(now)).ifPresent(this::publish);
    }

    private void publish(Submission submission) {
        PackageRollout.start(this, submission);
        rememberPackages(submission.packages());
        publishedId = submission.id();
        pendingId = "";
        if (Dates.isNone(Json.text(members, "firstPublishedDate"))) {
            members = Json.with(members, "firstPublishedDate", Json.text(Dates.text(submission.since())));
        }
    }

    /** Whether its only submission is the first one, which nobody ever committed. */
    public boolean isUntouched() {
        return submissions.size() == 1
                && pending()
                        .filter(submission -> submission.status() == SubmissionStatus.PENDING_COMMIT)
                        .isPresent();
    }

    /** The digests of all packages that were ever published here, by their full names. */
    public Map<String, String> packages() {
        return Collections.unmodifiableMap(packages);
    }

    /** Remembers packages that were published here, or in a flight that is deleted. */
    public void rememberPackages(Map<String, String> digests) {
        packages.putAll(digests);
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.object()
                .add("kind", type.name())
                .add("id", id)
                .add("applicationId", applicationId)
                .add("facts", members)
                .add("adoptsIdentity", adoptsIdentity)
                .add("count", count)
                .add("pending", pendingId)
                .add("published", publishedId)
                .add(
                        "submissions",
                        Json.array(submissions.values().stream()
                                .map(Submission::toJson)
                                .toList()));
        Json.addTexts(json, "packages", packages);
        return json.build();
    }

    static Product fromJson(JsonObject json) {
        Product product = new Product(
                ProductType.valueOf(json.getString("kind")),
                json.getString("id"),
                json.getString("applicationId"),
                json.getJsonObject("facts"));
        product.adoptsIdentity = json.getBoolean("adoptsIdentity");
        product.count = json.getInt("count");
        product.pendingId = json.getString("pending");
        product.publishedId = json.getString("published");
        Json.objects(json, "submissions")
                .forEach(item -> product.submissions.put(item.getString("id"), Submission.fromJson(item)));
        product.packages.putAll(Json.textsByName(json, "packages"));
        return product;
    }
}
