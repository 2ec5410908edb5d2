package io.github.storemaven.credential;

import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * The tokens of one credential: kept, renewed before their end, shared through a store of JDK types by modules that do
 * not share our classes. Safe for several threads, which share one renewal. Reference, section 3.3.
 */
public final class TokenCache {
    private final TokenEndpoint endpoint;
    private final Credential credential;
    private final ConcurrentMap<String, Object> store;
    private final String key;
    private final String renewalKey;
    private final AtomicReference<FutureTask<AccessToken>> ahead = new AtomicReference<>();

    /** A cache that is shared with nobody. */
    public TokenCache(TokenEndpoint endpoint, Credential credential) {
        this(endpoint, credential, new ConcurrentHashMap<>());
    }

    /**
     * A cache shared with all who are given the same store.
     *
     * @param store holds secrets: to be kept only in memory and shown nowhere, with the renewal of each identity that
     *     runs, so that nobody waits for another identity's; no lock is held meanwhile, and an interrupt ends the wait
     */
    public TokenCache(TokenEndpoint endpoint, Credential credential, ConcurrentMap<String, Object> store) {
        this.endpoint = endpoint;
        this.credential = credential;
        this.store = store;
        this.key = endpoint.key(credential);
        this.renewalKey = "renewal of " + key;
    }

    /**
     * Obtains a token in the background, while there is something else to do. The first who needs one waits for that, and fails
     * as it has failed, so that nothing is asked for twice.
     */
    public void obtainAhead() {
        FutureTask<AccessToken> task = new FutureTask<>(() -> keptOrNew(this::fresh));
        if (ahead.compareAndSet(null, task)) {
            Thread thread = new Thread(task, "store-token");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The token to use now, renewed five minutes before its end; throws what {@link TokenEndpoint#obtain} throws. */
    public AccessToken current() throws TokenRefusedException, CredentialException, IOException, InterruptedException {
        FutureTask<AccessToken> obtained = ahead.getAndSet(null);
        if (obtained != null) {
            await(obtained);
        }
        Optional<AccessToken> kept = kept().filter(this::fresh);
        return kept.isPresent() ? kept.get() : keptOrNew(this::fresh);
    }

    private static void await(FutureTask<AccessToken> obtained)
            throws TokenRefusedException, CredentialException, IOException, InterruptedException {
        try {
            obtained.get();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof TokenRefusedException refused) {
                throw refused;
            }
            if (cause instanceof CredentialException problem) {
                throw problem;
            }
            if (cause instanceof IOException problem) {
                throw problem;
            }
            throw new IllegalStateException("the token was not obtained", cause);
        }
    }

    /**
     * Another token than the one that the service refused with 401: a new one, unless somebody obtained it meanwhile.
     */
    public AccessToken after(AccessToken refused)
            throws TokenRefusedException, CredentialException, IOException, InterruptedException {
        return keptOrNew(token -> fresh(token) && !token.value().equals(refused.value()));
    }

    /** The secrets of this run, the tokens among them. */
    public Secrets secrets() {
        return endpoint.secrets();
    }

    private AccessToken keptOrNew(Predicate<AccessToken> good)
            throws TokenRefusedException, CredentialException, IOException, InterruptedException {
        while (true) {
            Optional<AccessToken> kept = kept().filter(good);
            if (kept.isPresent()) {
                return kept.get();
            }
            CompletableFuture<Void> own = new CompletableFuture<>();
            Object running = store.putIfAbsent(renewalKey, own);
            if (running == null) {
                return renew(own, good);
            }
            awaitEnd((CompletableFuture<?>) running);
        }
    }

    /** Another renewal may have ended since the look at the store. */
    private AccessToken renew(CompletableFuture<Void> own, Predicate<AccessToken> good)
            throws TokenRefusedException, CredentialException, IOException, InterruptedException {
        try {
            Optional<AccessToken> kept = kept().filter(good);
            if (kept.isPresent()) {
                return kept.get();
            }
            AccessToken obtained = credential.obtain(endpoint);
            store.put(key, obtained.stored());
            return obtained;
        } finally {
            store.remove(renewalKey, own);
            own.complete(null);
        }
    }

    private static void awaitEnd(CompletableFuture<?> renewal) throws InterruptedException {
        try {
            renewal.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a renewal only ends", e);
        }
    }

    private Optional<AccessToken> kept() {
        return Optional.ofNullable((String) store.get(key)).flatMap(stored -> AccessToken.restored(stored, credential));
    }

    private boolean fresh(AccessToken token) {
        return token.freshAt(endpoint.now());
    }
}
