package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.fault.FaultKind;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Maker;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.Submission;
import io.github.storemaven.emulator.update.Update;
import io.github.storemaven.emulator.web.Answer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Create, get, status, update, commit and delete, for all three kinds of product (reference 5.5 to 5.10). */
final class SubmissionCalls {
    private final Catalog catalog;
    private final Lookup lookup;
    private final Views views;
    private final Uploads uploads;
    private final Drafts drafts;
    private final StoreBehaviour behaviour;
    private final Faults faults;

    SubmissionCalls(Catalog catalog, Uploads uploads, Drafts drafts, StoreBehaviour behaviour, Faults faults) {
        this.catalog = catalog;
        this.lookup = new Lookup(catalog);
        this.views = new Views(uploads);
        this.uploads = uploads;
        this.drafts = drafts;
        this.behaviour = behaviour;
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
        if (hasBody(asked)) {
            requireSupported(document);
        }
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
        Ownership.requireOurs(submission);
        Ownership.requireDraft(submission, "Submission in its current state cannot be updated");
        JsonObject document = update(product, submission.document()).apply(asked.body());
        requireSupported(document);
        if (!submission.zombie()) {
            submission.replaceDocument(document);
        }
        JsonObject shown = Json.without(document, List.of(Kind.LEFT_OUT_IMAGES));
        return Answer.json(200, views.submission(product, submission, shown).toString());
    }

    private void requireSupported(JsonObject document) throws Refusal {
        boolean mandatory = Json.flag(Json.object(document, "packageDeliveryOptions"), "isMandatoryUpdate");
        if (mandatory && behaviour.on(Switch.MANDATORY_UPDATES_REFUSED)) {
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

    Answer delete(Asked asked) throws Refusal {
        Product product = lookup.product(asked);
        Submission submission = lookup.submission(product, asked);
        if (submission.maker() == Maker.PARTNER_CENTER) {
            throw Ownership.notOurs();
        }
        if (submission.status() != Status.PENDING_COMMIT && !submission.status().failed()) {
            throw Refusal.invalidState("submissionId", "Submission in its current state cannot be deleted");
        }
        uploads.delete(submission);
        catalog.deletePending(product);
        return Answer.empty(204);
    }
}
