package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * The gradual rollout of what a product has published.
 *
 * @param submissionId the published submission
 */
public record RolloutState(Product product, String submissionId, Rollout rollout) {
    /** What the next submission after a halt has to do (reference, section 11). */
    static final String AFTER_HALT = "The next submission begins as a copy of the halted one, its packages included:"
            + " replace them by better ones, which mvn store:submit does (store.packageMode is replace, the default);"
            + " with add or keep they are released again.";

    /** {@code {"product", "submissionId", "status", "percentage", "fallbackSubmissionId"}}. */
    public JsonObject json() {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("product", product.json())
                .addAll(Json.PROVIDER.createObjectBuilder(json(submissionId, rollout)))
                .build();
    }

    static JsonObject json(String submissionId, Rollout rollout) {
        JsonObjectBuilder json = Json.PROVIDER
                .createObjectBuilder()
                .add("submissionId", submissionId)
                .add("status", rollout.status());
        rollout.percentage().ifPresent(percentage -> json.add("percentage", percentage));
        rollout.fallbackSubmissionId().ifPresent(id -> json.add("fallbackSubmissionId", id));
        return json.build();
    }

    /** What the rollout is, in words. */
    public static String words(Rollout rollout) {
        if (rollout.isInProgress()) {
            return rollout.share() + " of the customers get it"
                    + rollout.fallbackSubmissionId()
                            .map(id -> ", the others get submission " + id)
                            .orElse("");
        }
        if (rollout.isComplete()) {
            return "finalized, everybody gets it";
        }
        if (rollout.isStopped()) {
            return "halted, nobody gets its packages any more"
                    + rollout.fallbackSubmissionId()
                            .map(id -> "; customers get those of submission " + id)
                            .orElse("");
        }
        return isUnknown(rollout)
                ? "in a state that this plugin does not know, " + ForeignText.oneLine(rollout.status())
                : "none, everybody gets it";
    }

    /** Whether the Store calls it something that the reference does not know. */
    static boolean isUnknown(Rollout rollout) {
        return !rollout.isInProgress()
                && !rollout.isComplete()
                && !rollout.isStopped()
                && !rollout.status().isEmpty()
                && !rollout.status().equals("PackageRolloutNotStarted");
    }
}
