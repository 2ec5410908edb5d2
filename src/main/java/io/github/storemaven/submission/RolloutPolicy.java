package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;

/** What a release does about a rollout in progress of what is published: no next submission is possible (reference, section 11). */
final class RolloutPolicy {
    private static final String OPTIONS = "packageDeliveryOptions";

    private final Product product;
    private final OnRollout onRollout;

    RolloutPolicy(Product product, OnRollout onRollout) {
        this.product = product;
        this.onRollout = onRollout;
    }

    /** The rollout that is in progress, as the published document tells it; no request. */
    Optional<RolloutState> inProgress(StoreState state) {
        return state.published()
                .flatMap(Rollout::ofDocument)
                .filter(Rollout::isInProgress)
                .map(rollout -> new RolloutState(product, state.publishedId().orElseThrow(), rollout));
    }

    /** Why a release stops; empty where it does not. */
    Optional<String> reason(StoreState state) {
        return onRollout == OnRollout.FAIL ? inProgress(state).map(RolloutPolicy::explain) : Optional.empty();
    }

    /**
     * Finalizes the rollout, where that is wanted; one request.
     *
     * @return the state after it
     * @throws ReleaseRefusedException where it is not wanted; nothing was changed
     */
    StoreState apply(StoreState state, RolloutChange change, ReleaseLog log)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<RolloutState> rollout = inProgress(state);
        if (rollout.isEmpty()) {
            return state;
        }
        if (onRollout == OnRollout.FAIL) {
            throw new ReleaseRefusedException(explain(rollout.get()));
        }
        log.finalizesFirst(rollout.get());
        return with(state, change.complete(rollout.get()).rollout());
    }

    /** What names both ways out. */
    static String explain(RolloutState state) {
        return "The gradual rollout of submission " + state.submissionId() + " of " + state.product()
                + " is in progress (" + RolloutState.words(state.rollout())
                + "), and the Store takes no next submission before it is finalized or halted. Nothing was changed."
                + " Either give it to everybody: \"-Dstore.onRollout=finalize\" finalizes it first and releases then;"
                + " or halt it with mvn store:rollout \"-Dstore.rolloutAction=halt\", and run the same command again. "
                + PartnerCenter.page(state.product(), state.submissionId());
    }

    private static StoreState with(StoreState state, Rollout finalized) {
        JsonObject published = state.published().orElseThrow();
        JsonObject options = Members.objectOrEmpty(published, OPTIONS);
        return new StoreState(
                state.publishedId(),
                Optional.of(
                        Members.with(published, OPTIONS, Members.with(options, "packageRollout", finalized.json()))),
                state.pendingId(),
                state.pending(),
                state.name());
    }
}
