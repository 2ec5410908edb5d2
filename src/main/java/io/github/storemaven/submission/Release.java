package io.github.storemaven.submission;

import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.http.Timer;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.transfer.UploadAddressExpired;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Optional;

/** The sequence: create, update, check, upload, commit, poll (design, section 2). */
public final class Release {
    private final ReleaseRequest wanted;
    private final ReleaseOptions options;
    private final StoreService store;
    private final Submissions submissions;
    private final Uploader uploader;
    private final Timer timer;
    private final ReleaseLog log;
    private final DocumentGuard guard;
    private final DraftRecord record;
    private final DraftOpening opening;
    private final DraftUpdate update;

    private volatile String inHand;

    /** @param guard looks at the merged document before anything of it is sent */
    public Release(
            StoreService store,
            Uploader uploader,
            Timer timer,
            ReleaseLog log,
            ReleaseRequest wanted,
            ReleaseOptions options,
            DocumentGuard guard) {
        this.guard = guard;
        this.wanted = wanted;
        this.options = options;
        this.store = store;
        this.submissions = store.submissions(wanted.product());
        this.uploader = uploader;
        this.timer = timer;
        this.log = log;
        this.record = new DraftRecord(options.draftRecord(), wanted);
        this.opening = new DraftOpening(
                store, wanted, new PendingPolicy(submissions, wanted, options.onPending(), record, log), timer);
        this.update = new DraftUpdate(submissions, wanted.product());
    }

    /**
     * Releases.
     *
     * @throws ReleaseRefused when it cannot go on as asked
     * @throws StoreRefused when the Store says no
     * @throws IOException when the Store cannot be asked, or the wait timed out
     */
    public Outcome run() throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        Opened opened = opening.open();
        if (opened instanceof Opened.OnItsWay onItsWay) {
            inHand = onItsWay.id();
            return await(onItsWay.id(), onItsWay.status(), submissions.get(onItsWay.id()));
        }
        return release(((Opened.Editable) opened).draft(), true);
    }

    /** What an interruption would leave in the Store, and how to go on; empty where there is nothing. */
    public Optional<String> howToGoOn() {
        return Optional.ofNullable(inHand)
                .map(id -> "Submission " + id + " of " + wanted.product()
                        + " stays in the Store as it is; the same command" + " goes on with it. " + page(id));
    }

    private Outcome release(Draft draft, boolean mayRecreate)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        inHand = draft.id();
        record.write(draft.id());
        Plan plan = Plan.of(wanted, draft.document());
        if (plan.changes().isEmpty() && draft.isOwn()) {
            return alreadyPublished(draft);
        }
        JsonObject stored;
        try {
            plan.guardPrice();
            report(plan);
            guard.check(plan.merged());
            stored = update.send(draft.id(), plan.merged());
        } catch (DraftUpdate.NotStored notStored) {
            giveUp(draft);
            if (draft.origin() == Draft.Origin.GHOST && mayRecreate) {
                log.warn("Draft " + draft.id() + " stores nothing that it is sent; starting over with a new one");
                return again();
            }
            throw new ReleaseRefused(
                    notStored.getMessage() + "\nNothing was committed. " + page(draft.id()), notStored);
        } catch (ReleaseRefused refused) {
            giveUp(draft);
            throw refused;
        }
        try {
            upload(draft.id(), stored);
        } catch (UploadAddressExpired expired) {
            return startOver(draft, expired, mayRecreate);
        }
        return options.commit() ? commit(draft.id(), stored) : leave(draft.id(), stored);
    }

    /** A draft whose address has expired can never be completed; what somebody wants to resume is not ours to drop. */
    private Outcome startOver(Draft draft, UploadAddressExpired expired, boolean mayRecreate)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        if (draft.isOwn() || options.onPending() == OnPending.REPLACE) {
            log.warn("The upload address of draft " + draft.id() + " has expired and the Store gave no other");
            delete(draft.id());
            if (mayRecreate) {
                return again();
            }
        }
        throw expired;
    }

    private Outcome again() throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        return opening.open() instanceof Opened.Editable editable ? release(editable.draft(), false) : run();
    }

    /** A draft of ours that can never be committed goes; one that was found stays for whoever made it. */
    private void giveUp(Draft draft) throws InterruptedException {
        try {
            if (draft.isOwn()) {
                delete(draft.id());
            }
        } catch (StoreRefused | IOException problem) { // The reason to give up is what has to be told.
            log.warn("Draft " + draft.id() + " stays: " + problem.getMessage());
        }
    }

    private void delete(String id) throws StoreRefused, IOException, InterruptedException {
        submissions.delete(id);
        record.clear();
        inHand = null;
        log.info("Deleted draft " + id + ", which this run will not commit");
    }

    /** The draft, a copy, goes again; the submission that holds what is wanted is the one that it was copied from. */
    private Outcome alreadyPublished(Draft draft) throws StoreRefused, IOException, InterruptedException {
        delete(draft.id());
        return new Outcome(
                wanted.product(),
                store.references(wanted.product()).lastPublished().orElse(draft.id()),
                new SubmissionStatus("Published", JsonValue.EMPTY_JSON_OBJECT),
                Outcome.Kind.ALREADY_PUBLISHED);
    }

    private void report(Plan plan) {
        if (plan.changes().isEmpty()) {
            log.info("The draft holds all changes already");
        } else {
            plan.shortLines().forEach(log::info);
        }
        plan.dangerLine().ifPresent(log::warn);
    }

    private void upload(String id, JsonObject stored)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        var names = PendingFiles.of(stored);
        if (names.isEmpty()) {
            log.info("No file to upload");
        } else {
            uploader.upload(names, wanted, stored, () -> submissions.get(id));
        }
    }

    private Outcome leave(String id, JsonObject stored) {
        log.info("Left submission " + id + " as a draft, as asked (store.commit is false)");
        return new Outcome(wanted.product(), id, SubmissionStatus.of(stored), Outcome.Kind.DRAFTED);
    }

    private Outcome commit(String id, JsonObject stored)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        new Committing(submissions, timer).commit(id);
        record.clear();
        log.info("Committed submission " + id);
        return await(id, new SubmissionStatus("CommitStarted", JsonValue.EMPTY_JSON_OBJECT), stored);
    }

    private Outcome await(String id, SubmissionStatus known, JsonObject document)
            throws StoreRefused, IOException, InterruptedException {
        String publishMode = DraftUpdate.publishMode(document);
        SubmissionStatus status =
                new Waiting(submissions, timer, log, options.waitFor(), options.timeout()).wait(id, known, publishMode);
        inHand = null;
        return new Outcome(wanted.product(), id, status, kind(status));
    }

    private Outcome.Kind kind(SubmissionStatus status) {
        if (options.waitFor() == WaitFor.NONE || options.waitFor().isReachedBy(status.name())) {
            return Outcome.Kind.RELEASED;
        }
        return status.name().equals(States.RELEASE) ? Outcome.Kind.WAITS_FOR_A_PERSON : Outcome.Kind.FAILED;
    }

    private String page(String id) {
        return PartnerCenter.page(wanted.product(), id).toString();
    }
}
