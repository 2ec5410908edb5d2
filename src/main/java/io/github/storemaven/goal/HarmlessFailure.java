package io.github.storemaven.goal;

import io.github.storemaven.text.Secrets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stands in a chain of causes, which {@code -e} prints, for an exception whose message would show a secret or give a command
 * to a CI service. It has the place of that exception, and its name.
 */
final class HarmlessFailure extends Exception {
    private static final long serialVersionUID = 1;

    private HarmlessFailure(Throwable original, String message, Throwable cause) {
        super(original.getClass().getName() + (message == null ? "" : ": " + message), cause);
        setStackTrace(original.getStackTrace());
    }

    /** The same exception where all messages of its chain may be shown, else one that stands for it. */
    static Throwable of(Throwable problem, Secrets secrets) {
        return of(problem, secrets, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable of(Throwable problem, Secrets secrets, Set<Throwable> seen) {
        if (problem == null || !seen.add(problem)) {
            return null;
        }
        Throwable cause = of(problem.getCause(), secrets, seen);
        String message = problem.getMessage();
        String shown = message == null ? null : secrets.lines(message);
        boolean harmless = (message == null || message.equals(shown))
                && cause == problem.getCause()
                && Stream.of(problem.getSuppressed()).allMatch(each -> of(each, secrets, seen) == each);
        return harmless ? problem : new HarmlessFailure(problem, shown, cause);
    }
}
