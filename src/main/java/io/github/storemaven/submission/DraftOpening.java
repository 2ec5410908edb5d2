package io.github.storemaven.submission;

import io.github.storemaven.document.Difference;
import io.github.storemaven.http.Timer;
import io.github.storemaven.json.Members;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.service.StoreUnreachable;
import io.github.storemaven.service.SubmissionReferences;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The first step: create a draft, and look at the product only when that does not simply work (design, section 2). After
 * an ambiguous end it looks before it repeats, since the draft may be there all the same (field report 3).
 */
final class DraftOpening {
    /** Of a call that is repeated only after a look whether it was done: the first try and three repetitions. */
    static final int TRIES = 4;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final StoreService store;
    private final ReleaseRequest wanted;
    private final PendingPolicy policy;
    private final Timer timer;
    private final Submissions submissions;

    DraftOpening(StoreService store, ReleaseRequest wanted, PendingPolicy policy, Timer timer) {
        this.store = store;
        this.wanted = wanted;
        this.policy = policy;
        this.timer = timer;
        this.submissions = store.submissions(wanted.product());
    }

    Opened open() throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return created(submissions.create());
            } catch (StoreRefused refused) {
                if (!refused.is(409) || tries == TRIES) {
                    throw refused;
                }
                Optional<Opened> pending = pending(refused);
                if (pending.isPresent()) {
                    return pending.get();
                }
            } catch (StoreUnreachable unclear) {
                if (!unclear.mayHaveWorked()) {
                    throw unclear;
                }
                Optional<Opened> ghost = ghost();
                if (ghost.isPresent()) {
                    return ghost.get();
                }
                if (tries == TRIES) {
                    throw unclear;
                }
                timer.sleep(PAUSE);
            }
        }
    }

    private static Opened created(JsonObject document) {
        return new Opened.Editable(new Draft(id(document), document, Draft.Origin.CREATED));
    }

    /** Empty where what was pending is deleted, so that a draft can be created. */
    private Optional<Opened> pending(StoreRefused refused)
            throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        SubmissionReferences references = store.references(wanted.product());
        if (references.pending().isEmpty()) {
            throw withoutPending(references, refused);
        }
        return policy.decide(submissions.get(references.pending().get()));
    }

    /** A draft that is there after a create without a clear answer: ours if nobody has worked on it. */
    private Optional<Opened> ghost() throws ReleaseRefused, StoreRefused, IOException, InterruptedException {
        SubmissionReferences references = store.references(wanted.product());
        if (references.pending().isEmpty()) {
            return Optional.empty();
        }
        JsonObject found = submissions.get(references.pending().get());
        if (isUntouched(found, references)) {
            return Optional.of(new Opened.Editable(new Draft(id(found), found, Draft.Origin.GHOST)));
        }
        return policy.decide(found);
    }

    private boolean isUntouched(JsonObject found, SubmissionReferences references)
            throws StoreRefused, IOException, InterruptedException {
        if (!PendingPolicy.isEditable(found) || references.lastPublished().isEmpty()) {
            return false;
        }
        JsonObject published = submissions.get(references.lastPublished().get());
        return Difference.between(published, found).isEmpty();
    }

    private ReleaseRefused withoutPending(SubmissionReferences references, StoreRefused refused)
            throws StoreRefused, IOException, InterruptedException {
        boolean rollingOut = references.lastPublished().isPresent()
                && wanted.product().packagesMember().isPresent()
                && submissions.isRollingOut(references.lastPublished().get());
        String reason = rollingOut
                ? "The gradual rollout of its last submission is in progress; finalize or halt it in Partner Center"
                        + " first: "
                : "No submission is pending, so the product probably uses a feature that the submission API does not"
                        + " support; see ";
        return new ReleaseRefused(refused.getMessage() + " " + reason + PartnerCenter.page(wanted.product()), refused);
    }

    private static String id(JsonObject document) {
        return Members.text(document, "id").orElseThrow();
    }
}
