package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.commit.CommitRun;
import io.github.storemaven.emulator.commit.Outcome;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.fault.FaultKind;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Maker;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.Step;
import io.github.storemaven.emulator.product.Submission;
import io.github.storemaven.emulator.update.Update;
import io.github.storemaven.emulator.web.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Create, get, status, update, commit and delete, for all three kinds of product (reference 5.5 to 5.10). */
final class SubmissionCalls {
    private final Catalog catalog;
    private final Lookup lookup;
    private final Views views;
    private final Uploads uploads;
    private final Drafts drafts;
    private final Rules rules;
    private final Faults faults;

    SubmissionCalls(Catalog catalog, Uploads uploads, Drafts drafts, Rules rules, Faults faults) {
        this.catalog = catalog;
        this.lookup = new Lookup(catalog);
        this.views = new Views(uploads);
        this.uploads = uploads;
        this.drafts = drafts;
        this.rules = rules;
        this.faults = faults;
    }

    Answer create(Asked asked) throws Refusal {
        Product product = lookup.product(asked);
        if (struck(FaultKind.PARTNER_CENTER_DRAFT, product) && product.pending().isEmpty()) {
            drafts.create(product, Maker.PARTNER_CENTER, drafts.start(product));
        }
        drafts.requirePossible(product);
        JsonObject start = drafts.start(product);
        JsonObject document = hasBody(asked) ? update(product, start).apply(asked.body()) : start;
        product.pending().ifPresent(uploads::delete);
        Submission submission = drafts.create(product, Maker.API, document);
        spoil(product, submission);
        boolean minimal = asked.request()
                .query()
                .get("isMinimalResponse")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        JsonObject view = minimal ? views.minimal(product, submission) : views.submission(product, submission);
        return Answer.json(201, view.toString());
    }

    private void spoil(Product product, Submission submission) throws Refusal {
        if (struck(FaultKind.EXPIRED_UPLOAD, product)) {
            submission.replaceUpload(submission.upload().map(ticket -> ticket.expiring(catalog.now())));
        }
        boolean zombie = struck(FaultKind.ZOMBIE, product);
        if (zombie) {
            submission.becomeZombie();
        }
        if (zombie || struck(FaultKind.GHOST_CREATE, product)) {
            throw new Refusal(500, "InternalServerError", "", "An internal error happened.");
        }
    }

    private boolean struck(FaultKind kind, Product product) {
        return faults.take(kind, Call.CREATE_SUBMISSION.word(), product.id()).isPresent();
    }

    /** One official client sends {@code null}, and it works (field reports, quirk 1). */
    private static boolean hasBody(Asked asked) {
        String body = new String(asked.body(), StandardCharsets.UTF_8).strip();
        return !body.isEmpty() && !body.equals("null");
    }

    Answer get(Asked asked) throws Refusal {
        Product product = lookup.product(asked);
        return Answer.json(
                200,
                views.submission(product, lookup.submission(product, asked)).toString());
    }

    Answer status(Asked asked) throws Refusal {
        return Answer.json(
                200,
                views.status(lookup.submission(lookup.product(asked), asked)).toString());
    }

    Answer update(Asked asked) throws Refusal {
        Product product = lookup.product(asked);
        Submission submission = lookup.submission(product, asked);
        requireOurs(submission);
        requireDraft(submission, "Submission in its current state cannot be updated");
        JsonObject document = update(product, submission.document()).apply(asked.body());
        requireSupported(document);
        if (!submission.zombie()) {
            submission.replaceDocument(document);
        }
        return Answer.json(200, views.submission(product, submission, document).toString());
    }

    private void requireSupported(JsonObject document) throws Refusal {
        boolean mandatory = Json.flag(Json.object(document, "packageDeliveryOptions"), "isMandatoryUpdate");
        if (mandatory && rules.on(Switch.MANDATORY_UPDATES_REFUSED)) {
            throw Refusal.invalidState(
                    "",
                    "The application uses features that are not supported by the submission API: mandatory updates.");
        }
    }

    private Update update(Product product, JsonObject stored) throws Refusal {
        JsonObject application = lookup.application(product).facts();
        List<String> names =
                Json.items(application, "reservedNames").getValuesAs(jakarta.json.JsonString.class).stream()
                        .map(jakarta.json.JsonString::getString)
                        .toList();
        return new Update(product.kind(), stored, product.kind() == Kind.APPLICATION ? names : List.of());
    }

    Answer commit(Asked asked) throws Refusal, IOException {
        Product product = lookup.product(asked);
        Submission submission = lookup.submission(product, asked);
        requireOurs(submission);
        requireDraft(submission, "Submission in its current state cannot be committed");
        Product application = lookup.application(product);
        Outcome outcome = new CommitRun(product, application, submission.document(), catalog.numbers(), rules.work())
                .run(uploads.data(submission), !rules.on(Switch.AGE_RATINGS_MISSING), rules.on(Switch.TITLES_STRICT));
        start(product, submission, outcome);
        return Answer.json(
                202, Json.object().add("status", "CommitStarted").build().toString());
    }

    private void start(Product product, Submission submission, Outcome outcome) {
        Way way = new Way(rules.pace());
        Step now = new Step(Status.COMMIT_STARTED, catalog.now(), submission.details());
        boolean good = outcome.errors().isEmpty();
        List<Step> ahead = good
                ? way.accepted(now.since(), outcome.document(), outcome.details())
                : way.refused(now.since(), outcome.details());
        submission.enter(
                now,
                new FaultyWay(faults, product.id()).spoil(ahead),
                good ? Optional.of(outcome.document()) : Optional.empty());
    }

    Answer delete(Asked asked) throws Refusal {
        Product product = lookup.product(asked);
        Submission submission = lookup.submission(product, asked);
        if (submission.maker() == Maker.PARTNER_CENTER) {
            throw notOurs();
        }
        if (submission.status() != Status.PENDING_COMMIT && !submission.status().failed()) {
            throw Refusal.invalidState("submissionId", "Submission in its current state cannot be deleted");
        }
        uploads.delete(submission);
        catalog.deletePending(product);
        return Answer.empty(204);
    }

    private static void requireOurs(Submission submission) throws Refusal {
        if (submission.maker() != Maker.API && submission.status() == Status.PENDING_COMMIT) {
            throw notOurs();
        }
    }

    private static Refusal notOurs() {
        return new Refusal(
                400,
                "InvalidOperation",
                "applicationSubmission",
                "Ingestion API can only update, delete, and commit submissions that are created through the API");
    }

    private static void requireDraft(Submission submission, String message) throws Refusal {
        if (submission.status() != Status.PENDING_COMMIT) {
            throw Refusal.invalidState("submission", message);
        }
    }
}
