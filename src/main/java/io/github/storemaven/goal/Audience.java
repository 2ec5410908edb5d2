package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom a release is, as parameters and submission file say it: the first line of its log, so that a limit that has not
 * arrived is seen.
 */
final class Audience {
    private final AbstractWantedMojo mojo;
    private final ProductChoice product;
    private final JsonObject file;

    Audience(AbstractWantedMojo mojo, ProductChoice product) throws IOException {
        this.mojo = mojo;
        this.product = product;
        this.file = file();
    }

    /** Read once more and told later, with all that is wrong in it. */
    private JsonObject file() throws IOException {
        FileFindings findings = new FileFindings(new FindingCollector());
        Problems problems = new Problems();
        ListingSources usual = new ListingSources(mojo, product, problems, findings);
        return new SubmissionFile(mojo, problems, findings)
                .read(usual.usualSubmissionFile(), usual.boundary())
                .map(ParsedJson::value)
                .map(JsonValue::asJsonObject)
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The product with its audience: {@code app 9PAPPDEMO001 to 10 %}. */
    @Override
    public String toString() {
        String part = percentage()
                .filter(percent -> percent.compareTo(BigDecimal.valueOf(100)) < 0)
                .map(percent -> percent.stripTrailingZeros().toPlainString() + " %")
                .orElse("");
        if (product.isFlight()) {
            String flight = "the flight " + product.flight();
            return "app " + product.application() + " to " + (part.isEmpty() ? flight : part + " of " + flight);
        }
        return product.named() + " to " + (part.isEmpty() ? everybody() : part);
    }

    private Optional<BigDecimal> percentage() {
        try {
            Optional<BigDecimal> parameter =
                    Problems.given(mojo.rolloutPercentage).map(BigDecimal::new);
            return parameter.or(this::ofFile);
        } catch (NumberFormatException e) {
            return Optional.empty(); // A problem of its own.
        }
    }

    private Optional<BigDecimal> ofFile() {
        Optional<JsonObject> rollout = Members.object(file, "packageDeliveryOptions")
                .flatMap(delivery -> Members.object(delivery, "packageRollout"));
        return rollout.filter(one -> Members.value(one, "isPackageRollout")
                        .filter(JsonValue.TRUE::equals)
                        .isPresent())
                .flatMap(one -> Members.value(one, "packageRolloutPercentage"))
                .map(value -> new BigDecimal(value.toString()));
    }

    private String everybody() {
        String visibility = Problems.given(mojo.visibility)
                .or(() -> Members.text(file, "visibility"))
                .orElse("Public");
        return switch (visibility.toLowerCase(Locale.ROOT)) { // The parameter is taken in any case.
            case "private" -> "its private audience";
            case "hidden" -> "everybody who has its link";
            default -> "everybody";
        };
    }
}
