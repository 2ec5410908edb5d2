package io.github.storemaven.goal;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.Credential;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.json.Json;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PackageFile;
import jakarta.json.JsonArrayBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** A goal's way to the embedded Store of its build, which holds the products that the goal names. */
final class Rehearsal {
    private static final Pattern LINK = Pattern.compile("(?:\\s+See)?\\s*\\bhttps://partner\\.microsoft\\.com/\\S+");
    /** Begins the heading of a summary. */
    static final String HEADING = "REHEARSAL: ";

    private static final String STORE = "rehearsal";
    private static final String FAILED = "rehearsal failed";
    private static final String SNAPSHOT = "rehearsal of a snapshot";

    private final Map<String, String> named = new HashMap<>();

    Rehearsal name(String parameter, String value) {
        ConfigurationProblems.given(value).ifPresent(given -> named.put(parameter, given));
        return this;
    }

    /** The document that the named product has published; the built-in one where no file is given. */
    Rehearsal document(File file, ConfigurationProblems problems) {
        SeedFile.read(file, problems).ifPresent(document -> {
            named.put("document", Json.compact(document));
            named.put("rehearseDocument", file.toString());
        });
        return this;
    }

    /** The flight that is promoted has published what is released, as in earnest it has to. */
    Rehearsal promotes(String flight, List<PackageFile> packages) {
        JsonArrayBuilder published = Json.PROVIDER.createArrayBuilder();
        packages.forEach(file -> published.add(Json.PROVIDER
                .createObjectBuilder()
                .add("fileName", file.name())
                .add(FileStatus.MEMBER, FileStatus.UPLOADED.text())
                .add("version", file.version())
                .add("architecture", file.architecture())
                .add("minimumDirectXVersion", "None")
                .add("minimumSystemRam", "None")));
        return name("promoteFlight", flight)
                .name("promotedPackages", published.build().toString());
    }

    /** What goes wrong, as a file of switches. */
    Rehearsal faults(File file) {
        return name("faults", file == null ? null : file.getAbsolutePath());
    }

    /** Choices of the embedded Store, as {@code name=value} with commas. */
    Rehearsal switches(String text, ConfigurationProblems problems) {
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
                new BuildState(session.getRepositorySession()).shared(STORE, () -> RehearsalStore.start(log));
        try {
            return new Place(store.apply(named));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Says once a build that it is a rehearsal. */
    static void announce(BuildState shared, Log log) {
        shared.shared("rehearsal announced", () -> {
            log.info("REHEARSAL against an embedded Store; nothing reaches Microsoft");
            return true;
        });
    }

    /** A goal of the rehearsal has failed, so the last line has no success to tell. */
    static void fail(BuildState shared) {
        shared.shared(FAILED, () -> true);
    }

    /** A release of this build is one only because it is rehearsed, which the last line tells. */
    static void skipSnapshot(BuildState shared) {
        shared.shared(SNAPSHOT, () -> true);
    }

    /**
     * Ends the embedded Store with the session, if one was started: a JVM may live on (an IDE, the Maven daemon), and when
     * it ends no class of this plugin can be loaded any more.
     */
    static void end(BuildState shared, Log log) {
        Optional<Object> store = shared.existing(STORE);
        if (store.isPresent()) {
            close(store.get(), log);
            conclude(shared, log);
        }
    }

    private static void conclude(BuildState shared, Log log) {
        if (shared.existing(FAILED).isPresent()) {
            log.error("REHEARSAL failed; nothing left this machine");
        } else {
            boolean skipped = shared.existing(SNAPSHOT).isPresent();
            log.info("REHEARSAL passed; nothing left this machine. Without store.rehearse "
                    + (skipped ? "a snapshot is skipped" : "the same command reaches the Store"));
        }
    }

    private static void close(Object store, Log log) {
        try {
            ((AutoCloseable) store).close();
        } catch (Exception problem) { // The build has its result already.
            log.debug("The embedded Store did not close", problem);
        }
    }

    /** A line without links to Partner Center, where a rehearsal's submission is not. */
    static String withoutLinks(String line) {
        return LINK.matcher(line).replaceAll("").stripTrailing();
    }

    /** Where the embedded Store is reached. */
    record Place(Map<String, String> facts) {
        URI serviceUrl() {
            return URI.create(facts.get("serviceUrl"));
        }

        URI loginUrl() {
            return URI.create(facts.get("loginUrl"));
        }

        /** What came into being because this goal names it; empty where it was there. */
        Optional<String> madeUp() {
            return ConfigurationProblems.given(facts.get("madeUp"));
        }

        Credential credential() {
            return new ClientSecret(
                    facts.get("tenantId"),
                    facts.get("clientId"),
                    facts.get("clientSecret"),
                    "invented for a rehearsal");
        }
    }
}
