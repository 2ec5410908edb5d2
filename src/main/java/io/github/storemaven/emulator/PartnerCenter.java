package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Maker;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.Step;
import io.github.storemaven.emulator.product.Submission;
import io.github.storemaven.emulator.service.Drafts;
import io.github.storemaven.emulator.service.Way;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a person does in Partner Center; whoever calls holds the catalog's monitor. */
record PartnerCenter(Catalog catalog, Drafts drafts, Duration pace) {
    void create(String productId) {
        Product product = product(productId);
        if (product.pending().filter(s -> s.status() != Status.CANCELED).isPresent()) {
            throw new IllegalStateException(productId + " has a pending submission already");
        }
        drafts.create(product, Maker.PARTNER_CENTER, drafts.start(product));
    }

    void edit(String productId) {
        pending(productId).editedInPartnerCenter();
    }

    void cancel(String productId) {
        Submission submission = pending(productId);
        submission.enter(new Step(Status.CANCELED, catalog.now(), submission.details()), List.of(), Optional.empty());
    }

    /** The button "Publish now" of a submission that waits in {@code Release}. */
    void publishNow(String productId) {
        Submission submission = pending(productId);
        if (submission.status() != Status.RELEASE) {
            throw new IllegalStateException(
                    "the submission is in " + submission.status().word() + ", not in Release");
        }
        Step now = new Step(Status.RELEASE, submission.since(), submission.details());
        submission.enter(now, new Way(pace).released(catalog.now(), submission.details()), Optional.empty());
    }

    private Submission pending(String productId) {
        return product(productId)
                .pending()
                .orElseThrow(() -> new IllegalStateException(productId + " has no pending submission"));
    }

    private Product product(String id) {
        return catalog.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + Kind.APPLICATION.word() + ", add-on or flight " + id));
    }
}
