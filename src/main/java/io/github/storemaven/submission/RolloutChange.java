package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.Submissions;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Shows and changes the gradual rollout of what an app or a flight has published (reference, section 11). The state is read
 * first: what is the case already needs no call, and what cannot be is refused without one.
 */
public final class RolloutChange {
    /** What is done about a rollout, beside changing its percentage. */
    public enum Action {
        SHOW,
        HALT,
        FINALIZE
    }

    private final StoreClient store;
    private final TimeSource time;
    private final ReleaseLog log;

    public RolloutChange(StoreClient store, TimeSource time, ReleaseLog log) {
        this.store = store;
        this.time = time;
        this.log = log;
    }

    /** Does one of these. */
    public RolloutState run(Product product, Action action)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return switch (action) {
            case SHOW -> show(product);
            case HALT -> halt(product);
            case FINALIZE -> complete(product);
        };
    }

    /**
     * The rollout as it is; two requests.
     *
     * @throws ReleaseRefusedException when nothing was ever published
     */
    private RolloutState show(Product product)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        RolloutState state = read(product);
        log.rollout(state);
        return state;
    }

    /** Gives the packages to this many customers, in %. A lower percentage is passed on with a warning. */
    public RolloutState change(Product product, BigDecimal percentage)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        RolloutState state = read(product);
        Rollout rollout = state.rollout();
        boolean hasBegun = rollout.isInProgress() || rollout.isComplete() || rollout.isStopped();
        if (hasBegun && rollout.isAt(percentage)) {
            return unchanged(state);
        }
        requireProgress(state, "change to " + Rollout.share(percentage));
        if (rollout.percentage()
                .filter(current -> current.compareTo(percentage) > 0)
                .isPresent()) {
            log.rolloutLowered(rollout.share(), Rollout.share(percentage));
        }
        RolloutState changed = call(
                state,
                "its percentage may have been changed",
                submissions -> submissions.changeRollout(state.submissionId(), percentage),
                now -> now.isAt(percentage));
        log.rolloutChanged(changed, rollout.share());
        return changed;
    }

    /** Stops giving the packages to anybody; nothing reopens the rollout. */
    private RolloutState halt(Product product)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        RolloutState state = read(product);
        if (state.rollout().isStopped()) {
            return unchanged(state);
        }
        requireProgress(state, "halt");
        RolloutState halted = call(
                state,
                "it may have been halted",
                submissions -> submissions.haltRollout(state.submissionId()),
                Rollout::isStopped);
        log.rolloutHalted(halted);
        return halted;
    }

    /** Gives the packages to everybody; nothing reopens the rollout. */
    private RolloutState complete(Product product)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        RolloutState state = read(product);
        if (state.rollout().isComplete()) {
            return unchanged(state);
        }
        requireProgress(state, "finalize");
        return complete(state);
    }

    /** Finalizes a rollout that is known to be in progress; one request. */
    RolloutState complete(RolloutState state) throws StoreRefusedException, IOException, InterruptedException {
        RolloutState completed = call(
                state,
                "it may have been finalized",
                submissions -> submissions.finalizeRollout(state.submissionId()),
                Rollout::isComplete);
        log.rollout(completed);
        return completed;
    }

    private RolloutState read(Product product)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<String> published = new ProductReader(store).read(product).lastPublished();
        if (published.isEmpty()) {
            throw new ReleaseRefusedException(
                    "Nothing of " + product + " was ever published, so it has no rollout. Release it first (mvn"
                            + " store:submit). " + PartnerCenter.page(product));
        }
        return new RolloutState(
                product, published.get(), store.submissions(product).rollout(published.get()));
    }

    private RolloutState unchanged(RolloutState state) {
        log.rollout(state);
        log.rolloutUnchanged();
        return state;
    }

    private static void requireProgress(RolloutState state, String wish) throws ReleaseRefusedException {
        Rollout rollout = state.rollout();
        if (!rollout.isInProgress()) {
            throw new ReleaseRefusedException("There is no rollout of submission " + state.submissionId() + " of "
                    + state.product() + " in progress to " + wish + ". " + reason(rollout) + " Nothing was changed. "
                    + PartnerCenter.page(state.product(), state.submissionId()));
        }
    }

    private static String reason(Rollout rollout) {
        if (rollout.isComplete()) {
            return "It is finalized: everybody gets the packages, and nothing reopens it. Release a next submission"
                    + " with \"-Dstore.rolloutPercentage=10\", say, for a rollout of its own.";
        }
        if (rollout.isStopped()) {
            return "It is halted, and nothing reopens it. " + RolloutState.AFTER_HALT;
        }
        return RolloutState.isUnknown(rollout)
                ? "It is " + RolloutState.words(rollout) + "; look at it in Partner Center."
                : "It was released to everybody at once; a rollout begins with \"-Dstore.rolloutPercentage=10\", say, at"
                        + " mvn store:submit.";
    }

    /** A call that changes the rollout. */
    @FunctionalInterface
    private interface Call {
        Rollout make(Submissions submissions) throws StoreRefusedException, IOException, InterruptedException;
    }

    /** The service refuses a second halt or finalization, so one that may have been is looked for before it is repeated. */
    private RolloutState call(RolloutState state, String effect, Call call, Predicate<Rollout> isDone)
            throws StoreRefusedException, IOException, InterruptedException {
        Submissions submissions = store.submissions(state.product());
        Rollout changed = new LookBeforeRetry(
                        time, "The rollout of submission " + state.submissionId() + " is not known: " + effect)
                .<Rollout, RuntimeException>run(
                        () -> call.make(submissions),
                        () -> Optional.of(submissions.rollout(state.submissionId()))
                                .filter(isDone));
        return new RolloutState(state.product(), state.submissionId(), changed);
    }
}
