package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom a release is, as parameters and submission file say it: the first line of its log, so that a limit that has not
 * arrived is seen.
 *
 * @param file the submission file; an empty object without one
 */
public record Audience(ProductSelector product, PublishSettings settings, JsonObject file) {
    /** The product with its audience: {@code app 9PAPPDEMO001 to 10 %}. */
    @Override
    public String toString() {
        String part = percentage()
                .map(percent -> percent.stripTrailingZeros().toPlainString() + " %")
                .orElse("");
        if (product.isFlight()) {
            String flight = "the flight " + product.flight();
            return "app " + product.application() + " to " + (part.isEmpty() ? flight : part + " of " + flight);
        }
        return product.named() + " to " + (part.isEmpty() ? everybody() : part);
    }

    /** Of those who get new packages, where not all do. */
    Optional<BigDecimal> percentage() {
        return settings.percentage().or(this::ofFile).filter(percent -> percent.compareTo(BigDecimal.valueOf(100)) < 0);
    }

    private Optional<BigDecimal> ofFile() {
        Optional<JsonObject> rollout = Members.object(file, "packageDeliveryOptions")
                .flatMap(delivery -> Members.object(delivery, "packageRollout"));
        try {
            return rollout.filter(one -> Members.value(one, "isPackageRollout")
                            .filter(JsonValue.TRUE::equals)
                            .isPresent())
                    .flatMap(one -> Members.value(one, "packageRolloutPercentage"))
                    .map(value -> new BigDecimal(value.toString()));
        } catch (NumberFormatException e) {
            return Optional.empty(); // A finding of its own.
        }
    }

    private String everybody() {
        String visibility =
                settings.visibility().or(() -> Members.text(file, "visibility")).orElse("Public");
        return switch (visibility.toLowerCase(Locale.ROOT)) { // The parameter is taken in any case.
            case "private" -> "its private audience";
            case "hidden" -> "everybody who has its link";
            default -> "everybody";
        };
    }
}
