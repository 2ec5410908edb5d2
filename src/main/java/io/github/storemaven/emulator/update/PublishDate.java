package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Dates;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import java.time.Instant;

/** {@code SpecificDate} needs a date, and not the one that means none. */
final class PublishDate {
    private static final Instant NONE = Instant.parse(Dates.NONE);

    private PublishDate() {}

    static void check(JsonObject document) throws Refusal {
        boolean dated = Json.text(document, "targetPublishMode").equals("SpecificDate");
        String date = Json.text(document, "targetPublishDate");
        if (dated && Dates.read(date).filter(NONE::isBefore).isEmpty()) {
            throw Refusal.invalidValue(
                    "targetPublishDate", "targetPublishMode is SpecificDate, but targetPublishDate is no usable date.");
        }
    }
}
