package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a submission needs before it can be certified; the service tells of most of it in one sentence (12.5). */
record Completeness(Product product, JsonObject document, boolean ageRatings) {
    List<JsonObject> errors() {
        List<JsonObject> errors = new ArrayList<>();
        boolean application = product.kind() == Kind.APPLICATION;
        if (application && !ageRatings && product.published().isEmpty()) {
            errors.add(StatusDetails.item(
                    "InvalidMicrosoftAgeRating", "The age ratings questionnaire of the app is not answered."));
        }
        if (!causes().isEmpty()) {
            errors.add(unexplained());
        }
        if (Json.objects(document, "gamingOptions").size() > 1) {
            errors.add(
                    StatusDetails.item("InvalidParameterValue", "Validation error: MultipleInstancesOfGamingOptions"));
        }
        return errors;
    }

    /** What a person would see in Partner Center. */
    List<String> causes() {
        List<String> causes = new ArrayList<>();
        if (noPackage()) {
            causes.add("it has no package");
        }
        if (product.kind() == Kind.APPLICATION) {
            JsonObject listings = Json.object(document, "listings");
            if (listings.isEmpty()) {
                causes.add("it has no listing");
            }
            listings.keySet().forEach(language -> listing(language, causes));
        }
        return causes;
    }

    /** What the service says of nearly everything that a person sees in Partner Center. */
    static JsonObject unexplained() {
        return StatusDetails.item(
                "InvalidState", "Submission has active validation errors which cannot be exposed via API.");
    }

    private boolean noPackage() {
        String member = product.kind().packagesMember();
        return !member.isEmpty()
                && Json.objects(document, member).stream().allMatch(entry -> Files.is(entry, "PendingDelete"));
    }

    private void listing(String language, List<String> causes) {
        JsonObject base = Json.object(Json.object(Json.object(document, "listings"), language), "baseListing");
        JsonObject leftOut = Json.object(document, Kind.LEFT_OUT_IMAGES);
        boolean screenshot = Stream.concat(
                        Json.objects(base, "images").stream(), Json.objects(leftOut, language).stream())
                .anyMatch(image ->
                        Json.text(image, "imageType").endsWith("Screenshot") && !Files.is(image, "PendingDelete"));
        if (!screenshot) {
            causes.add("the listing " + language + " has no screenshot");
        }
        if (Json.text(base, "description").isBlank()) {
            causes.add("the listing " + language + " has no description");
        }
    }
}
