package io.github.storemaven.submission;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import java.util.Optional;

/** The submission that a run has open, and what is true of it when the run stops here; asked by another thread. */
final class ResumeHint {
    private final Product product;
    private final OnPending onPending;

    private volatile String text;

    ResumeHint(Product product, OnPending onPending) {
        this.product = product;
        this.onPending = onPending;
    }

    /** A draft that a later run can finish. */
    void draft(String id) {
        text = "Draft " + id + " of " + product + " stays in the Store; the same command "
                + (onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" resumes it. " : "resumes it. ")
                + PartnerCenter.page(product, id);
    }

    /** Nobody can take it back any more by API; a later run can wait for it. */
    void committed(String id) {
        text = "Submission " + id + " of " + product + " is committed and on its way in the Store; the same command "
                + (onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" waits for it. " : "waits for it. ")
                + PartnerCenter.page(product, id);
    }

    void nothing() {
        text = null;
    }

    /** What an interruption would leave in the Store, and how to resume it; empty where there is nothing. */
    Optional<String> text() {
        return Optional.ofNullable(text);
    }
}
