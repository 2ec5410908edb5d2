package io.github.storemaven.emulator.product;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A state of a submission and when it enters it.
 *
 * @param status the state
 * @param since the moment it begins
 * @param details the {@code statusDetails} from then on
 */
public record Step(Status status, Instant since, JsonObject details) {
    JsonObject toJson() {
        return Json.object()
                .add("status", status.word())
                .add("since", since.toString())
                .add("details", details)
                .build();
    }

    static Step fromJson(JsonObject json) {
        return new Step(
                Status.of(json.getString("status")),
                Instant.parse(json.getString("since")),
                json.getJsonObject("details"));
    }
}
