package io.github.storemaven.submission;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import java.util.Optional;

/** The submission that a run has in hand, and what is true of it when the run stops here; asked by another thread. */
final class SubmissionInHand {
    private final Product product;
    private final OnPending onPending;

    private volatile String advice;

    SubmissionInHand(Product product, OnPending onPending) {
        this.product = product;
        this.onPending = onPending;
    }

    /** A draft that a later run can finish. */
    void draft(String id) {
        advice = "Draft " + id + " of " + product + " stays in the Store; the same command "
                + (onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" resumes it. " : "resumes it. ")
                + PartnerCenter.page(product, id);
    }

    /** Nobody can take it back any more by API; a later run can wait for it. */
    void committed(String id) {
        advice = "Submission " + id + " of " + product + " is committed and on its way in the Store; the same command "
                + (onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" waits for it. " : "waits for it. ")
                + PartnerCenter.page(product, id);
    }

    void none() {
        advice = null;
    }

    /** What an interruption would leave in the Store, and how to go on; empty where there is nothing. */
    Optional<String> howToGoOn() {
        return Optional.ofNullable(advice);
    }
}
