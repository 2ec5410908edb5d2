package io.github.storemaven.submission;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.DraftOpener.Draft;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.transfer.SasExpiredException;
import java.io.IOException;
import java.util.Optional;

/** What becomes of a draft that cannot be completed: it is deleted, made anew or left, and the failure says which. */
final class DraftRecovery {
    private final StoreClient store;
    private final Product product;
    private final ReleaseOptions options;
    private final DraftRecord record;
    private final ReleaseProgress progress;
    private final ReleaseLog log;

    DraftRecovery(
            StoreClient store,
            Product product,
            ReleaseOptions options,
            DraftRecord record,
            ReleaseProgress progress,
            ReleaseLog log) {
        this.store = store;
        this.product = product;
        this.options = options;
        this.record = record;
        this.progress = progress;
        this.log = log;
    }

    /** A draft of ours that can never be committed is deleted; one that was found stays for whoever made it. */
    boolean discard(Draft draft) throws InterruptedException {
        if (draft.isResumed()) {
            return false;
        }
        try {
            delete(draft.id());
            return true;
        } catch (StoreRefusedException | IOException problem) { // The reason to give up is what has to be told.
            log.notDiscarded(draft.id(), problem);
            return false;
        }
    }

    /** Returns where the draft may be made anew. */
    void afterLoss(Draft draft, DraftUpdate.NotStoredException notStored, boolean mayRecreate)
            throws ReleaseRefusedException, InterruptedException {
        boolean deleted = discard(draft);
        if (draft.origin() == Draft.Origin.UNCONFIRMED && mayRecreate) {
            log.storesNothing(draft.id());
            return;
        }
        throw new ReleaseRefusedException(
                notStored.getMessage() + "\nNothing was committed. " + place(draft, deleted), notStored);
    }

    /**
     * A draft whose address has expired can never be completed; what somebody wants to resume is not ours to drop. Returns
     * where the draft may be made anew.
     */
    void afterExpiry(Draft draft, SasExpiredException expired, boolean mayRecreate)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        stopIfReplaced(draft.id(), expired);
        if (draft.isResumed() && options.onPending() != OnPending.REPLACE) {
            throw expired;
        }
        log.addressExpired(draft.id());
        delete(draft.id());
        if (!mayRecreate) {
            throw expired;
        }
    }

    /** The failure of an update that the Store has refused. */
    ReleaseRefusedException refusedUpdate(Draft draft, DraftUpdate.RefusedException refused)
            throws ReleaseRefusedException, InterruptedException {
        StoreRefusedException response = refused.response();
        stopIfReplaced(draft.id(), response);
        boolean deleted = refused.isFinal() && discard(draft);
        String advice = refused.isOfPartnerCenter()
                ? " It was made or edited in Partner Center. Delete it there, and run the same command again; or"
                        + " submit it there, and the next run tells what still differs: "
                : " See ";
        return new ReleaseRefusedException(response.getMessage() + advice + place(draft, deleted), response);
    }

    /** Two runs at once: the one whose draft is gone says so, and does not delete the other's in turn. */
    void stopIfReplaced(String id, Exception failure) throws ReleaseRefusedException, InterruptedException {
        Optional<String> pending;
        try {
            pending = store.product(product).pending();
        } catch (StoreRefusedException | IOException unanswered) {
            failure.addSuppressed(unanswered);
            return;
        }
        if (!pending.equals(Optional.of(id))) {
            progress.gone();
            record.clear();
            throw new ReleaseRefusedException(
                    ReleaseOutcome.REPLACED,
                    "Another run, or somebody in Partner Center, has deleted submission " + id + " of " + product
                            + pending.map(other -> " and made submission " + other)
                                    .orElse("")
                            + " while this run was sending it. This run has committed nothing. Release one product"
                            + " by one build at a time. " + PartnerCenter.page(product),
                    failure);
        }
    }

    private void delete(String id) throws StoreRefusedException, IOException, InterruptedException {
        store.submissions(product).delete(id);
        record.clear();
        progress.gone();
        log.discarded(id);
    }

    /** The page of a draft, or of the product where the draft is deleted. */
    private String place(Draft draft, boolean deleted) {
        return (deleted ? PartnerCenter.page(product) : PartnerCenter.page(product, draft.id())).toString();
    }
}
