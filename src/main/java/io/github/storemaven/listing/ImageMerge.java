package io.github.storemaven.listing;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Brings the images of one type in a listing to what their folder says; others stay where they are. */
final class ImageMerge {
    private final ImageFolder folder;
    private final List<JsonObject> present = new ArrayList<>();

    private ImageMerge(ImageFolder folder) {
        this.folder = folder;
    }

    static JsonArray merge(JsonArray images, ImageFolder folder) {
        return new ImageMerge(folder).into(images);
    }

    private JsonArray into(JsonArray images) {
        images.forEach(image -> {
            if (isOurs(image)) {
                present.add(image.asJsonObject());
            }
        });
        int left = present.size();
        Deque<JsonObject> next = new ArrayDeque<>(reconciled());
        JsonArrayBuilder merged = Json.PROVIDER.createArrayBuilder();
        for (JsonValue image : images) {
            if (!isOurs(image)) {
                merged.add(image);
            } else if (--left > 0) {
                Optional.ofNullable(next.poll()).ifPresent(merged::add);
            } else {
                drain(next, merged);
            }
        }
        drain(next, merged);
        return merged.build();
    }

    private static void drain(Deque<JsonObject> entries, JsonArrayBuilder into) {
        entries.forEach(into::add);
        entries.clear();
    }

    private boolean isOurs(JsonValue image) {
        return image instanceof JsonObject entry
                && folder.type()
                        .storeName()
                        .equalsIgnoreCase(Members.text(entry, "imageType").orElse(""));
    }

    /** What the folder has, in its order, then what is to go. */
    private List<JsonObject> reconciled() {
        List<JsonObject> rest = new ArrayList<>(present);
        List<JsonObject> entries = new ArrayList<>();
        for (Picture picture : folder.pictures()) {
            Optional<JsonObject> there = find(picture, rest);
            there.ifPresent(rest::remove);
            entries.add(there.map(picture::keptEntry).orElseGet(() -> picture.newEntry(folder.type())));
        }
        rest.stream()
                .filter(entry -> !FileStatus.PENDING_UPLOAD.isOf(entry))
                .forEach(entry -> entries.add(going(entry)));
        return entries;
    }

    /** An entry that is to be deleted already is no more use; one that is stored is better than one that is pending. */
    private static Optional<JsonObject> find(Picture picture, List<JsonObject> entries) {
        List<JsonObject> same = entries.stream()
                .filter(picture::isIn)
                .filter(entry -> !FileStatus.PENDING_DELETE.isOf(entry))
                .toList();
        return same.stream()
                .filter(entry -> !FileStatus.PENDING_UPLOAD.isOf(entry))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** A pending upload cannot become a deletion (field reports, 15): such an entry was left out before. */
    private static JsonObject going(JsonObject entry) {
        return Members.with(entry, "fileStatus", Json.PROVIDER.createValue(FileStatus.PENDING_DELETE.text()));
    }
}
