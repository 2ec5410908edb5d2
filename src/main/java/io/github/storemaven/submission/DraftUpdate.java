package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.json.Members;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreError;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** The second and third step: send the wanted document, read it back, and compare (design, sections 2 and 3). */
final class DraftUpdate {
    private final Submissions submissions;
    private final Product product;

    DraftUpdate(Submissions submissions, Product product) {
        this.submissions = submissions;
        this.product = product;
    }

    /**
     * Sends the document and reads it back.
     *
     * @return what the Store holds now
     * @throws NotStored when that is not what was asked for
     */
    JsonObject send(String id, JsonObject wanted)
            throws NotStored, ReleaseRefused, StoreRefused, IOException, InterruptedException {
        try {
            submissions.update(id, wanted);
        } catch (StoreRefused refused) {
            throw explained(id, refused);
        }
        JsonObject stored = submissions.get(id);
        List<Change> lost = Difference.lost(wanted, stored);
        if (!lost.isEmpty()) {
            throw new NotStored(id, lost, stored);
        }
        return stored;
    }

    private ReleaseRefused explained(String id, StoreRefused refused) {
        boolean edited = refused.error()
                .map(StoreError::code)
                .filter(StoreError.INVALID_OPERATION::equals)
                .isPresent();
        String advice = edited ? " It was made or edited in Partner Center; delete it there: " : " See ";
        return new ReleaseRefused(refused.getMessage() + advice + PartnerCenter.page(product, id), refused);
    }

    /** The Store's document is not the one that was sent. */
    static final class NotStored extends Exception {
        private static final long serialVersionUID = 1L;

        NotStored(String id, List<Change> lost, JsonObject stored) {
            super("The Store did not store submission " + id + " as it was sent (sent -> stored):\n  "
                    + String.join("\n  ", ChangeReport.lines(lost, stored)));
        }
    }

    /** The publish mode of a document, Immediate where it says none. */
    static String publishMode(JsonObject document) {
        return Members.text(document, "targetPublishMode").orElse("Immediate");
    }
}
