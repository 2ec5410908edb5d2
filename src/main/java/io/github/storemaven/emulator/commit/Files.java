package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The files of a document, wherever in it they are named: packages, images, icons, and the parts of trailers. */
public final class Files {
    private static final String STATUS = "fileStatus";

    private Files() {}

    /** Names that have to be in the ZIP (reference 8.1). */
    public static List<String> pending(JsonObject document) {
        List<String> names = new ArrayList<>();
        visit(document, entry -> {
            if (is(entry, "PendingUpload")) {
                names.add(Json.text(entry, "fileName"));
            }
            return Optional.of(entry);
        });
        Json.objects(document, "trailers").stream()
                .filter(trailer -> Json.text(trailer, "videoFileId").isEmpty())
                .forEach(trailer -> names.addAll(ofTrailer(trailer)));
        return names;
    }

    private static List<String> ofTrailer(JsonObject trailer) {
        List<String> names = new ArrayList<>();
        names.add(Json.text(trailer, "videoFileName"));
        Json.object(trailer, "trailerAssets")
                .values()
                .forEach(asset -> Json.objects(asset.asJsonObject(), "imageList")
                        .forEach(image -> names.add(Json.text(image, "fileName"))));
        return names;
    }

    /** Whether an entry has a status, for example {@code PendingDelete}. */
    public static boolean is(JsonObject entry, String status) {
        return Json.text(entry, STATUS).equals(status);
    }

    /** The document with every entry that has a {@code fileStatus} replaced, or removed. */
    public static JsonObject visit(JsonObject value, Function<JsonObject, Optional<JsonObject>> change) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        value.forEach((name, member) -> descend(member, change).ifPresent(changed -> members.put(name, changed)));
        return Json.object(members);
    }

    private static Optional<? extends JsonValue> descend(
            JsonValue value, Function<JsonObject, Optional<JsonObject>> change) {
        if (value instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>();
            array.forEach(item -> descend(item, change).ifPresent(items::add));
            return Optional.of(Json.array(items));
        }
        if (!(value instanceof JsonObject object)) {
            return Optional.of(value);
        }
        return object.containsKey(STATUS) ? change.apply(object) : Optional.of(visit(object, change));
    }
}
