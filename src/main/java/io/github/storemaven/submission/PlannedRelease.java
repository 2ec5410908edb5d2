package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.PendingPolicy.Decision;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a release would do now, found by reading alone: the same look, decision and merge as in {@link Release}.
 *
 * @param plan what would change, against what is published
 * @param published what is published; an empty document where nothing ever was
 * @param description what the plan is made on, for example {@code the last published submission 115...}
 * @param pending the submission that is pending
 * @param isUpdate whether the document that the plan is made on is known, and changed
 */
public record PlannedRelease(
        Plan plan, JsonObject published, String description, Optional<Pending> pending, boolean isUpdate) {
    /**
     * A submission that is pending.
     *
     * @param reason why a release would stop because of it; empty where it would not
     */
    public record Pending(String submissionId, String status, Optional<String> reason) {}

    /**
     * Reads and plans.
     *
     * @param draftRecord where a release notes its drafts
     */
    public static PlannedRelease of(
            StoreClient store,
            Product product,
            ReleaseRequest request,
            OnPending onPending,
            Path draftRecord,
            ReleaseLog log)
            throws StoreRefusedException, IOException, InterruptedException {
        StoreState state = StoreState.read(store, product);
        DraftRecord record =
                new DraftRecord(draftRecord, product, request.digest(product, state.publishedOrBlank()), log);
        Decision decision = new PendingPolicy(product, request, onPending, record).decide(state);
        Plan plan = decision.plan(product, request, state);
        return new PlannedRelease(
                plan,
                state.publishedOrBlank(),
                description(decision, state),
                pending(state, decision, plan),
                !plan.changes().isEmpty() && (state.published().isPresent() || decision instanceof Decision.Resume));
    }

    /** The same, with the text of the notes for certification where somebody wants to see it. */
    public PlannedRelease showingNotes(boolean show) {
        return new PlannedRelease(plan.showingNotes(show), published, description, pending, isUpdate);
    }

    /** The document to check: as it would be sent, as far as that is known before there is a draft. */
    public JsonObject checked() {
        return isUpdate ? plan.merged() : StoreState.withAnyPrice(plan.product(), plan.merged());
    }

    /** {@code {"changes": [...], "files": [...], "pending": {...}}}. */
    public JsonObject json() {
        return pending.map(one -> Json.PROVIDER
                        .createObjectBuilder(plan.json())
                        .add(
                                "pending",
                                Json.PROVIDER
                                        .createObjectBuilder()
                                        .add("submissionId", one.submissionId())
                                        .add("status", one.status())
                                        .add("stopsSubmit", one.reason().isPresent()))
                        .build())
                .orElseGet(plan::json);
    }

    private static String description(Decision decision, StoreState state) {
        if (decision instanceof Decision.Resume resume) {
            return "the pending submission " + resume.draft().id();
        }
        String base = state.publishedId()
                .map("the last published submission "::concat)
                .orElse("a blank draft, since nothing was ever published");
        return base
                + state.pendingId()
                        .map(id -> "; submission " + id + " is pending besides")
                        .orElse("");
    }

    private static Optional<Pending> pending(StoreState state, Decision decision, Plan plan) {
        Optional<String> reason = decision instanceof Decision.Stop stop
                        && (stop.always() || !plan.changes().isEmpty())
                ? Optional.of(stop.reason().getMessage())
                : Optional.empty();
        return state.pending()
                .map(document -> new Pending(
                        state.pendingId().orElseThrow(),
                        SubmissionStatus.of(document).name(),
                        reason));
    }
}
