package io.github.storemaven.listing;

import io.github.storemaven.document.Members;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.TrailerFolder.All;
import io.github.storemaven.listing.TrailerFolder.Language;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Brings the trailers of a document to what the folder says; they carry no status (submission-api, 6.18). */
final class TrailerMerge {
    private TrailerMerge() {}

    static JsonObject apply(JsonObject document, All trailers) {
        JsonArray current = Members.array(document, "trailers");
        JsonArray merged = merge(current, trailers);
        return merged.equals(current) ? document : Members.with(document, "trailers", merged);
    }

    private static JsonArray merge(JsonArray current, All trailers) {
        List<TrailerFolder> left = new ArrayList<>(trailers.folders());
        JsonArrayBuilder merged = Json.PROVIDER.createArrayBuilder();
        for (JsonValue value : current) {
            JsonObject trailer = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
            String video = Members.text(trailer, "videoFileName").orElse("");
            var folder = trailers.withVideo(video);
            if (folder.filter(left::remove).isPresent()) {
                merged.add(kept(trailer, folder.get()));
            } else if (folder.isEmpty() && !trailers.isRemoved(video)) {
                merged.add(value);
            }
        }
        left.forEach(folder -> merged.add(added(folder)));
        return merged.build();
    }

    private static JsonObject added(TrailerFolder folder) {
        JsonObject names = Json.PROVIDER
                .createObjectBuilder()
                .add("videoFileName", folder.uploadName())
                .build();
        return kept(names, folder);
    }

    /** The same trailer with its ids; the folder is the whole truth about its languages. */
    private static JsonObject kept(JsonObject trailer, TrailerFolder folder) {
        JsonObject current = Members.objectOrEmpty(trailer, "trailerAssets");
        JsonObjectBuilder assets = Json.PROVIDER.createObjectBuilder();
        TreeSet<String> added = new TreeSet<>(folder.languages().keySet());
        for (String key : current.keySet()) {
            StoreLanguages.canonical(key)
                    .filter(added::remove)
                    .ifPresent(code -> assets.add(
                            key,
                            asset(
                                    Members.objectOrEmpty(current, key),
                                    folder.languages().get(code))));
        }
        for (String code : added) {
            assets.add(
                    code, asset(JsonValue.EMPTY_JSON_OBJECT, folder.languages().get(code)));
        }
        return Members.with(trailer, "trailerAssets", assets.build());
    }

    private static JsonObject asset(JsonObject asset, Language language) {
        JsonValue title = ListingMember.TITLE.wanted(Members.get(asset, "title"), language.title());
        JsonObject titled = Members.with(asset, "title", title);
        JsonArray images = Members.array(asset, "imageList");
        boolean there = images.size() == 1
                && images.get(0) instanceof JsonObject image
                && language.thumbnail().isIn(image);
        return there ? titled : Members.with(titled, "imageList", thumbnail(language.thumbnail()));
    }

    private static JsonArray thumbnail(ImageFile picture) {
        return Json.PROVIDER
                .createArrayBuilder()
                .add(Json.PROVIDER
                        .createObjectBuilder()
                        .add("fileName", picture.uploadName())
                        .add("description", ""))
                .build();
    }
}
