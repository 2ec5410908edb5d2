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
import io.github.storemaven.emulator.web.Remarks;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commit: its outcome is found at once, and shows when the clock says so (reference 5.9, 12.5). */
final class CommitCalls {
    private final Catalog catalog;
    private final Lookup lookup;
    private final Uploads uploads;
    private final StoreBehaviour behaviour;
    private final Faults faults;
    private final Remarks remarks;

    CommitCalls(Catalog catalog, Uploads uploads, StoreBehaviour behaviour, Faults faults, Remarks remarks) {
        this.catalog = catalog;
        this.lookup = new Lookup(catalog);
        this.uploads = uploads;
        this.behaviour = behaviour;
        this.faults = faults;
        this.remarks = remarks;
    }

    /** The upload may be large: meanwhile the submission is in {@code CommitStarted}, and others are served. */
    Answer commit(Asked asked) throws Refusal, IOException {
        CommitRun run;
        synchronized (catalog) {
            run = begin(asked);
        }
        boolean read = false;
        try {
            run.read();
            read = true;
        } finally {
            synchronized (catalog) {
                end(run, read);
            }
        }
        return Answer.json(
                202, Json.object().add("status", "CommitStarted").build().toString());
    }

    private CommitRun begin(Asked asked) throws Refusal {
        Product product = lookup.product(asked);
        Submission submission = lookup.submission(product, asked);
        Ownership.requireOurs(submission);
        Ownership.requireDraft(submission, "Submission in its current state cannot be committed");
        Step now = new Step(Status.COMMIT_STARTED, catalog.now(), submission.details());
        submission.enter(now, List.of(), Optional.empty());
        return new CommitRun(product, submission, uploads.data(submission), behaviour.work());
    }

    private void end(CommitRun run, boolean read) {
        Submission submission = run.submission();
        if (!read) {
            Step draft = new Step(Status.PENDING_COMMIT, catalog.now(), submission.details());
            submission.enter(draft, List.of(), Optional.empty());
            return;
        }
        Product product = run.product();
        Outcome outcome = run.judge(catalog, behaviour.on(Switch.AGE_RATINGS_DONE), behaviour.on(Switch.TITLES_STRICT));
        String subject = submission.friendlyName() + " of " + product.kind().word() + " " + product.id() + ": ";
        outcome.causes().forEach(cause -> remarks.add(subject + cause));
        start(product, submission, outcome);
    }

    private void start(Product product, Submission submission, Outcome outcome) {
        Way way = new Way(behaviour.pace());
        Step now = new Step(Status.COMMIT_STARTED, submission.since(), submission.details());
        boolean accepted = outcome.errors().isEmpty();
        JsonObject document = accepted ? arriving(product, outcome.document()) : outcome.document();
        submission.replacePackages(accepted ? outcome.packages() : Map.of());
        submission.enter(
                now,
                new FaultyWay(faults, product.id()).spoil(ahead(way, now, outcome, document)),
                accepted ? Optional.of(document) : Optional.empty());
    }

    private static List<Step> ahead(Way way, Step now, Outcome outcome, JsonObject document) {
        if (!outcome.errors().isEmpty()) {
            return way.refused(now.since(), outcome.details());
        }
        return outcome.processingErrors().isEmpty()
                ? way.accepted(now.since(), document, outcome.details())
                : way.refusedInProcessing(now.since(), outcome.details(), outcome.processingDetails());
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
