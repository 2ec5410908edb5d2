package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.document.StoreDate;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * When a certified submission is published (reference, section 7.3).
 *
 * @param mode Immediate where the document names none
 * @param date of SpecificDate, where it can be read
 */
record PublishTime(String mode, Optional<Instant> date) {
    static PublishTime of(JsonObject document) {
        String mode = Members.text(document, "targetPublishMode").orElse("Immediate");
        return new PublishTime(
                mode,
                mode.equals("SpecificDate")
                        ? Members.text(document, "targetPublishDate")
                                .flatMap(date -> StoreDate.of(date).instant())
                        : Optional.empty());
    }

    boolean isManual() {
        return mode.equals("Manual");
    }

    /** Whether it comes only after a moment. */
    boolean isAfter(Instant moment) {
        return date.filter(date -> date.isAfter(moment)).isPresent();
    }
}
