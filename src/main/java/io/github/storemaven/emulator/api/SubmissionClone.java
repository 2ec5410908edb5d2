package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.PackageRollout;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.storage.UploadContainer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;

/** Makes pending submissions as clones of what is published (reference 12.3); whoever calls holds the catalog's lock. */
public final class SubmissionClone {
    /** How long an upload URL is valid. */
    private static final Duration UPLOAD_LIFE = Duration.ofHours(24);

    private final Catalog catalog;
    private final UploadContainer uploads;
    private final StoreBehaviour behaviour;

    public SubmissionClone(Catalog catalog, UploadContainer uploads, StoreBehaviour behaviour) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.behaviour = behaviour;
    }

    /** The pending submission of a product with the document that it starts with. */
    public Submission create(Product product, Submission.Origin origin) {
        return create(product, origin, document(product));
    }

    /** The pending submission of a product with a document. */
    Submission create(Product product, Submission.Origin origin, JsonObject document) {
        Optional<UploadContainer.Upload> upload = origin == Submission.Origin.PARTNER_CENTER
                ? Optional.empty()
                : Optional.of(uploads.create(catalog.now().plus(UPLOAD_LIFE), behaviour.nextUploadHasRawPlus()));
        return catalog.addPending(product, origin, document, upload);
    }

    /** What a new submission starts with. */
    JsonObject document(Product product) {
        JsonObject document = product.published()
                .map(Submission::document)
                .orElseGet(() -> product.type().defaultDocument());
        return withoutSales(
                behaviour.on(StoreBehaviour.Switch.ROLLOUT_FLAGS_CLONED)
                        ? withRolloutFlags(document)
                        : PackageRollout.with(document, PackageRollout.NONE));
    }

    private static JsonObject withRolloutFlags(JsonObject document) {
        JsonObject rollout = PackageRollout.withStatus(PackageRollout.of(document), "PackageRolloutNotStarted");
        return PackageRollout.with(document, Json.with(rollout, "fallbackSubmissionId", Json.text("0")));
    }

    private static JsonObject withoutSales(JsonObject document) {
        return document.get("pricing") instanceof JsonObject pricing
                ? Json.with(document, "pricing", Json.with(pricing, "sales", JsonValue.EMPTY_JSON_ARRAY))
                : document;
    }
}
