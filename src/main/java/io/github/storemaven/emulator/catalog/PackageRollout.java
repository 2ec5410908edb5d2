package io.github.storemaven.emulator.catalog;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** The gradual package rollout of a submission (reference 6.22 and section 11). */
public final class PackageRollout {
    /** What a submission has that never asked for a rollout. */
    public static final JsonObject NONE = Json.object()
            .add("isPackageRollout", false)
            .add("packageRolloutPercentage", new BigDecimal("0.0"))
            .add("packageRolloutStatus", "PackageRolloutNotStarted")
            .add("fallbackSubmissionId", "0")
            .build();

    private static final String OPTIONS = "packageDeliveryOptions";
    private static final String ROLLOUT = "packageRollout";
    private static final String STATUS = "packageRolloutStatus";
    private static final String IN_PROGRESS = "PackageRolloutInProgress";

    private PackageRollout() {}

    /** The rollout resource; {@link #NONE} for a document without one. */
    public static JsonObject of(JsonObject document) {
        JsonObject rollout = Json.object(Json.object(document, OPTIONS), ROLLOUT);
        return rollout.isEmpty() ? NONE : rollout;
    }

    /** The document with another rollout; as it is where it has no delivery options. */
    public static JsonObject with(JsonObject document, JsonObject rollout) {
        return document.get(OPTIONS) instanceof JsonObject options
                ? Json.with(document, OPTIONS, Json.with(options, ROLLOUT, rollout))
                : document;
    }

    /** Whether the submission is published to some customers only. */
    public static boolean isInProgress(Submission submission) {
        return submission.status() == SubmissionStatus.PUBLISHED
                && IN_PROGRESS.equals(Json.text(of(submission.document()), STATUS));
    }

    /** A percentage in the form of the reference: at least one fractional digit. */
    public static JsonObject withPercentage(JsonObject rollout, BigDecimal percentage) {
        BigDecimal shown = percentage.scale() < 1 ? percentage.setScale(1) : percentage;
        return Json.with(rollout, "packageRolloutPercentage", Json.PROVIDER.createValue(shown));
    }

    /** The rollout in another state, for example {@code PackageRolloutStopped}. */
    public static JsonObject withStatus(JsonObject rollout, String status) {
        return Json.with(rollout, STATUS, Json.text(status));
    }

    /** At publication: starts if enabled and if there is something to fall back to (12.5). */
    static void start(Product product, Submission submission) {
        JsonObject rollout = of(submission.document());
        if (rollout.get("isPackageRollout") != JsonValue.TRUE
                || product.published().isEmpty()) {
            return;
        }
        String fallback = fallback(product.published().get());
        JsonObject started = Json.with(withStatus(rollout, IN_PROGRESS), "fallbackSubmissionId", Json.text(fallback));
        submission.replaceDocument(with(submission.document(), started));
    }

    /** The last finalized one: after a halt, the submission that the halted one fell back to. */
    private static String fallback(Submission previous) {
        JsonObject rollout = of(previous.document());
        boolean halted = "PackageRolloutStopped".equals(Json.text(rollout, STATUS));
        return halted ? Json.text(rollout, "fallbackSubmissionId") : previous.id();
    }
}
