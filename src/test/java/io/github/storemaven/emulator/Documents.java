package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Changes that tests make to a submission. */
final class Documents {
    private Documents() {}

    /** A value set by a JSON Pointer. */
    static JsonObject set(JsonObject document, String pointer, JsonValue value) {
        return Json.PROVIDER.createPatchBuilder().add(pointer, value).build().apply(document);
    }

    static JsonObject set(JsonObject document, String pointer, String value) {
        return set(document, pointer, Json.text(value));
    }

    static JsonObject remove(JsonObject document, String pointer) {
        return Json.PROVIDER.createPatchBuilder().remove(pointer).build().apply(document);
    }

    /** All packages marked for deletion, a new one added. */
    static JsonObject replacePackages(JsonObject document, String member, String fileName) {
        List<JsonValue> packages = new ArrayList<>();
        Json.objects(document, member)
                .forEach(old -> packages.add(Json.with(old, "fileStatus", Json.text("PendingDelete"))));
        packages.add(newPackage(fileName));
        return Json.with(document, member, Json.array(packages));
    }

    static JsonObject newPackage(String fileName) {
        return Json.object()
                .add("fileName", fileName)
                .add("fileStatus", "PendingUpload")
                .add("minimumDirectXVersion", "None")
                .add("minimumSystemRam", "None")
                .build();
    }
}
