package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;

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

        NotStoredException(String id, List<Change> lost, JsonObject stored) {
            super("The Store did not store submission " + id + " as it was sent (sent -> stored):\n  "
                    + String.join("\n  ", ChangeRenderer.lines(CertificationNotes.hidden(lost), stored)));
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
