package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * The gradual rollout of a published submission.
 *
 * @param status for example {@code PackageRolloutInProgress}; empty where the Store gave none
 * @param json as the Store sent it
 */
public record Rollout(String status, JsonObject json) {
    static Rollout of(JsonObject json) {
        return new Rollout(Members.text(json, "packageRolloutStatus").orElse(""), json);
    }

    /** That of a submission's document; empty where the document has none, as an add-on's. */
    public static Optional<Rollout> ofDocument(JsonObject document) {
        return Members.object(document, "packageDeliveryOptions")
                .flatMap(options -> Members.object(options, "packageRollout"))
                .map(Rollout::of);
    }

    public boolean isInProgress() {
        return status.equals("PackageRolloutInProgress");
    }

    /** Whether it is halted: nobody gets the packages any more. */
    public boolean isStopped() {
        return status.equals("PackageRolloutStopped");
    }
}
