package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.document.FileEntries;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document after a commit: new files have ids and facts, deleted ones are gone (12.5, effects). */
record CommittedDocument(Catalog catalog, Map<String, PackageFacts> facts, Product product) {
    JsonObject of(JsonObject before) {
        JsonObject after = FileEntries.replace(before, this::entry);
        if (!(after.get("trailers") instanceof JsonArray trailers)) {
            return after;
        }
        List<JsonObject> known = trailers.getValuesAs(JsonObject.class).stream()
                .map(this::trailer)
                .toList();
        return Json.with(after, "trailers", Json.array(known));
    }

    private Optional<JsonObject> entry(JsonObject entry) {
        if (FileEntries.isPendingDelete(entry)) {
            return Optional.empty();
        }
        if (!FileEntries.isPendingUpload(entry)) {
            return Optional.of(entry);
        }
        JsonObject uploaded = FileEntries.uploaded(entry);
        return Optional.of(
                switch (FileEntries.FileKind.of(entry)) {
                    case PACKAGE -> described(withId(uploaded, catalog.newPackageId()), factsOf(entry));
                    case IMAGE -> withId(uploaded, catalog.newFileId());
                    case ICON -> uploaded;
                });
    }

    private PackageFacts factsOf(JsonObject entry) {
        return facts.get(Json.text(entry, "fileName"));
    }

    private static JsonObject withId(JsonObject entry, String id) {
        return Json.with(entry, "id", Json.text(id));
    }

    private JsonObject described(JsonObject entry, PackageFacts known) {
        var builder = Json.PROVIDER
                .createObjectBuilder(entry)
                .add("version", known.version())
                .add("architecture", known.architecture())
                .add("languages", Json.texts(known.languages()))
                .add("capabilities", Json.texts(known.capabilities()))
                .add("targetPlatform", "Windows10");
        if (product.type() == ProductType.APPLICATION) {
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
                .add("id", catalog.newFileId())
                .add("videoFileId", catalog.newFileId())
                .add("trailerAssets", Json.object(assets))
                .build();
    }

    private JsonValue asset(JsonValue asset) {
        List<JsonObject> images = Json.objects(asset.asJsonObject(), "imageList").stream()
                .map(image -> withId(image, catalog.newFileId()))
                .toList();
        return Json.with(asset.asJsonObject(), "imageList", Json.array(images));
    }
}
