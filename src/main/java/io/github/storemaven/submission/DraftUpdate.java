package io.github.storemaven.submission;

import io.github.storemaven.document.CertificationNotes;
import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.Members;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The second and third step: send the wanted document, read it back, and compare (design, sections 2 and 3). */
final class DraftUpdate {
    private final Submissions submissions;

    DraftUpdate(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * Sends the document and reads it back.
     *
     * @return what the Store holds now
     * @throws NotStoredException when that is not what was asked for
     * @throws RefusedException when the Store does not take it
     */
    JsonObject send(String id, JsonObject wanted)
            throws NotStoredException, RefusedException, StoreRefusedException, IOException, InterruptedException {
        try {
            submissions.update(id, wanted);
        } catch (StoreRefusedException refused) {
            throw new RefusedException(refused);
        }
        JsonObject stored = submissions.get(id);
        List<Change> lost = Difference.notStored(wanted, stored);
        if (!lost.isEmpty()) {
            throw new NotStoredException(id, lost, stored);
        }
        return stored;
    }

    /** The Store's document is not the one that was sent. */
    static final class NotStoredException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Of a value in a line. */
        private static final int MAX_VALUE = 60;

        NotStoredException(String id, List<Change> lost, JsonObject stored) {
            super("The Store did not store submission " + id + " as it was sent (sent -> stored):\n  "
                    + CertificationNotes.hidden(lost).stream()
                            .map(change -> line(change, stored))
                            .collect(Collectors.joining("\n  ")));
        }

        /** By its path in the document, which whoever asks Microsoft needs. */
        private static String line(Change change, JsonObject stored) {
            String from = text(change, change.from());
            String to = text(change, change.to());
            int same = ChangeRenderer.sameStart(from, to);
            String file = Members.find(
                            stored, change.path().substring(0, change.path().lastIndexOf('/')))
                    .filter(JsonObject.class::isInstance)
                    .flatMap(entry -> FileEntry.name(entry.asJsonObject()))
                    .map(name -> " (" + name + ")")
                    .orElse("");
            return ForeignText.oneLine(change.path() + ": " + cut(from, same) + " -> " + cut(to, same) + file);
        }

        private static String cut(String text, int same) {
            return ChangeRenderer.window(text, same, MAX_VALUE, "...");
        }

        private static String text(Change change, Optional<JsonValue> value) {
            return value.map(some -> CertificationNotes.lengthIn(change, some)
                            .orElseGet(() -> some.toString().replaceAll("\\s+", " ")))
                    .orElse("nothing");
        }
    }

    /** The Store does not take the document. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient StoreRefusedException response;

        RefusedException(StoreRefusedException response) {
            super(response.getMessage(), response);
            this.response = response;
        }

        StoreRefusedException response() {
            return response;
        }

        /** Whether no later run can send it either; missing rights and a missing token can be mended. */
        boolean isFinal() {
            return response.error().isPresent() && !response.isUnauthorized() && !response.isForbidden();
        }

        boolean isOfPartnerCenter() {
            return response.isMadeInPartnerCenter();
        }
    }
}
