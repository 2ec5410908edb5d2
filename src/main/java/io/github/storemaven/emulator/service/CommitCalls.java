package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.commit.CommitRun;
import io.github.storemaven.emulator.commit.Outcome;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.fault.FaultKind;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.Step;
import io.github.storemaven.emulator.product.Submission;
import io.github.storemaven.emulator.web.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The commit: its outcome is found at once, and shows when the clock says so (reference 5.9, 12.5). */
final class CommitCalls {
    private final Catalog catalog;
    private final Lookup lookup;
    private final Uploads uploads;
    private final Rules rules;
    private final Faults faults;

    CommitCalls(Catalog catalog, Uploads uploads, Rules rules, Faults faults) {
        this.catalog = catalog;
        this.lookup = new Lookup(catalog);
        this.uploads = uploads;
        this.rules = rules;
        this.faults = faults;
    }

    Answer commit(Asked asked) throws Refusal, IOException {
        Product product = lookup.product(asked);
        Submission submission = lookup.submission(product, asked);
        Ownership.requireOurs(submission);
        Ownership.requireDraft(submission, "Submission in its current state cannot be committed");
        Product application = lookup.application(product);
        Outcome outcome = new CommitRun(product, application, submission.document(), catalog.numbers(), rules.work())
                .run(uploads.data(submission), rules.on(Switch.AGE_RATINGS_DONE), rules.on(Switch.TITLES_STRICT));
        start(product, submission, outcome);
        return Answer.json(
                202, Json.object().add("status", "CommitStarted").build().toString());
    }

    private void start(Product product, Submission submission, Outcome outcome) {
        Way way = new Way(rules.pace());
        Step now = new Step(Status.COMMIT_STARTED, catalog.now(), submission.details());
        boolean good = outcome.errors().isEmpty();
        JsonObject document = good ? arriving(product, outcome.document()) : outcome.document();
        List<Step> ahead = good
                ? way.accepted(now.since(), document, outcome.details())
                : way.refused(now.since(), outcome.details());
        submission.enter(
                now, new FaultyWay(faults, product.id()).spoil(ahead), good ? Optional.of(document) : Optional.empty());
    }

    /** A report tells of a Store that took the commit, lost the new package without a word, and published the old one. */
    private JsonObject arriving(Product product, JsonObject document) {
        String member = product.kind().packagesMember();
        if (member.isEmpty()
                || faults.take(FaultKind.DROP_PACKAGES, Call.COMMIT_SUBMISSION.word(), product.id())
                        .isEmpty()) {
            return document;
        }
        JsonObject published = product.published()
                .map(Submission::document)
                .orElseGet(() -> product.kind().blankDraft());
        return Json.with(document, member, Json.items(published, member));
    }
}
