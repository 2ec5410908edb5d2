package io.github.storemaven.submission;

import io.github.storemaven.document.Difference;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.submission.DraftOpener.Draft;
import io.github.storemaven.submission.PendingPolicy.Decision;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.transfer.SasExpiredException;
import io.github.storemaven.transfer.UploadException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.BiFunction;

/** The sequence: open, plan, check, update, upload, commit, wait (design, section 2). */
public final class Release {
    private final Product product;
    private final ReleaseRequest request;
    private final ReleaseOptions options;
    private final StoreClient store;
    private final Submissions submissions;
    private final SubmissionUpload upload;
    private final TimeSource time;
    private final ReleaseLog log;
    private final BiFunction<JsonObject, JsonObject, ConfigurationProblems> check;
    private final ReleaseProgress progress;
    private final PackageDigests digests = new PackageDigests();
    private final BusySlot slot;
    private Optional<ReleaseWait> wait = Optional.empty();

    /**
     * A release.
     *
     * @param check looks at the published and at the merged document before anything of it is sent, and tells what is wrong;
     *     the published one is empty where nothing ever was
     */
    public Release(
            StoreClient store,
            SubmissionUpload upload,
            TimeSource time,
            ReleaseLog log,
            Product product,
            ReleaseRequest request,
            ReleaseOptions options,
            BiFunction<JsonObject, JsonObject, ConfigurationProblems> check) {
        this.check = check;
        this.product = product;
        this.request = request;
        this.options = options;
        this.store = store;
        this.submissions = store.submissions(product);
        this.upload = upload;
        this.time = time;
        this.log = log;
        this.progress = new ReleaseProgress(product, options.onPending());
        this.slot = new BusySlot(product, request, submissions, time, options.busyTimeout(), digests, progress, log);
    }

