package io.github.storemaven.submission;

import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Deletes the pending submission of a product where the API may (reference, sections 5.10, 9.5 and 12.1). */
public final class Cancellation {
    private final StoreClient store;
    private final TimeSource time;
    private final ReleaseLog log;
    private final Path draftRecord;

    /** @param draftRecord where releases note their drafts; the one that is deleted is forgotten there */
    public Cancellation(StoreClient store, TimeSource time, ReleaseLog log, Path draftRecord) {
        this.store = store;
        this.time = time;
        this.log = log;
        this.draftRecord = draftRecord;
    }

    /** What was deleted; empty where nothing was pending. */
    public record Result(Product product, Optional<String> deleted) {
        /** {@code {"product", "deleted"}}. */
        public JsonObject json() {
            JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder().add("product", product.json());
            deleted.ifPresent(id -> json.add("deleted", id));
            return json.build();
        }
    }

    /**
     * Deletes what is pending, after saying what it is; at most three requests.
     *
     * @throws ReleaseRefusedException when only a person in Partner Center may; nothing was changed
     */
    public Result cancel(Product product)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        DraftRecord record = new DraftRecord(draftRecord, product, "", log);
        Optional<String> pending = new ProductReader(store).read(product).pending();
        if (pending.isEmpty()) {
            log.nothingPending(product);
            record.clear();
            return new Result(product, Optional.empty());
        }
        String id = pending.get();
        JsonObject document = store.submissions(product).get(id);
        SubmissionStatus status = SubmissionStatus.of(document);
        if (status.name().equals("Canceled")) {
            log.canceledAlready(product, id);
            return new Result(product, Optional.empty());
        }
        requireDeletable(product, id, document, status);
        log.deletes(product, id, what(status, record.knows(id)), PendingFiles.of(document));
        new DraftOpener(store, product, time).delete(id);
        record.clear();
        log.deleted(id);
        return new Result(product, Optional.of(id));
    }

    private static String what(SubmissionStatus status, boolean isOurs) {
        return (status.isDraft()
                        ? "a draft that was made by API"
                        : "which has failed (" + ForeignText.oneLine(status.name()) + ")")
                + (isOurs ? " and is noted here as one of this project" : "");
    }

    private static void requireDeletable(Product product, String id, JsonObject document, SubmissionStatus status)
            throws ReleaseRefusedException {
        if (status.isDraft() || status.isFailed()) {
            if (SubmissionHead.of(document).uploadUrl().isEmpty()) {
                throw PendingPolicy.explain(
                        product,
                        id,
                        "It was made in Partner Center, and only there can it be deleted (" + status.name()
                                + "): somebody with the role Manager or Developer opens it and chooses \"Delete\"."
                                + " Nothing was changed.");
            }
            return;
        }
        throw PendingPolicy.explain(
                product,
                id,
                "It is beyond a draft (" + status.name()
                        + "), and the API deletes only drafts and what has failed: somebody"
                        + " with the role Manager or Developer opens it in Partner Center and chooses \"Cancel"
                        + " certification\", as long as it is not published. Nothing was changed.");
    }
}
