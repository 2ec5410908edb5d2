package io.github.storemaven.submission;

import io.github.storemaven.document.Difference;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.json.Members;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.StoreError;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;

/** What to do about a submission that is pending already: the table of the design's section 2. */
final class PendingPolicy {
    private final Submissions submissions;
    private final ReleaseRequest wanted;
    private final OnPending onPending;
    private final DraftRecord record;
    private final ReleaseLog log;

    PendingPolicy(
            Submissions submissions, ReleaseRequest wanted, OnPending onPending, DraftRecord record, ReleaseLog log) {
        this.submissions = submissions;
        this.wanted = wanted;
        this.onPending = onPending;
        this.record = record;
        this.log = log;
    }

    /** Goes on with the pending submission, or deletes it (empty then), or explains why neither is possible. */
    Optional<Opened> decide(JsonObject pending) throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        SubmissionStatus status = SubmissionStatus.of(pending);
        if (!isDraft(pending) && !States.isFailed(status.name())) { // A state that nobody documented is left alone.
            return Optional.of(onItsWay(pending, status));
        }
        if (onPending == OnPending.FAIL) {
            throw explain(pending, "It is in the state " + status.name() + ", and onPending is fail.");
        }
        return isDraft(pending) ? draft(pending) : failed(pending, status);
    }

    /** Whether a document is of a draft that the API may edit: one of Partner Center has no upload address. */
    static boolean isEditable(JsonObject document) {
        return isDraft(document) && Members.text(document, "fileUploadUrl").isPresent();
    }

    private static boolean isDraft(JsonObject document) {
        return SubmissionStatus.of(document).name().equals(States.DRAFT);
    }

    private Opened onItsWay(JsonObject pending, SubmissionStatus status) throws ReleaseRefused {
        boolean equal = Difference.between(pending, wanted.applyTo(pending)).isEmpty();
        if (!equal || onPending == OnPending.FAIL) {
            throw explain(
                    pending,
                    "It is in the state " + status.name()
                            + (equal
                                    ? " and holds what is wanted, and onPending is fail."
                                    : " and holds something else.")
                            + " Wait until it is published, or cancel it in Partner Center.");
        }
        log.info("Submission " + id(pending) + " is on its way with all that is wanted (" + status.name() + ")");
        return new Opened.OnItsWay(id(pending), status);
    }

    private Optional<Opened> draft(JsonObject pending)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        if (!isEditable(pending)) {
            throw explain(
                    pending,
                    "It was made in Partner Center, where alone it can be committed or deleted. Do that first.");
        }
        if (record.isOf(id(pending))) {
            log.info("Going on with draft " + id(pending) + " of an earlier run");
            return found(pending);
        }
        if (onPending == OnPending.REPLACE) {
            return deleted(pending);
        }
        return resumed(pending);
    }

    private Optional<Opened> resumed(JsonObject pending) throws ReleaseRefused, IOException {
        var foreign = OwnFiles.missing(PendingFiles.of(pending), wanted);
        if (!foreign.isEmpty()) {
            throw explain(
                    pending, "It waits for files that this project does not have: " + String.join(", ", foreign) + ".");
        }
        log.info("Going on with draft " + id(pending));
        return found(pending);
    }

    private Optional<Opened> failed(JsonObject pending, SubmissionStatus status)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        if (onPending == OnPending.RESUME) {
            throw explain(pending, "It is in the state " + status.name() + ", which cannot be gone on with.");
        }
        return deleted(pending);
    }

    private Optional<Opened> deleted(JsonObject pending)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        try {
            log.info("Deleting submission " + id(pending) + ", which is pending ("
                    + SubmissionStatus.of(pending).name() + ", onPending is replace)");
            submissions.delete(id(pending));
            return Optional.empty();
        } catch (StoreRefused refused) {
            if (refused.error()
                    .map(StoreError::code)
                    .filter(StoreError.INVALID_OPERATION::equals)
                    .isPresent()) {
                throw explain(
                        pending,
                        "It was made in Partner Center, where alone it can be deleted. " + refused.getMessage());
            }
            throw refused;
        }
    }

    private static Optional<Opened> found(JsonObject pending) {
        return Optional.of(new Opened.Editable(new Draft(id(pending), pending, Draft.Origin.FOUND)));
    }

    private ReleaseRefused explain(JsonObject pending, String reason) {
        return new ReleaseRefused("Submission " + id(pending) + " of " + wanted.product() + " is pending already. "
                + reason + " " + PartnerCenter.page(wanted.product(), id(pending)));
    }

    private static String id(JsonObject document) {
        return Members.text(document, "id").orElseThrow();
    }
}
