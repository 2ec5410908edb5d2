package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonProblem;
import io.github.storemaven.json.JsonReading;
import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The note of a draft that this project made and has not committed, in the output directory: it lets an interrupted run
 * be finished instead of thrown away.
 */
final class DraftRecord {
    private final Path file;
    private final String product;
    private final String files;

    /** @param file where the note is kept */
    DraftRecord(Path file, Wanted wanted) {
        this.file = file;
        this.product = wanted.product().path();
        this.files = fingerprint(wanted.packages());
    }

    void write(String submissionId) throws IOException {
        JsonObject note = Json.PROVIDER
                .createObjectBuilder()
                .add("product", product)
                .add("submissionId", submissionId)
                .add("files", files)
                .build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Json.indented(note));
    }

    /** Whether the note is of this submission, with the same files. */
    boolean isOf(String submissionId) {
        try {
            JsonObject note = Files.exists(file) ? JsonReading.file(file).object() : null;
            return note != null
                    && has(note, "product", product)
                    && has(note, "submissionId", submissionId)
                    && has(note, "files", files);
        } catch (JsonProblem | IOException unreadable) {
            return false;
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean has(JsonObject note, String member, String value) {
        return Members.text(note, member).orElse("").equals(value);
    }

    /** Names and sizes are enough: what an upload already holds is told by digests of its content. */
    private static String fingerprint(List<PackageFile> packages) {
        return packages.stream()
                .map(entry -> entry.name() + ":" + entry.file().toFile().length())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