    /**
     * Releases.
     *
     * @throws ReleaseRefusedException when it cannot go on as asked
     * @throws StoreRefusedException when the Store refuses
     * @throws IOException when the Store cannot be asked, or the wait timed out
     */
    public ReleaseResult run()
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<ReleaseResult> result = advance();
        while (result.isEmpty()) {
            result = advance();
        }
        return result.get();
    }

    /**
     * Releases, but for a place that another submission holds: then there is one look at that, so that others may be released
     * between two of them.
     *
     * @return empty where another submission is still in the way, and nothing was sent
     */
    public Optional<ReleaseResult> advance()
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (wait.isEmpty()) {
            wait = Optional.of(begin(StoreState.read(store, product)));
        } else {
            pollAfterPause(wait.get());
        }
        if (wait.get().isBehindAnother()) {
            return Optional.empty();
        }
        while (!wait.get().isOver()) {
            pollAfterPause(wait.get());
        }
        return Optional.of(wait.get().result());
    }

    private void pollAfterPause(ReleaseWait one)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        time.sleep(one.pause());
        one.poll();
    }

    /**
     * Releases up to the commit, or to a place that another submission holds; what is left is the wait, which is the caller's.
     *
     * @param state of the product, as it was looked at
     */
    public ReleaseWait begin(StoreState state)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return begin(state, true);
    }

    /** What an interruption would leave in the Store, and how to resume it; empty where there is nothing. */
    public Optional<String> resumeHint() {
        return progress.resumeHint();
    }

    /** How far the release has come; asked by another thread at any moment. */
    public ReleaseProgress progress() {
        return progress;
    }

    /** Of the packages, made while they are sent. */
    public PackageDigests digests() {
        return digests;
    }

    private ReleaseWait begin(StoreState known, boolean mayRecreate)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        StoreState state = known;
        slot.look(state);
        DraftRecord record = record(state);
        Decision decision =
                new PendingPolicy(product, request, options.onPending(), record, slot::isNewcomer).decide(state);
        if (decision instanceof Decision.WaitOnly other) {
            return waitForOther(other);
        }
        Plan plan = decision.plan(product, request, state).showingNotes(options.showNotes());
        if (mayRecreate) {
            log.releaseNotes(plan);
        }
        if (!plan.isEmpty() && slot.overtakenBy(state).isPresent()) {
            return new ReleaseWait(overtaken(state));
        }
        if (decision instanceof Decision.Stop stop && (stop.always() || !plan.isEmpty())) {
            return behind(stop.reason(), mayRecreate);
        }
        if (plan.isEmpty()) {
            plan.notSentLine().ifPresent(log::info);
            return new ReleaseWait(alreadyPublished(state));
        }
        check(plan, decision, state);
        new FlightPromotion(store, product, request, log).check();
        record.prepare();
        state = afterRollout(decision, state, record);
        record = record(state);
        DraftRecovery recovery = new DraftRecovery(store, product, options, record, progress, log);
        Draft draft;
        try {
            draft = open(decision, state, plan, record);
        } catch (BusySlotException busy) {
            return behind(busy, mayRecreate);
        }
        progress.draft(draft.id());
        record.write(draft.id());
        try (DraftUpload sending = new DraftUpload(upload, request.files(), submissions, draft.id(), log)) {
            sending.begin(plan.pendingFiles(), draft.document());
            if (!draft.isResumed()) {
                plan = Plan.of(
                                product,
                                request,
                                draft.document(),
                                state.published().orElse(draft.document()))
                        .on(state)
                        .showingNotes(options.showNotes());
                if (plan.isEmpty()) {
                    sending.stop();
                    recovery.discard(draft);
                    return new ReleaseWait(alreadyPublished(state));
                }
                checkAgain(draft, plan, state, sending, recovery);
                sending.begin(plan.pendingFiles(), draft.document());
            }
            progress.plans(plan);
            log.plan(plan);
            sending.tell();
            JsonObject stored = new DraftUpdate(submissions).send(draft.id(), plan.merged());
            log.updateEnds();
            requireOwnFiles(draft, plan, stored, sending, recovery);
            sending.finish(stored);
            if (!options.commit()) {
                return new ReleaseWait(leave(draft.id(), stored, record));
            }
            commit(draft.id());
            record.clear();
            return await(draft.id(), SubmissionStatus.committed(), stored, Optional.of(recovery));
        } catch (DraftUpdate.NotStoredException notStored) {
            recovery.afterLoss(draft, notStored, mayRecreate);
        } catch (DraftUpdate.RefusedException refused) {
            throw recovery.refusedUpdate(draft, refused);
        } catch (SasExpiredException expired) {
            recovery.afterExpiry(draft, expired, mayRecreate);
        } catch (UploadException failed) {
            recovery.stopIfReplaced(draft.id(), failed);
            throw failed;
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                recovery.stopIfReplaced(draft.id(), refused);
            }
            throw refused;
        }
        return begin(StoreState.read(store, product), false);
    }

    /** What is in the way is waited for, where it is one to wait for; then everything is looked at again. */
    private ReleaseWait behind(ReleaseRefusedException reason, boolean mayRecreate)
            throws ReleaseRefusedException, InterruptedException {
        slot.await(reason);
        return new ReleaseWait(slot, () -> begin(StoreState.read(store, product), mayRecreate));
    }

    /** The newer version has our changes too; the older one must not follow it. */
    private ReleaseResult overtaken(StoreState state) {
        log.overtaken(slot.overtakenBy(state).orElseThrow());
        return new ReleaseResult(
                product, state.publishedId().orElseThrow(), SubmissionStatus.published(), ReleaseResult.Kind.OVERTAKEN);
    }

    private DraftRecord record(StoreState state) {
        return new DraftRecord(options.draftRecord(), product, request.digest(product, state.publishedOrBlank()), log);
    }

    /** Of what was never published nobody knows the price that a draft begins with: it is looked at in the draft. */
    private void check(Plan plan, Decision decision, StoreState state) throws ReleaseRefusedException, IOException {
        if (state.published().isPresent() || decision instanceof Decision.Resume) {
            checkDocument(plan, state);
        } else {
            checkMerged(state, StoreState.withAnyPrice(product, plan.merged()));
            plan.guardFiles();
        }
    }

    private void checkDocument(Plan plan, StoreState state) throws ReleaseRefusedException, IOException {
        plan.guardPrice();
        checkMerged(state, plan.merged());
        plan.guardFiles();
    }

    private void checkMerged(StoreState state, JsonObject merged) throws ReleaseRefusedException {
        ConfigurationProblems problems = check.apply(state.publishedOrBlank(), merged);
        if (!problems.lines().isEmpty()) {
            throw new WrongDocumentException(problems);
        }
    }

    /** A rollout in progress allows no new submission; with one that is resumed it is none of our business. */
    private StoreState afterRollout(Decision decision, StoreState state, DraftRecord record)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (decision instanceof Decision.Resume) {
            return state;
        }
        try {
            return new RolloutPolicy(product, options.onRollout())
                    .apply(state, new RolloutChange(store, time, log), log);
        } catch (ReleaseRefusedException | StoreRefusedException refused) {
            record.clear();
            throw refused;
        }
    }

    private Draft open(Decision decision, StoreState state, Plan plan, DraftRecord record)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (decision instanceof Decision.Resume resume) {
            log.resumes(resume.reason(), resume.edits(), page(resume.draft().id()));
            return resume.draft();
        }
        try {
            SubmissionUpload.ReadAhead reading = upload.readAhead(plan.pendingFiles(), request.files());
            try {
                return open(decision, state);
            } finally {
                reading.close();
            }
        } catch (ReleaseRefusedException | StoreRefusedException refused) {
            record.clear();
            throw refused;
        }
    }

    private Draft open(Decision decision, StoreState state)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        DraftOpener opener = new DraftOpener(store, product, time);
        if (decision instanceof Decision.Recreate recreate) {
            log.recreates(recreate.reason(), recreate.isForeign());
            opener.deleteInTheWay(recreate.id(), state.pending().orElseThrow());
            return opener.create(state, Optional.of(recreate.id()));
        }
        return opener.create(state, Optional.empty());
    }

    /** A draft that differs from what was looked at before is checked like any other document. */
    private void checkAgain(Draft draft, Plan plan, StoreState state, DraftUpload sending, DraftRecovery recovery)
            throws ReleaseRefusedException, IOException, InterruptedException {
        if (Difference.between(state.publishedOrBlank(), draft.document()).isEmpty()) {
            return;
        }
        try {
            checkDocument(plan, state);
        } catch (WrongDocumentException wrong) {
            throw wrong.after(recovery.discard(draft));
        } catch (ReleaseRefusedException refused) {
            sending.stop();
            recovery.discard(draft);
            throw refused;
        }
    }

    /** A name that none of our own sources asks for is not ours to send. */
    private void requireOwnFiles(Draft draft, Plan plan, JsonObject stored, DraftUpload sending, DraftRecovery recovery)
            throws ReleaseRefusedException, InterruptedException {
        NavigableSet<String> strange = PendingFiles.of(stored);
        strange.removeAll(plan.pendingFiles());
        if (!strange.isEmpty()) {
            sending.stop();
            recovery.discard(draft);
            throw new ReleaseRefusedException("The Store waits for files that this release does not send: "
                    + ForeignText.list(strange) + ". Nothing was committed. " + PartnerCenter.page(product));
        }
    }

    /** What is left on purpose is not resumed by a note: the next run judges it by its content. */
    private ReleaseResult leave(String id, JsonObject stored, DraftRecord record) {
        record.clear();
        progress.ended();
        log.leftAsDraft(id);
        return new ReleaseResult(product, id, SubmissionStatus.of(stored), ReleaseResult.Kind.DRAFTED);
    }

    /** Commits once: a second commit of one submission is looked for before it is made. */
    private void commit(String id) throws StoreRefusedException, IOException, InterruptedException {
        new LookBeforeRetry(time, "Submission " + id + " may have been committed")
                .<SubmissionStatus, RuntimeException>run(
                        () -> {
                            submissions.commit(id);
                            return SubmissionStatus.committed();
                        },
                        () -> Optional.of(submissions.status(id)).filter(status -> !status.isDraft()));
        progress.committed(id, SubmissionStatus.committed());
        log.committed(id);
    }

    private ReleaseWait waitForOther(Decision.WaitOnly other) {
        progress.committed(other.id(), other.status());
        log.onItsWay(other.id(), other.status().name());
        return await(other.id(), other.status(), other.document(), Optional.empty());
    }

    /** @param own what becomes of a submission that this run has made */
    private ReleaseWait await(String id, SubmissionStatus known, JsonObject document, Optional<DraftRecovery> own) {
        ReleaseResult committed = new ReleaseResult(product, id, known, ReleaseResult.Kind.RELEASED);
        if (options.waitFor() != ReleaseOptions.WaitFor.NONE) {
            log.waits(id, product, known, options.waitFor(), options.timeout());
        }
        StatusPoller poller = new StatusPoller(submissions, time, log, options.waitFor(), options.timeout());
        return new ReleaseWait(
                committed,
                new ReleaseWait.Polling(
                        poller,
                        submissions,
                        PublishTime.of(document),
                        options.waitFor(),
                        new SentPackages(request),
                        own,
                        progress,
                        log));
    }

    private ReleaseResult alreadyPublished(StoreState state) throws ReleaseRefusedException {
        String id = state.publishedId()
                .orElseThrow(() -> new ReleaseRefusedException("There is nothing to release: " + product
                        + " was never published, and nothing is asked for. "
                        + PartnerCenter.page(product)));
        state.pendingId().ifPresent(pending -> log.pendingBesides(pending, product, page(pending)));
        return new ReleaseResult(product, id, SubmissionStatus.published(), ReleaseResult.Kind.ALREADY_PUBLISHED);
    }

    private String page(String id) {
        return PartnerCenter.page(product, id).toString();
    }

    /** The rules find errors in what would be sent. */
    private static final class WrongDocumentException extends ReleaseRefusedException {
        private static final long serialVersionUID = 1L;

        private final transient ConfigurationProblems problems;

        WrongDocumentException(ConfigurationProblems problems) {
            super(ReleaseOutcome.INVALID, problems.message().orElseThrow(), null);
            this.problems = problems;
        }

        /** The same of a draft that was made already. */
        ReleaseRefusedException after(boolean deleted) {
            String outcome = (deleted ? "the draft was deleted and " : "") + "nothing was committed";
            return new ReleaseRefusedException(
                    ReleaseOutcome.INVALID, problems.message(outcome).orElseThrow(), this);
        }
    }
}
