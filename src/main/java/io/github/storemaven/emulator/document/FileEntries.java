package io.github.storemaven.emulator.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The entries of a document that stand for a file, wherever in it they are: packages, images, icons, each with a
 * {@code fileStatus} (reference 8.1), and the files of trailers, which have none.
 */
public final class FileEntries {
    private static final String STATUS = "fileStatus";

    private FileEntries() {}

    /** What kind of file an entry stands for, which its other members show. */
    public enum FileKind {
        /** A package of an app or a flight. */
        PACKAGE,
        /** A screenshot or a logo. */
        IMAGE,
        /** The icon of an add-on, which has no id (reference 6.9). */
        ICON;

        /** The kind of an entry. */
        public static FileKind of(JsonObject entry) {
            if (entry.containsKey("imageType")) {
                return IMAGE;
            }
            return entry.containsKey("minimumSystemRam") || entry.containsKey("version") ? PACKAGE : ICON;
        }
    }

    /** Whether an entry is new, its file still to be uploaded. */
    public static boolean isPendingUpload(JsonObject entry) {
        return Json.text(entry, STATUS).equals("PendingUpload");
    }

    /** Whether an entry is to be removed. */
    public static boolean isPendingDelete(JsonObject entry) {
        return Json.text(entry, STATUS).equals("PendingDelete");
    }

    /** The entry of a file that the service has. */
    public static JsonObject uploaded(JsonObject entry) {
        return Json.with(entry, STATUS, Json.text("Uploaded"));
    }

    /** Names that have to be in the ZIP (reference 8.1). */
    public static List<String> pendingNames(JsonObject document) {
        List<String> names = new ArrayList<>();
        replace(document, entry -> {
            if (isPendingUpload(entry)) {
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

    /** The document with every entry that has a {@code fileStatus} replaced, or removed. */
    public static JsonObject replace(JsonObject value, Function<JsonObject, Optional<JsonObject>> change) {
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
        return object.containsKey(STATUS) ? change.apply(object) : Optional.of(replace(object, change));
    }
}
