package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the draft of a release: deletes what is in its way, where that was decided, and creates. After an end that says
 * nothing it looks before it repeats, since the draft may be there all the same (field report 3).
 */
final class DraftOpener {
    /** The service sets these on a copy by itself (reference, section 12.3). */
    private static final String SET_ON_A_COPY = "/packageDeliveryOptions/packageRollout/";

    /**
     * A submission that can be edited.
     *
     * @param document to edit
     * @param origin how this run came by it
     */
    record Draft(String id, JsonObject document, Origin origin) {
        enum Origin {
            /** Created by this run, a fresh copy of what is published. */
            CREATED,
            /** Created by this run, though the Store said otherwise: it may store nothing (field report 3). */
            UNCONFIRMED,
            /** Found pending, and resumed. */
            RESUMED
        }

        /** Whether somebody else, or an earlier run, has made it; only what this run made is this run's to delete. */
        boolean isResumed() {
            return origin == Origin.RESUMED;
        }
    }

    private final StoreClient store;
    private final Product product;
    private final Submissions submissions;
    private final LookBeforeRetry creating;

    DraftOpener(StoreClient store, Product product, TimeSource time) {
        this.store = store;
        this.product = product;
        this.submissions = store.submissions(product);
        this.creating = new LookBeforeRetry(time, "A submission of " + product + " may have been created");
    }

    /** Deletes a submission that is pending. */
    void delete(String id) throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        delete(id, reason -> PendingPolicy.explain(product, id, reason));
    }

    /** The same of one that is in the way, with its document. */
    void deleteInTheWay(String id, JsonObject document)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        delete(id, reason -> new BusySlotException(product, id, document, PendingPolicy.PENDING + reason, false));
    }

    private void delete(String id, Function<String, ReleaseRefusedException> explained)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        try {
            submissions.delete(id);
        } catch (StoreRefusedException refused) {
            if (refused.isMadeInPartnerCenter()) {
                throw explained.apply(
                        "It was made in Partner Center, and only there can it be deleted. Do that, then run the"
                                + " same command again. " + refused.getMessage());
            }
            throw refused;
        }
    }

    /**
     * Creates a draft.
     *
     * @param state as it was before
     * @param deleted the submission that was in the way, for which the service may still take the new one
     */
    Draft create(StoreState state, Optional<String> deleted)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return creating.<Draft, ReleaseRefusedException>run(
                () -> draft(submissions.create(), Draft.Origin.CREATED),
                () -> unconfirmed(state, deleted),
                refused -> isAfterEffect(refused, deleted));
    }

    /** A draft that is there after a create without a clear answer: ours if nobody has worked on it. */
    private Optional<Draft> unconfirmed(StoreState state, Optional<String> deleted)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<String> pending = store.product(product).pending();
        if (pending.isEmpty() || pending.equals(deleted)) {
            return Optional.empty();
        }
        JsonObject found = submissions.get(pending.get());
        if (isUntouched(found, state)) {
            return Optional.of(new Draft(pending.get(), found, Draft.Origin.UNCONFIRMED));
        }
        throw madeMeanwhile(pending.get(), found);
    }

    private static boolean isUntouched(JsonObject found, StoreState state) {
        return PendingPolicy.isEditable(found)
                && PendingFiles.of(found).isEmpty()
                && state.published().map(published -> Difference.between(published, found)).orElse(List.of()).stream()
                        .allMatch(DraftOpener::isSetOnACopy);
    }

    /** Whether a change is one that the service makes in a copy by itself. */
    static boolean isSetOnACopy(Change change) {
        return change.path().startsWith(SET_ON_A_COPY);
    }

    /** A conflict after a deletion may be its echo; any other has a reason, which is told. */
    private boolean isAfterEffect(StoreRefusedException refused, Optional<String> deleted)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (!refused.isConflict()) {
            return false;
        }
        ProductResource resource = store.product(product);
        boolean another = resource.pending().isPresent() && !resource.pending().equals(deleted);
        if (another) {
            String id = resource.pending().get();
            throw madeMeanwhile(id, submissions.get(id));
        }
        if (deleted.isPresent()) {
            return true;
        }
        throw withoutPending(resource, refused);
    }

    private ReleaseRefusedException madeMeanwhile(String id, JsonObject document) {
        boolean ofPartnerCenter = PendingPolicy.isOfPartnerCenter(document);
        String reason = ofPartnerCenter
                ? PendingPolicy.PENDING
                        + "It was not there when this run began, and was not changed. It was made in Partner"
                        + " Center, and only there can it be committed or deleted. Do that, then run the same command"
                        + " again."
                : PendingPolicy.ANOTHER_RUNS;
        return new BusySlotException(product, id, document, reason, !ofPartnerCenter);
    }

    private ReleaseRefusedException withoutPending(ProductResource resource, StoreRefusedException refused)
            throws InterruptedException {
        String reason = "No submission is pending, so the product probably uses a feature that the submission API does"
                + " not support; see " + PartnerCenter.page(product);
        try {
            if (resource.lastPublished().isPresent()
                    && product.type().packagesMember().isPresent()) {
                String published = resource.lastPublished().get();
                RolloutState state = new RolloutState(product, published, submissions.rollout(published));
                reason = state.rollout().isInProgress() ? RolloutPolicy.explain(state) : reason;
            }
        } catch (StoreRefusedException | IOException unanswered) {
            refused.addSuppressed(unanswered);
        }
        return new ReleaseRefusedException(refused.getMessage() + " " + reason, refused);
    }

    private static Draft draft(SubmissionHead head, Draft.Origin origin) {
        return new Draft(head.id().orElseThrow(), head.json(), origin);
    }
}
