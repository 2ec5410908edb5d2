package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/** What an embedded Store begins with: a published document, faults, and switches. */
final class SeedFile {
    private static final int LONGEST_REMARK = 600;

    private SeedFile() {}

    /** The document of {@code rehearseDocument}; empty where none is named. */
    static Optional<JsonObject> read(File file, ConfigurationProblems problems) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ParsedJson.ofFile(file.toPath()).object());
        } catch (JsonSyntaxException problem) {
            problems.add("store.rehearseDocument: " + problem.getMessage());
        } catch (IOException e) {
            problems.add("store.rehearseDocument names " + file + ", which cannot be read");
        }
        return Optional.empty();
    }

    /** Switches on what {@code faults} describes. */
    static void faults(EmbeddedStore store, File file) throws MojoFailureException {
        if (file == null) {
            return;
        }
        try {
            store.faults().read(file.toPath());
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("store.faults: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoFailureException("store.faults names " + file + ", which cannot be read", e);
        }
    }

    /** Looks whether the text sets switches that there are. */
    static void switches(String text, ConfigurationProblems problems) {
        ConfigurationProblems.given(text).ifPresent(given -> {
            try {
                new StoreBehaviour().set(given);
            } catch (IllegalArgumentException e) {
                problems.add("store.switches: " + e.getMessage());
            }
        });
    }

    /** A line of the log for what an embedded Store knows and its clients are not told. */
    static String remark(String remark) {
        return "The embedded Store: " + ForeignText.oneLine(remark, LONGEST_REMARK);
    }

    /** The message for a document that the embedded Store does not take. */
    static String wrong(File file, IllegalArgumentException reason) {
        return (file == null ? "" : "store.rehearseDocument names " + file + ": ") + reason.getMessage();
    }
}
