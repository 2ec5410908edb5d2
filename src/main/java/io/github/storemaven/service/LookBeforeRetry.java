package io.github.storemaven.service;

import io.github.storemaven.http.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that must not have its effect twice: create, commit, delete. After an end that says nothing it looks whether the
 * effect is there, and repeats the call only where it is not (design, section 2). All attempts are counted here.
 */
public final class LookBeforeRetry {
    private static final int MAX_ATTEMPTS = 4;
    private static final Duration DELAY = Duration.ofSeconds(5);

    /** The call. */
    @FunctionalInterface
    public interface Call<T> {
        T call() throws StoreRefusedException, IOException, InterruptedException;
    }

    /** Looks whether the call had its effect; empty where it had none. */
    @FunctionalInterface
    public interface Look<T, E extends Exception> {
        Optional<T> look() throws E, StoreRefusedException, IOException, InterruptedException;
    }

    /** Judges a refusal: whether it may pass, so that the call is repeated after the pause. */
    @FunctionalInterface
    public interface Judgement<E extends Exception> {
        boolean mayPass(StoreRefusedException refused)
                throws E, StoreRefusedException, IOException, InterruptedException;
    }

    private final TimeSource time;
    private final String effect;

    /** @param effect what may have happened unseen, for example {@code a submission may have been created} */
    public LookBeforeRetry(TimeSource time, String effect) {
        this.time = time;
        this.effect = effect;
    }

    /** Calls; a refusal is final. */
    public <T, E extends Exception> T run(Call<T> call, Look<T, E> look)
            throws E, StoreRefusedException, IOException, InterruptedException {
        return run(call, look, refused -> false);
    }

    /**
     * Calls.
     *
     * @return the answer, or what the look found
     * @throws StoreUnreachableException the failure of the call; that of a look is suppressed in it
     */
    public <T, E extends Exception> T run(Call<T> call, Look<T, E> look, Judgement<E> judgement)
            throws E, StoreRefusedException, IOException, InterruptedException {
        boolean unclear = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.call();
            } catch (StoreUnreachableException end) {
                Optional<T> found = end.mayHaveTakenEffect() ? found(look, end) : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
                if (!end.mayHaveTakenEffect() || attempt == MAX_ATTEMPTS) {
                    throw end;
                }
                unclear = true;
            } catch (StoreRefusedException refused) {
                Optional<T> found = unclear && isAboutEffect(refused) ? look.look() : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
                if (!judgement.mayPass(refused) || attempt == MAX_ATTEMPTS) {
                    throw refused;
                }
            }
            time.sleep(DELAY);
        }
    }

    /** A state that forbids the call, or a thing that is gone: after an unclear end both may be its own doing. */
    private static boolean isAboutEffect(StoreRefusedException refused) {
        return refused.isConflict() || refused.isNotFound();
    }

    /** Where the look fails too, the call's failure is what is told, with what may have happened. */
    private <T, E extends Exception> Optional<T> found(Look<T, E> look, StoreUnreachableException end)
            throws E, StoreUnreachableException, InterruptedException {
        try {
            return look.look();
        } catch (StoreRefusedException | IOException problem) {
            StoreUnreachableException both =
                    end.adding(effect + ", and looking for it failed as well: " + problem.getMessage());
            both.addSuppressed(problem);
            throw both;
        }
    }
}
