package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.PendingPolicy.Decision;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a release would do now, found by reading alone: the same look, decision and merge as in {@link Release}.
 *
 * @param plan what would change, against what is published
 * @param published what is published; an empty document where nothing ever was
 * @param description what the plan is made on, for example {@code the last published submission 115...}
 * @param pending the submission that is pending
 * @param rollout the rollout of what is published, where it is in progress and something would be released
 * @param isUpdate whether the document that the plan is made on is known, and changed
 */
public record PlannedRelease(
        Plan plan,
        JsonObject published,
        String description,
        Optional<Pending> pending,
        Optional<InRollout> rollout,
        boolean isUpdate) {
    /**
     * A submission that is pending.
     *
     * @param reason why a release would stop or wait because of it; empty where it would not
     * @param waits whether a release would wait for it
     */
    public record Pending(String submissionId, String status, Optional<String> reason, boolean waits) {}

    /**
     * A rollout in progress.
     *
     * @param reason why a release would stop because of it; empty where it would finalize it first
     */
    public record InRollout(RolloutState state, Optional<String> reason) {
        /** What a release would do about it. */
        public String line() {
            return reason.map("submit would stop: "::concat)
                    .orElseGet(() -> "submit would finalize the rollout of submission " + state.submissionId()
                            + " first (" + RolloutState.words(state.rollout()) + "): everybody gets it");
        }

        JsonObject json() {
            return Json.PROVIDER
                    .createObjectBuilder(RolloutState.json(state.submissionId(), state.rollout()))
                    .add("stopsSubmit", reason.isPresent())
                    .build();
        }
    }

    /**
     * Reads and plans.
     *
     * @param busyUntil how long a release would wait for another submission; empty for not at all
     * @param draftRecord where a release notes its drafts
     */
    public static PlannedRelease of(
            StoreClient store,
            Product product,
            ReleaseRequest request,
            OnPending onPending,
            OnRollout onRollout,
            Optional<Instant> busyUntil,
            Path draftRecord,
            ReleaseLog log)
            throws StoreRefusedException, IOException, InterruptedException {
        return of(StoreState.read(store, product), product, request, onPending, onRollout, busyUntil, draftRecord, log);
    }

    /** The same on a state that was read before. */
    static PlannedRelease of(
            StoreState state,
            Product product,
            ReleaseRequest request,
            OnPending onPending,
            OnRollout onRollout,
            Optional<Instant> busyUntil,
            Path draftRecord,
            ReleaseLog log)
            throws IOException {
        DraftRecord record =
                new DraftRecord(draftRecord, product, request.digest(product, state.publishedOrBlank()), log);
        Decision decision = new PendingPolicy(product, request, onPending, record, id -> false).decide(state);
        Plan plan = decision.plan(product, request, state);
        return new PlannedRelease(
                plan,
                state.publishedOrBlank(),
                description(decision, state),
                pending(state, decision, plan, busyUntil),
                rollout(state, decision, plan, new RolloutPolicy(product, onRollout)),
                !plan.changes().isEmpty() && (state.published().isPresent() || decision instanceof Decision.Resume));
    }

    /** The same, with the text of the notes for certification where somebody wants to see it. */
    public PlannedRelease showingNotes(boolean show) {
        return new PlannedRelease(plan.showingNotes(show), published, description, pending, rollout, isUpdate);
    }

    /** The document to check: as it would be sent, as far as that is known before there is a draft. */
    public JsonObject checked() {
        return isUpdate ? plan.merged() : StoreState.withAnyPrice(plan.product(), plan.merged());
    }

    /** {@code {"changes": [...], "files": [...], "pending": {...}, "rollout": {...}}}. */
    public JsonObject json() {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder(plan.json());
        pending.ifPresent(one -> json.add(
                "pending",
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("submissionId", one.submissionId())
                        .add("status", one.status())
                        .add("stopsSubmit", one.reason().isPresent() && !one.waits())
                        .add("waits", one.waits())));
        rollout.ifPresent(one -> json.add("rollout", one.json()));
        return json.build();
    }

    private static Optional<InRollout> rollout(StoreState state, Decision decision, Plan plan, RolloutPolicy policy) {
        boolean creates = decision instanceof Decision.Create || decision instanceof Decision.Recreate;
        return creates && !plan.changes().isEmpty()
                ? policy.inProgress(state).map(rollout -> new InRollout(rollout, policy.reason(state)))
                : Optional.empty();
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
                        .map(id -> "; submission " + id + " is pending as well")
                        .orElse("");
    }

    private static Optional<Pending> pending(
            StoreState state, Decision decision, Plan plan, Optional<Instant> busyUntil) {
        Optional<String> reason = decision instanceof Decision.Stop stop
                        && (stop.always() || !plan.changes().isEmpty())
                ? Optional.of(stop.reason().getMessage())
                : Optional.empty();
        boolean waits = reason.isPresent()
                && decision instanceof Decision.Stop stop
                && stop.reason() instanceof BusySlotException busy
                && busyUntil.filter(end -> BusySlot.isWaitedFor(busy, end)).isPresent();
        return state.pending()
                .map(document -> new Pending(
                        state.pendingId().orElseThrow(),
                        SubmissionStatus.of(document).name(),
                        reason,
                        waits));
    }
}
