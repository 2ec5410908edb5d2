package io.github.storemaven.emulator.product;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * The permission to upload a submission's ZIP.
 *
 * @param blob the blob's GUID
 * @param expires when storage refuses it
 * @param rawPlus whether its URL carries a raw {@code +}, which a client has to escape (reference 8.5)
 */
public record UploadTicket(String blob, Instant expires, boolean rawPlus) {
    /** The same permission, until another moment. */
    public UploadTicket expiring(Instant moment) {
        return new UploadTicket(blob, moment, rawPlus);
    }

    JsonObject toJson() {
        return Json.object()
                .add("blob", blob)
                .add("expires", expires.toString())
                .add("rawPlus", rawPlus)
                .build();
    }

    static UploadTicket fromJson(JsonObject json) {
        return new UploadTicket(
                json.getString("blob"), Instant.parse(json.getString("expires")), json.getBoolean("rawPlus"));
    }
}
