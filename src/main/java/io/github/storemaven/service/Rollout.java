package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The gradual rollout of a submission (reference, sections 6.22 and 11).
 *
 * @param status for example {@code PackageRolloutInProgress}; empty where the Store gave none
 * @param percentage of the customers, from 0 to 100; empty where the Store gave no such number
 * @param fallbackSubmissionId the submission that the other customers get; empty where there is none
 * @param json as the Store sent it
 */
public record Rollout(
        String status, Optional<BigDecimal> percentage, Optional<String> fallbackSubmissionId, JsonObject json) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** More digits are a mistake, and would fill a screen. */
    private static final int MAX_SCALE = 20;

    static Rollout of(JsonObject json) {
        return new Rollout(
                Members.text(json, "packageRolloutStatus").orElse(""),
                percentage(json),
                Members.text(json, "fallbackSubmissionId").filter(id -> !id.equals("0")),
                json);
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

    /** Whether it is finalized: everybody gets the packages. */
    public boolean isComplete() {
        return status.equals("PackageRolloutComplete");
    }

    /** Whether it is halted: nobody gets the packages any more. */
    public boolean isStopped() {
        return status.equals("PackageRolloutStopped");
    }

    /** Whether this many customers get the packages. */
    public boolean isAt(BigDecimal percent) {
        return percentage.filter(current -> current.compareTo(percent) == 0).isPresent();
    }

    /** The percentage as people write it, {@code 12.5 %}; {@code an unknown share} where it is not known. */
    public String share() {
        return percentage.map(Rollout::share).orElse("an unknown share");
    }

    /** A percentage as people write it, {@code 12.5 %}. */
    public static String share(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    private static Optional<BigDecimal> percentage(JsonObject json) {
        return Members.value(json, "packageRolloutPercentage")
                .filter(JsonNumber.class::isInstance)
                .map(number -> ((JsonNumber) number).bigDecimalValue())
                .filter(number -> number.signum() >= 0 && number.compareTo(HUNDRED) <= 0)
                .filter(number -> number.scale() <= MAX_SCALE);
    }
}
