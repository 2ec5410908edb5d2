package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * How a commit ends.
 *
 * @param errors {@code {code, details}}; none when the data are accepted
 * @param warnings {@code {code, details}}
 * @param document the document with its files taken over; as it was when there are errors
 */
public record Outcome(List<JsonObject> errors, List<JsonObject> warnings, JsonObject document) {
    public Outcome {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** The {@code statusDetails} that tell of it. */
    public JsonObject details() {
        return StatusDetails.of(errors, warnings, List.of());
    }
}
