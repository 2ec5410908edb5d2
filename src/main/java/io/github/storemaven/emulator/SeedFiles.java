package io.github.storemaven.emulator;

import io.github.storemaven.emulator.commit.Files;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.Numbers;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Makes the files of a seed's document uploaded ones, each with an id. */
final class SeedFiles {
    private SeedFiles() {}

    static JsonObject identified(JsonObject document, Numbers numbers) {
        return Files.visit(document, entry -> entry(entry, numbers));
    }

    private static Optional<JsonObject> entry(JsonObject entry, Numbers numbers) {
        if (Files.is(entry, "PendingDelete")) {
            return Optional.empty();
        }
        JsonObject uploaded = Json.with(entry, "fileStatus", Json.text("Uploaded"));
        boolean icon = !entry.containsKey("imageType")
                && !entry.containsKey("minimumSystemRam")
                && !entry.containsKey("version");
        if (icon || !Json.text(entry, "id").isEmpty()) {
            return Optional.of(uploaded);
        }
        String id = entry.containsKey("imageType") ? numbers.file() : numbers.packageFile();
        return Optional.of(Json.with(uploaded, "id", Json.text(id)));
    }
}
