package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Numbers;
import io.github.storemaven.emulator.product.Product;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document after a commit: new files have ids and facts, deleted ones are gone (12.5, effects). */
record TakenOver(Numbers numbers, Map<String, PackageFacts> facts, Product product) {
    JsonObject document(JsonObject before) {
        JsonObject after = Files.visit(before, this::entry);
        if (!(after.get("trailers") instanceof JsonArray trailers)) {
            return after;
        }
        List<JsonObject> known = trailers.getValuesAs(JsonObject.class).stream()
                .map(this::trailer)
                .toList();
        return Json.with(after, "trailers", Json.array(known));
    }

    private Optional<JsonObject> entry(JsonObject entry) {
        if (Files.is(entry, "PendingDelete")) {
            return Optional.empty();
        }
        if (!Files.is(entry, "PendingUpload")) {
            return Optional.of(entry);
        }
        JsonObject uploaded = Json.with(entry, "fileStatus", Json.text("Uploaded"));
        PackageFacts known = facts.get(Json.text(entry, "fileName"));
        if (entry.containsKey("minimumSystemRam") && known != null) {
            return Optional.of(described(Json.with(uploaded, "id", Json.text(numbers.packageFile())), known));
        }
        // An icon of an add-on has no id (6.9), an image has.
        boolean image = entry.containsKey("imageType");
        return Optional.of(image ? Json.with(uploaded, "id", Json.text(numbers.file())) : uploaded);
    }

    private JsonObject described(JsonObject entry, PackageFacts known) {
        var builder = Json.PROVIDER
                .createObjectBuilder(entry)
                .add("version", known.version())
                .add("architecture", known.architecture())
                .add("languages", Json.texts(known.languages()))
                .add("capabilities", Json.texts(known.capabilities()))
                .add("targetPlatform", "Windows10");
        if (product.kind() == Kind.APPLICATION) {
            builder.add("targetDeviceFamilies", Json.texts(known.targetDeviceFamilies()));
        }
        return builder.build();
    }

    private JsonObject trailer(JsonObject trailer) {
        if (!Json.text(trailer, "videoFileId").isEmpty()) {
            return trailer;
        }
        Map<String, JsonValue> assets = new LinkedHashMap<>();
        Json.object(trailer, "trailerAssets").forEach((language, asset) -> assets.put(language, asset(asset)));
        return Json.PROVIDER
                .createObjectBuilder(trailer)
                .add("id", numbers.file())
                .add("videoFileId", numbers.file())
                .add("trailerAssets", Json.object(assets))
                .build();
    }

    private JsonValue asset(JsonValue asset) {
        List<JsonObject> images = Json.objects(asset.asJsonObject(), "imageList").stream()
                .map(image -> Json.with(image, "id", Json.text(numbers.file())))
                .toList();
        return Json.with(asset.asJsonObject(), "imageList", Json.array(images));
    }
}
