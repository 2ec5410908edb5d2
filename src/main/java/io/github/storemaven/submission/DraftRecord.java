package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.service.Product;
import io.github.storemaven.text.ReplacedFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The notes of the drafts that this project made and has not committed, one a product, in the output directory: they let
 * an interrupted run be finished instead of thrown away. A note holds the digest of the whole request, so a run that asks
 * for something else makes a new draft.
 */
final class DraftRecord {
    private static final String SUBMISSION = "submissionId";
    private static final String REQUEST = "request";

    private final Path file;
    private final String product;
    private final String request;
    private final ReleaseLog log;
    private final Object lock;

    /**
     * The note of one product.
     *
     * @param file where the notes are kept
     * @param request the digest of what is asked for
     */
    DraftRecord(Path file, Product product, String request, ReleaseLog log) {
        this.file = file;
        this.product = product.path();
        this.request = request;
        this.log = log;
        // Modules of one build may share the file, each in a class loader of its own: an interned text is one object
        // for all of them.
        this.lock = ("store-maven-plugin:" + file.toAbsolutePath().normalize()).intern();
    }

    /**
     * Makes sure that a note can be written, before there is a draft to note.
     *
     * @throws IOException when the file cannot be written
     */
    void prepare() throws IOException {
        try {
            change(notes -> with(notes, note("")));
        } catch (IOException problem) {
            throw new IOException(
                    "Cannot write " + file + " (" + problem + "), in which this release notes its draft: nothing was"
                            + " sent. Make the folder writable, or close the program that has the file open",
                    problem);
        }
    }

    /** Notes the draft; where that fails the draft is found by its content as well. */
    void write(String submissionId) {
        attempt(notes -> with(notes, note(submissionId)), "the note of draft " + submissionId + " is not written");
    }

    /** Whether there is a note of this submission, whatever it was asked for. */
    boolean knows(String submissionId) {
        return noted(SUBMISSION, submissionId);
    }

    /** Whether there is a note of this submission for the same request. */
    boolean isOf(String submissionId) {
        return knows(submissionId) && noted(REQUEST, request);
    }

    /** Takes the note away. One that stays does no harm: it is of a submission that is no draft any more. */
    void clear() {
        attempt(
                notes ->
                        Json.PROVIDER.createObjectBuilder(notes).remove(product).build(),
                "the note of the draft is not removed");
    }

    private void attempt(UnaryOperator<JsonObject> change, String consequence) {
        try {
            change(change);
        } catch (IOException problem) {
            log.noteNotWritten(file, problem, consequence);
        }
    }

    private void change(UnaryOperator<JsonObject> change) throws IOException {
        synchronized (lock) {
            JsonObject notes = notes();
            JsonObject changed = change.apply(notes);
            if (changed.isEmpty()) {
                Files.deleteIfExists(file);
            } else if (!changed.equals(notes)) {
                ReplacedFile.write(file, Json.indented(changed));
            }
        }
    }

    private JsonObject with(JsonObject notes, JsonObject note) {
        return Json.PROVIDER.createObjectBuilder(notes).add(product, note).build();
    }

    private JsonObject note(String submissionId) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add(SUBMISSION, submissionId)
                .add(REQUEST, request)
                .build();
    }

    private boolean noted(String member, String value) {
        return Members.object(notes(), product)
                .flatMap(note -> Members.text(note, member))
                .filter(value::equals)
                .isPresent();
    }

    /** Notes that cannot be read count as none: the worst is that a draft is made anew. */
    private JsonObject notes() {
        try {
            return Files.exists(file) ? ParsedJson.ofFile(file).object() : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonSyntaxException | IOException unreadable) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }
}
