package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * How a commit ends.
 *
 * @param errors {@code {code, details}}; none when the data are accepted
 * @param processingErrors what is found wrong after the data were accepted
 * @param warnings {@code {code, details}}
 * @param causes what stands behind errors that name none, for whoever runs this Store
 * @param packages the digests of the new packages, by their full names
 * @param document the document with its files taken over; as it was when there are errors
 */
public record Outcome(
        List<JsonObject> errors,
        List<JsonObject> processingErrors,
        List<JsonObject> warnings,
        List<String> causes,
        Map<String, String> packages,
        JsonObject document) {
    public Outcome {
        errors = List.copyOf(errors);
        processingErrors = List.copyOf(processingErrors);
        warnings = List.copyOf(warnings);
        causes = List.copyOf(causes);
        packages = Map.copyOf(packages);
    }

    /** The {@code statusDetails} that tell of it. */
    public JsonObject details() {
        return StatusDetails.of(errors, warnings, List.of());
    }

    /** The {@code statusDetails} of a failed processing. */
    public JsonObject processingDetails() {
        return StatusDetails.of(processingErrors, warnings, List.of());
    }
}
