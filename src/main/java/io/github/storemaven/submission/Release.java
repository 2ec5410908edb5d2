package io.github.storemaven.submission;

import io.github.storemaven.document.Difference;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.transfer.SasExpiredException;
import io.github.storemaven.transfer.UploadException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.NavigableSet;
import java.util.Optional;

/** The sequence: look, create, update, check, upload, commit, poll (design, section 2). */
public final class Release {
    private final ReleaseRequest request;
    private final ReleaseOptions options;
    private final StoreClient store;
    private final Submissions submissions;
    private final Uploader uploader;
    private final TimeSource time;
    private final ReleaseLog log;
    private final DocumentGuard guard;
    private final DraftOpener opener;
    private final DraftUpdate update;
    private final SubmissionInHand inHand;

    /** @param guard looks at the merged document before anything is changed in the Store */
    public Release(
            StoreClient store,
            Uploader uploader,
            TimeSource time,
            ReleaseLog log,
            ReleaseRequest request,
            ReleaseOptions options,
            DocumentGuard guard) {
        this.guard = guard;
        this.request = request;
        this.options = options;
        this.store = store;
        this.submissions = store.submissions(request.product());
        this.uploader = uploader;
        this.time = time;
        this.log = log;
        this.opener = new DraftOpener(store, request.product(), time);
        this.update = new DraftUpdate(submissions);
        this.inHand = new SubmissionInHand(request.product(), options.onPending());
    }

