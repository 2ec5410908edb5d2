package io.github.storemaven.emulator;

import io.github.storemaven.emulator.api.SubmissionClone;
import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.catalog.SubmissionStatus;
import io.github.storemaven.emulator.commit.SubmissionLifecycle;
import io.github.storemaven.emulator.document.ProductType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a person does in Partner Center; whoever calls holds the catalog's lock. */
record PartnerCenter(Catalog catalog, SubmissionClone clones, Duration pace) {
    Submission create(String productId) {
        Product product = product(productId);
        if (product.pending()
                .filter(s -> s.status() != SubmissionStatus.CANCELED)
                .isPresent()) {
            throw new IllegalStateException(productId + " has a pending submission already");
        }
        return clones.create(product, Submission.Origin.PARTNER_CENTER);
    }

    Submission edit(String productId) {
        Submission submission = pending(productId);
        submission.editedInPartnerCenter();
        return submission;
    }

    Submission cancel(String productId) {
        Submission submission = pending(productId);
        submission.enter(
                new Submission.Step(SubmissionStatus.CANCELED, catalog.now(), submission.details()),
                List.of(),
                Optional.empty());
        return submission;
    }

    /** The button "Publish now" of a submission that waits in {@code Release}. */
    Submission publishNow(String productId) {
        Submission submission = pending(productId);
        if (submission.status() != SubmissionStatus.RELEASE) {
            throw new IllegalStateException(
                    "the submission is in " + submission.status().apiName() + ", not in Release");
        }
        Submission.Step now = new Submission.Step(SubmissionStatus.RELEASE, submission.since(), submission.details());
        submission.enter(
                now, new SubmissionLifecycle(pace).released(catalog.now(), submission.details()), Optional.empty());
        return submission;
    }

    private Submission pending(String productId) {
        return product(productId)
                .pending()
                .orElseThrow(() -> new IllegalStateException(productId + " has no pending submission"));
    }

    private Product product(String id) {
        return catalog.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + ProductType.APPLICATION.label() + ", add-on or flight " + id));
    }
}
