package io.github.storemaven.goal;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.Credential;
import io.github.storemaven.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** A goal's way to the embedded Store of its build, which holds the products that the goal names. */
final class Rehearsal {
    private static final String STORE = "rehearsal";
    private static final String FAILED = "rehearsal failed";

    private final Map<String, String> named = new HashMap<>();

    Rehearsal name(String parameter, String value) {
        Problems.given(value).ifPresent(given -> named.put(parameter, given));
        return this;
    }

    /** The document that the named product has published; the built-in one where no file is given. */
    Rehearsal document(File file, Problems problems) {
        SeedFile.read(file, problems).ifPresent(document -> {
            named.put("document", Json.compact(document));
            named.put("rehearseDocument", file.toString());
        });
        return this;
    }

    /** What goes wrong, as a file of switches. */
    Rehearsal faults(File file) {
        return name("faults", file == null ? null : file.getAbsolutePath());
    }

    /** Choices of the embedded Store, as {@code name=value} with commas. */
    Rehearsal switches(String text, Problems problems) {
        SeedFile.switches(text, problems);
        return name("switches", text);
    }

    /**
     * Addresses and made-up credentials of the one embedded Store of this build.
     *
     * @throws MojoFailureException when a document or a fault is none
     */
    Place begin(MavenSession session, Log log) throws MojoFailureException, IOException {
        Function<Map<String, String>, Map<String, String>> store =
                new SharedState(session.getRepositorySession()).shared(STORE, () -> RehearsalStore.start(log));
        try {
            return new Place(store.apply(named));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Makes the embedded Store end with the session, if one is started: a JVM may live on (an IDE, the Maven daemon), and
     * when it ends no class of this plugin can be loaded any more. A goal that waits for the end of the build starts the
     * Store while the end is told to all who listen, which is too late to begin to listen.
     */
    static void endWith(MavenSession session, Log log) {
        SharedState shared = new SharedState(session.getRepositorySession());
        shared.shared("rehearsal end", () -> {
            SessionEnd.of(session).last(() -> shared.existing(STORE).ifPresent(store -> end(store, shared, log)));
            return true;
        });
    }

    /** Says once a build that it is a rehearsal. */
    static void announce(SharedState shared, Log log) {
        shared.shared("rehearsal announced", () -> {
            log.info("REHEARSAL against an embedded Store; nothing reaches Microsoft");
            return true;
        });
    }

    /** A goal of the rehearsal has failed, so the last line has no success to tell. */
    static void fail(SharedState shared) {
        shared.shared(FAILED, () -> true);
    }

    private static void end(Object store, SharedState shared, Log log) {
        close(store, log);
        if (shared.existing(FAILED).isPresent()) {
            log.error("REHEARSAL failed; nothing left this machine");
        } else {
            log.info("REHEARSAL passed; nothing left this machine");
        }
    }

    private static void close(Object store, Log log) {
        try {
            ((AutoCloseable) store).close();
        } catch (Exception problem) { // The build has its result already.
            log.debug("The embedded Store did not close", problem);
        }
    }

    /** Where the embedded Store is reached. */
    record Place(Map<String, String> facts) {
        URI serviceUrl() {
            return URI.create(facts.get("serviceUrl"));
        }

        URI loginUrl() {
            return URI.create(facts.get("loginUrl"));
        }

        Credential credential() {
            return new ClientSecret(
                    facts.get("tenantId"), facts.get("clientId"), facts.get("clientSecret"), "made up for a rehearsal");
        }
    }
}
