package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.Step;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plans when a committed submission enters which state (reference, section 10). */
public final class Way {
    private final Duration pace;

    /** @param pace how long each transient state lasts */
    public Way(Duration pace) {
        this.pace = pace;
    }

    /** The way of a commit that is refused. */
    public List<Step> refused(Instant commit, JsonObject details) {
        return List.of(new Step(Status.COMMIT_FAILED, commit.plus(pace), details));
    }

    /** The way of a commit that is accepted and whose packages are refused afterwards. */
    public List<Step> refusedInProcessing(Instant commit, JsonObject details, JsonObject refused) {
        return List.of(
                new Step(Status.PRE_PROCESSING, commit.plus(pace), details),
                new Step(Status.PRE_PROCESSING_FAILED, commit.plus(pace.multipliedBy(2)), refused));
    }

    /**
     * The way of a commit that is accepted, as far as it goes without Partner Center. A date is not waited for: whoever
     * rehearses wants to see the publication today.
     */
    public List<Step> accepted(Instant commit, JsonObject document, JsonObject details) {
        boolean manual = Json.text(document, "targetPublishMode").equals("Manual");
        List<Step> way = new ArrayList<>();
        Instant at = commit;
        for (Status status : Status.WAY.subList(1, Status.WAY.size())) {
            if (manual && status == Status.PENDING_PUBLICATION) {
                return way;
            }
            at = at.plus(pace);
            way.add(new Step(status, at, details));
        }
        return way;
    }

    /** The way after "Publish now". */
    public List<Step> released(Instant now, JsonObject details) {
        return List.of(
                new Step(Status.PENDING_PUBLICATION, now, details),
                new Step(Status.PUBLISHING, now.plus(pace), details),
                new Step(Status.PUBLISHED, now.plus(pace.multipliedBy(2)), details));
    }
}