    /**
     * Releases.
     *
     * @throws ReleaseRefused when it cannot go on as asked
     * @throws StoreRefusedException when the Store refuses
     * @throws IOException when the Store cannot be asked, or the wait timed out
     */
    public Outcome run() throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        return run(true);
    }

    /** What an interruption would leave in the Store, and how to go on; empty where there is nothing. */
    public Optional<String> howToGoOn() {
        return inHand.howToGoOn();
    }

    private Outcome run(boolean mayRecreate)
            throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        StoreState state = StoreState.read(store, request.product());
        DraftRecord record = new DraftRecord(
                options.draftRecord(), request.product(), request.digest(state.publishedOrBlank()), log);
        PendingDecision decision = new PendingPolicy(request, options.onPending(), record).decide(state);
        if (decision instanceof PendingDecision.Await onItsWay) {
            return awaitOther(onItsWay);
        }
        if (decision instanceof PendingDecision.Stop stop && stop.always()) {
            throw stop.reason();
        }
        Plan plan = decision.plan(request, state).showingNotes(options.showNotes());
        if (plan.changes().isEmpty()) {
            plan.notSentLine().ifPresent(log::info);
            return alreadyPublished(state);
        }
        if (decision instanceof PendingDecision.Stop stop) {
            throw stop.reason();
        }
        check(plan, decision, state);
        record.prepare();
        return new Attempt(state, record, mayRecreate).from(decision, plan);
    }

    /** Of what was never published nobody knows the price that a draft begins with: it is looked at in the draft. */
    private void check(Plan plan, PendingDecision decision, StoreState state) throws ReleaseRefused, IOException {
        if (state.published().isPresent() || decision instanceof PendingDecision.Resume) {
            checkDocument(plan, state);
        } else {
            guard.check(state.publishedOrBlank(), StoreState.withAnyPrice(request.product(), plan.merged()));
            plan.guardFiles();
        }
    }

    private void checkDocument(Plan plan, StoreState state) throws ReleaseRefused, IOException {
        plan.guardPrice();
        guard.check(state.publishedOrBlank(), plan.merged());
        plan.guardFiles();
    }

    private Outcome awaitOther(PendingDecision.Await onItsWay)
            throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        inHand.committed(onItsWay.id());
        log.info("Submission " + onItsWay.id() + " is on its way with all that is wanted ("
                + onItsWay.status().name() + ")");
        return await(onItsWay.id(), onItsWay.status(), onItsWay.document());
    }

    private Outcome alreadyPublished(StoreState state) throws ReleaseRefused {
        String id = state.publishedId()
                .orElseThrow(() -> new ReleaseRefused("There is nothing to release: " + request.product()
                        + " was never published, and nothing is asked for. "
                        + PartnerCenter.page(request.product())));
        state.pendingId()
                .ifPresent(pending -> log.info("Submission " + pending + " of " + request.product()
                        + " is pending besides; it was not changed. " + page(pending)));
        return new Outcome(
                request.product(),
                id,
                new SubmissionStatus("Published", JsonValue.EMPTY_JSON_OBJECT),
                Outcome.Kind.ALREADY_PUBLISHED);
    }

    private Outcome await(String id, SubmissionStatus known, JsonObject document)
            throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        PublishTime publishing = PublishTime.of(document);
        SubmissionStatus status =
                new Waiting(submissions, time, log, options.waitFor(), options.timeout()).wait(id, known, publishing);
        inHand.none();
        Outcome outcome = new Outcome(request.product(), id, status, kind(status, publishing));
        if (options.waitFor().compareTo(WaitFor.COMMIT) > 0 && outcome.kind() != Outcome.Kind.FAILED) {
            new SentPackages(request).compare(submissions, outcome, log);
        }
        return outcome;
    }

    private Outcome.Kind kind(SubmissionStatus status, PublishTime publishing) {
        if (options.waitFor() == WaitFor.NONE || options.waitFor().isReachedBy(status.name())) {
            return Outcome.Kind.RELEASED;
        }
        if (!status.name().equals(States.RELEASE) || !status.errors().isEmpty()) {
            return Outcome.Kind.FAILED;
        }
        return publishing.isManual() ? Outcome.Kind.WAITS_FOR_A_PERSON : Outcome.Kind.WAITS_FOR_ITS_DATE;
    }

    private String page(String id) {
        return PartnerCenter.page(request.product(), id).toString();
    }

    /** One draft, from its creation or resumption to its end. */
    private final class Attempt {
        private final StoreState state;
        private final DraftRecord record;
        private final boolean mayRecreate;

        Attempt(StoreState state, DraftRecord record, boolean mayRecreate) {
            this.state = state;
            this.record = record;
            this.mayRecreate = mayRecreate;
        }

        Outcome from(PendingDecision decision, Plan plan)
                throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
            if (decision instanceof PendingDecision.Resume resume) {
                tell(resume);
                return release(resume.draft(), plan);
            }
            Optional<String> deleted = Optional.empty();
            if (decision instanceof PendingDecision.Replace replace) {
                deleted = Optional.of(replace.id());
                if (replace.isForeign()) {
                    log.warn(replace.reason());
                } else {
                    log.info(replace.reason());
                }
            }
            Draft draft = create(deleted);
            Plan onDraft = Plan.of(request, draft.document(), state.published().orElse(draft.document()))
                    .showingNotes(options.showNotes());
            if (onDraft.changes().isEmpty()) {
                giveUp(draft);
                return alreadyPublished(state);
            }
            if (!Difference.between(state.publishedOrBlank(), draft.document()).isEmpty()) {
                checkAgain(draft, onDraft);
            }
            return release(draft, onDraft);
        }

        /** An edit of Partner Center is told before the Store is asked to take ours, which it then refuses. */
        private void tell(PendingDecision.Resume resume) {
            if (resume.edits().isEmpty()) {
                log.info(resume.reason());
            } else {
                log.warn(resume.reason() + ". It holds what this run does not send: "
                        + ForeignText.list(resume.edits())
                        + ". If it was edited in Partner Center, the API can no longer change or commit it: delete it"
                        + " there, and run the same command again; or submit it there, and the next run tells what"
                        + " still differs: " + page(resume.draft().id()));
            }
        }

        private Draft create(Optional<String> inTheWay)
                throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
            try {
                if (inTheWay.isPresent()) {
                    opener.delete(inTheWay.get());
                }
                return opener.create(state, inTheWay);
            } catch (ReleaseRefused | StoreRefusedException refused) {
                record.clear();
                throw refused;
            }
        }

        private void checkAgain(Draft draft, Plan plan) throws ReleaseRefused, IOException, InterruptedException {
            try {
                checkDocument(plan, state);
            } catch (ReleaseRefused refused) {
                giveUp(draft);
                throw refused;
            }
        }

        private Outcome release(Draft draft, Plan plan)
                throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
            inHand.draft(draft.id());
            record.write(draft.id());
            plan.shortLines().forEach(log::info);
            plan.warnings().forEach(log::warn);
            try {
                JsonObject stored = update.send(draft.id(), plan.merged());
                upload(draft, plan, stored);
                return options.commit() ? commit(draft.id(), stored) : leave(draft.id(), stored);
            } catch (DraftUpdate.NotStored notStored) {
                return afterLoss(draft, notStored);
            } catch (DraftUpdate.Refused refused) {
                stopIfReplaced(draft.id(), refused.answer());
                throw refusedUpdate(draft, refused);
            } catch (SasExpiredException expired) {
                stopIfReplaced(draft.id(), expired);
                return startOver(draft, expired);
            } catch (UploadException failed) {
                stopIfReplaced(draft.id(), failed);
                throw failed;
            } catch (StoreRefusedException refused) {
                if (refused.isNotFound()) {
                    stopIfReplaced(draft.id(), refused);
                }
                throw refused;
            }
        }

        /** Two runs at once: the one whose draft is gone says so, and does not delete the other's in turn. */
        private void stopIfReplaced(String id, Exception failure) throws ReleaseRefused, InterruptedException {
            Optional<String> pending;
            try {
                pending = store.product(request.product()).pending();
            } catch (StoreRefusedException | IOException unanswered) {
                failure.addSuppressed(unanswered);
                return;
            }
            if (!pending.equals(Optional.of(id))) {
                inHand.none();
                record.clear();
                throw new ReleaseRefused(
                        "Another run, or somebody in Partner Center, has deleted submission " + id + " of "
                                + request.product()
                                + pending.map(other -> " and made submission " + other)
                                        .orElse("")
                                + " while this run was sending it. This run has committed nothing. Release one product"
                                + " by one build at a time. " + PartnerCenter.page(request.product()),
                        failure);
            }
        }

        private Outcome afterLoss(Draft draft, DraftUpdate.NotStored notStored)
                throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
            boolean deleted = giveUp(draft);
            if (draft.origin() == Draft.Origin.GHOST && mayRecreate) {
                log.warn("Draft " + draft.id() + " stores nothing that it is sent; starting over with a new one");
                return run(false);
            }
            throw new ReleaseRefused(
                    notStored.getMessage() + "\nNothing was committed. " + place(draft, deleted), notStored);
        }

        private ReleaseRefused refusedUpdate(Draft draft, DraftUpdate.Refused refused) throws InterruptedException {
            StoreRefusedException answer = refused.answer();
            boolean deleted = refused.isFinal() && giveUp(draft);
            String advice = refused.isOfPartnerCenter()
                    ? " It was made or edited in Partner Center. Delete it there, and run the same command again; or"
                            + " submit it there, and the next run tells what still differs: "
                    : " See ";
            return new ReleaseRefused(answer.getMessage() + advice + place(draft, deleted), answer);
        }

        /** A draft whose address has expired can never be completed; what somebody wants to resume is not ours to drop. */
        private Outcome startOver(Draft draft, SasExpiredException expired)
                throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
            if (draft.isOwn() || options.onPending() == OnPending.REPLACE) {
                log.warn("The upload address of draft " + draft.id() + " has expired and the Store gave no other");
                delete(draft.id());
                if (mayRecreate) {
                    return run(false);
                }
            }
            throw expired;
        }

        /** A draft of ours that can never be committed is deleted; one that was found stays for whoever made it. */
        private boolean giveUp(Draft draft) throws InterruptedException {
            if (!draft.isOwn()) {
                return false;
            }
            try {
                delete(draft.id());
                return true;
            } catch (StoreRefusedException | IOException problem) { // The reason to give up is what has to be told.
                log.warn("Draft " + draft.id() + " stays: " + problem.getMessage());
                return false;
            }
        }

        private void delete(String id) throws StoreRefusedException, IOException, InterruptedException {
            submissions.delete(id);
            record.clear();
            inHand.none();
            log.info("Deleted draft " + id + ", which this run will not commit");
        }

        /** The page of a draft, or of the product where the draft is deleted. */
        private String place(Draft draft, boolean deleted) {
            return deleted ? PartnerCenter.page(request.product()).toString() : page(draft.id());
        }

        /** Sends what our own sources ask for and the Store still waits for; another name is none of ours. */
        private void upload(Draft draft, Plan plan, JsonObject stored)
                throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
            NavigableSet<String> names = PendingFiles.of(stored);
            NavigableSet<String> strange = PendingFiles.of(stored);
            strange.removeAll(plan.pendingFiles());
            if (!strange.isEmpty()) {
                giveUp(draft);
                throw new ReleaseRefused("The Store waits for files that this release does not send: "
                        + ForeignText.list(strange) + ". Nothing was uploaded and nothing was committed. "
                        + PartnerCenter.page(request.product()));
            }
            if (names.isEmpty()) {
                log.info("No file to upload");
            } else {
                uploader.upload(names, request, stored, () -> submissions.get(draft.id()));
            }
        }

        /** What is left on purpose is not resumed by a note: the next run judges it by its content. */
        private Outcome leave(String id, JsonObject stored) {
            record.clear();
            inHand.none();
            log.info("Left submission " + id
                    + " as a draft, as asked (store.commit is false). The next run that asks for"
                    + " the same commits it; any other deletes it (store.onPending is replace, the default), submits it"
                    + " with its own changes (resume), or stops (fail)");
            log.info("Do not edit or submit this draft in Partner Center: the API can no longer commit what was edited"
                    + " there, and what was sent by API, packages included, is lost");
            return new Outcome(request.product(), id, SubmissionStatus.of(stored), Outcome.Kind.DRAFTED);
        }

        private Outcome commit(String id, JsonObject stored)
                throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
            new LookBeforeRetry(time, "Submission " + id + " may have been committed")
                    .<SubmissionStatus, RuntimeException>run(
                            () -> {
                                submissions.commit(id);
                                return new SubmissionStatus(States.COMMIT_STARTED, JsonValue.EMPTY_JSON_OBJECT);
                            },
                            () -> Optional.of(submissions.status(id))
                                    .filter(status -> !status.name().equals(States.DRAFT)));
            inHand.committed(id);
            log.info("Committed submission " + id);
            record.clear();
            return await(id, new SubmissionStatus(States.COMMIT_STARTED, JsonValue.EMPTY_JSON_OBJECT), stored);
        }
    }
}
