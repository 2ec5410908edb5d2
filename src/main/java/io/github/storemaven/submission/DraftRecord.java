package io.github.storemaven.submission;

import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonProblem;
import io.github.storemaven.json.JsonReading;
import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The notes of the drafts that this project made and has not committed, one a product, in the output directory: they let
 * an interrupted run be finished instead of thrown away.
 */
final class DraftRecord {
    private final Path file;
    private final String product;
    private final String files;

    /** @param file where the notes are kept */
    DraftRecord(Path file, ReleaseRequest wanted) {
        this.file = file;
        this.product = wanted.product().path();
        this.files = fingerprint(wanted);
    }

    void write(String submissionId) throws IOException {
        JsonObject note = Json.PROVIDER
                .createObjectBuilder()
                .add("submissionId", submissionId)
                .add("files", files)
                .build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                Json.indented(Json.PROVIDER
                        .createObjectBuilder(notes())
                        .add(product, note)
                        .build()));
    }

    /** Whether a note is of this submission, with the same files. */
    boolean isOf(String submissionId) {
        return Members.object(notes(), product)
                .filter(note -> has(note, "submissionId", submissionId) && has(note, "files", files))
                .isPresent();
    }

    void clear() throws IOException {
        JsonObject others =
                Json.PROVIDER.createObjectBuilder(notes()).remove(product).build();
        if (others.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, Json.indented(others));
        }
    }

    /** Notes that cannot be read count as none: the worst is that a draft is made anew. */
    private JsonObject notes() {
        try {
            return Files.exists(file) ? JsonReading.file(file).object() : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonProblem | IOException unreadable) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static boolean has(JsonObject note, String member, String value) {
        return note.getString(member, "").equals(value);
    }

    /** Names and sizes are enough: what an upload already holds is told by digests of its content. */
    private static String fingerprint(ReleaseRequest wanted) {
        Map<String, Path> files = new TreeMap<>();
        PendingFiles.of(wanted.patch())
                .forEach(name -> wanted.files().find(name).ifPresent(found -> files.put(name, found)));
        wanted.packages().forEach(entry -> files.put(entry.name(), entry.file()));
        wanted.archive().ifPresent(archive -> files.put(archive.getFileName().toString(), archive));
        return files.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + OwnFiles.size(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
