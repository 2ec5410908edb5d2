package io.github.storemaven.goal;

import io.github.storemaven.text.Secrets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * What all modules of a build share. It holds JDK types alone, because each module may have a class loader of its own;
 * {@code SessionData} of Maven 3.6.3 has no more than {@code get} and {@code set}.
 */
final class BuildState {
    private static final String PREFIX = "io.github.storemaven.";

    private final SessionData data;

    BuildState(RepositorySystemSession session) {
        this.data = session == null ? null : session.getData();
    }

    /** The tokens of this build; secrets, kept in memory alone. */
    ConcurrentMap<String, Object> tokens() {
        return shared("tokens", ConcurrentHashMap::new);
    }

    /** The secrets of this build, which no text of others shows; kept in memory alone. */
    Secrets secrets() {
        return new Secrets(shared("secrets", () -> ConcurrentHashMap.<String>newKeySet()));
    }

    /** The moments of the Store calls of the last minute. */
    Deque<Long> calls() {
        return shared("calls", ArrayDeque::new);
    }

    /** The ids of what deferred goals have created, by their {@link CreatedId}. */
    ConcurrentMap<String, String> created() {
        return shared("created", ConcurrentHashMap::new);
    }

    /**
     * Whether this is the first time in the build.
     *
     * @param topic of what is compared
     */
    boolean isFirst(String topic, String text) {
        return this.<Set<String>>shared("seen " + topic, ConcurrentHashMap::newKeySet)
                .add(text);
    }

    /** A value that somebody has made already. */
    Optional<Object> existing(String name) {
        return Optional.ofNullable(data).map(held -> held.get(PREFIX + name));
    }

    /** A value of the whole build, made by whoever asks first. */
    @SuppressWarnings("unchecked")
    <T> T shared(String name, Supplier<T> maker) {
        if (data == null) {
            return maker.get();
        }
        String key = PREFIX + name;
        synchronized (data) { // Else two modules make two, and one embedded Store is left over.
            while (data.get(key) == null) {
                data.set(key, null, maker.get());
            }
            return (T) data.get(key);
        }
    }
}
