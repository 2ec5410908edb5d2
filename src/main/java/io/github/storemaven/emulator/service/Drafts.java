package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Maker;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Rollouts;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.Submission;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Makes pending submissions as copies of what is published (reference 12.3). */
public final class Drafts {
    private final Catalog catalog;
    private final Uploads uploads;
    private final StoreBehaviour behaviour;

    public Drafts(Catalog catalog, Uploads uploads, StoreBehaviour behaviour) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.behaviour = behaviour;
    }

    /** Refuses where the state of the product allows no new submission. */
    void requirePossible(Product product) throws Refusal {
        boolean pending =
                product.pending().filter(s -> s.status() != Status.CANCELED).isPresent();
        boolean rollout = product.published().filter(Rollouts::inProgress).isPresent();
        boolean first = product.published().isEmpty() && behaviour.on(Switch.FIRST_SUBMISSION_REFUSED);
        if (pending || rollout || (first && product.kind() == Kind.APPLICATION)) {
            throw Refusal.invalidState(
                    "submission", "Create submission failed, status code Conflict, reason phrase Conflict");
        }
    }

    /** What a new submission starts with. */
    public JsonObject start(Product product) {
        JsonObject document = product.published()
                .map(Submission::document)
                .orElseGet(() -> product.kind().blankDraft());
        return withoutSales(
                behaviour.on(Switch.ROLLOUT_FLAGS_CLONED) ? flags(document) : Rollouts.with(document, Rollouts.NONE));
    }

    /** Makes it the pending submission. */
    public Submission create(Product product, Maker maker, JsonObject document) {
        Optional<io.github.storemaven.emulator.product.UploadTicket> ticket = maker == Maker.PARTNER_CENTER
                ? Optional.empty()
                : Optional.of(uploads.issue(catalog.now().plus(behaviour.uploadLife())));
        return catalog.draft(product, maker, document, ticket);
    }

    private static JsonObject flags(JsonObject document) {
        JsonObject rollout = Rollouts.status(Rollouts.of(document), "PackageRolloutNotStarted");
        return Rollouts.with(document, Json.with(rollout, "fallbackSubmissionId", Json.text("0")));
    }

    private static JsonObject withoutSales(JsonObject document) {
        return document.get("pricing") instanceof JsonObject pricing
                ? Json.with(document, "pricing", Json.with(pricing, "sales", JsonValue.EMPTY_JSON_ARRAY))
                : document;
    }
}
