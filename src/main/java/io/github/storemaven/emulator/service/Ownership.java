package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.product.Maker;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.Submission;

/** What the API may do with a submission, by its maker and its state (reference 9.5, 12.1). */
final class Ownership {
    private Ownership() {}

    static void requireOurs(Submission submission) throws Refusal {
        if (submission.maker() != Maker.API && submission.status() == Status.PENDING_COMMIT) {
            throw notOurs();
        }
    }

    static Refusal notOurs() {
        return new Refusal(
                400,
                "InvalidOperation",
                "applicationSubmission",
                "Ingestion API can only update, delete, and commit submissions that are created through the API");
    }

    static void requireDraft(Submission submission, String message) throws Refusal {
        if (submission.status() != Status.PENDING_COMMIT) {
            throw Refusal.invalidState("submission", message);
        }
    }
}
