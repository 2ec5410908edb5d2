package io.github.storemaven.submission;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseReport.Pending;
import jakarta.json.JsonValue;
import java.util.Optional;

/** How far a release has come, and what is true of its submission when it stops here; asked by another thread at any moment. */
public final class ReleaseProgress {
    private final Product product;
    private final OnPending onPending;

    private volatile String resumeHint;
    private volatile String submissionId;
    private volatile SubmissionStatus status;
    private volatile Pending pending;
    private volatile Plan plan;

    ReleaseProgress(Product product, OnPending onPending) {
        this.product = product;
        this.onPending = onPending;
    }

    /** A draft that a later run can finish. */
    void draft(String id) {
        submissionId = id;
        status = new SubmissionStatus(SubmissionStatus.DRAFT, JsonValue.EMPTY_JSON_OBJECT);
        resumeHint = "Draft " + id + " of " + product + " is kept in Partner Center; the same command "
                + (onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" resumes it. " : "resumes it. ")
                + PartnerCenter.page(product, id);
    }

    /** Nobody can take it back any more by API; a later run can wait for it. */
    void committed(String id, SubmissionStatus known) {
        submissionId = id;
        status = known;
        resumeHint = "Submission " + id + " of " + product
                + " is committed, and the Store continues with it; the same command "
                + (onPending == OnPending.FAIL ? "with \"-Dstore.onPending=resume\" waits for it. " : "waits for it. ")
                + PartnerCenter.page(product, id);
    }

    /** The Store was heard of the submission. */
    void heard(SubmissionStatus known) {
        status = known;
    }

    /** What the run had open has come to its end. */
    void ended() {
        resumeHint = null;
    }

    /** What the run had open is there no more. */
    void gone() {
        resumeHint = null;
        submissionId = null;
        status = null;
    }

    void plans(Plan changes) {
        plan = changes;
    }

    /** Another submission is in the way. */
    void isBehind(Pending other) {
        pending = other;
    }

    void isBehindNothing() {
        pending = null;
    }

    /** Another submission is waited for. */
    void waits(String id) {
        resumeHint = "The wait for submission " + id + " of " + product + " did not end. Nothing was sent; the same"
                + " command waits again. " + PartnerCenter.page(product, id);
    }

    /** What an interruption would leave in the Store, and how to resume it; empty where there is nothing. */
    public Optional<String> resumeHint() {
        return Optional.ofNullable(resumeHint);
    }

    /** The submission that holds what is wanted; empty before there is one, and after it was deleted. */
    public Optional<String> submissionId() {
        return Optional.ofNullable(submissionId);
    }

    /** Its status, as it was heard last. */
    public Optional<SubmissionStatus> status() {
        return Optional.ofNullable(status);
    }

    /** What is in the way. */
    public Optional<Pending> pending() {
        return Optional.ofNullable(pending);
    }

    /** What is to be changed, as far as it is known. */
    public Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }
}
