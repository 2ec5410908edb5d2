package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.text.ReplacedFile;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was sent in each submission of an add-on, as a digest: where the Store's list names the same published submission, and
 * the folder asks for the same, the submission need not be read. Without the record each add-on costs one request more.
 */
final class AddonRecord {
    private final Optional<Path> file;
    private final ReleaseLog log;
    private final TreeMap<String, String> digests = new TreeMap<>();
    private boolean isChanged;

    /**
     * The record in a file; one that cannot be read counts as empty.
     *
     * @param file empty where nothing is remembered, as of a rehearsal
     */
    AddonRecord(Optional<Path> file, ReleaseLog log) {
        this.file = file;
        this.log = log;
        try {
            if (file.filter(Files::exists).isPresent()) {
                ParsedJson.ofFile(file.get()).object().forEach((submission, digest) -> {
                    if (digest instanceof JsonString text) {
                        digests.put(submission, text.getString());
                    }
                });
            }
        } catch (JsonSyntaxException | IOException unreadable) {
            digests.clear();
        }
    }

    synchronized boolean holds(String submissionId, String digest) {
        return digest.equals(digests.get(submissionId));
    }

    /** @param former the submission of the same add-on that this one replaces */
    synchronized void put(String submissionId, String digest, Optional<String> former) {
        former.ifPresent(digests::remove);
        digests.put(submissionId, digest);
        isChanged = true;
    }

    /** Writes what has changed; where that fails the next run only asks more. */
    synchronized void write() {
        if (!isChanged || file.isEmpty()) {
            return;
        }
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder();
        digests.forEach(json::add);
        try {
            ReplacedFile.write(file.get(), Json.indented(json.build()));
            isChanged = false;
        } catch (IOException problem) {
            log.noteNotWritten(file.get(), problem, "the next run reads the submission of each add-on");
        }
    }
}
