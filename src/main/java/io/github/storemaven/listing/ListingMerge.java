package io.github.storemaven.listing;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.ProductType;
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

/** Brings the listings of a document to what the folders of the languages say; what has no file stays. */
final class ListingMerge {
    private final ProductType kind;

    ListingMerge(ProductType kind) {
        this.kind = kind;
    }

    JsonObject apply(JsonObject document, List<LanguageFolder> folders) {
        JsonObject listings = Members.objectOrEmpty(document, "listings");
        JsonObject merged = listings;
        for (LanguageFolder folder : folders) {
            JsonObject current = Members.objectOrEmpty(merged, folder.code());
            merged = replace(merged, folder.code(), current, listing(current, folder));
        }
        return replace(document, "listings", listings, merged);
    }

    private JsonObject listing(JsonObject listing, LanguageFolder folder) {
        if (kind == ProductType.ADDON) {
            return icon(texts(listing, folder), folder);
        }
        JsonObject base = Members.objectOrEmpty(listing, "baseListing");
        return replace(listing, "baseListing", base, images(texts(base, folder), folder));
    }

    private static JsonObject texts(JsonObject listing, LanguageFolder folder) {
        JsonObject merged = listing;
        for (ListingMember member : ListingMember.values()) {
            var file = folder.texts().get(member);
            if (file != null) {
                String name = member.memberName();
                merged = Members.with(merged, name, member.wanted(Members.get(merged, name), file.text()));
            }
        }
        return merged;
    }

    private static JsonObject images(JsonObject base, LanguageFolder folder) {
        JsonArray current = Members.array(base, "images");
        JsonArray merged = current;
        for (ImageFolder images :
                folder.images().stream().sorted(ImageFolder.BY_TYPE).toList()) {
            merged = Images.merge(merged, images);
        }
        return merged.equals(current) ? base : Members.with(base, "images", merged);
    }

    private static JsonObject icon(JsonObject listing, LanguageFolder folder) {
        JsonObject current = Members.objectOrEmpty(listing, "icon");
        return folder.icon()
                .filter(picture -> !picture.isIn(current) || FileStatus.PENDING_DELETE.isOf(current))
                .map(picture -> Members.with(listing, "icon", newIcon(current, picture)))
                .orElse(listing);
    }

    /** An icon is replaced in its place: the new name and a new status (submission-api, 8.3). */
    private static JsonObject newIcon(JsonObject current, ImageFile picture) {
        JsonObject named = Members.with(current, "fileName", Json.PROVIDER.createValue(picture.uploadName()));
        return FileStatus.PENDING_UPLOAD.setIn(named);
    }

    /** Leaves a member alone that says the same, also one that is not there where nothing is wanted. */
    private static JsonObject replace(JsonObject object, String name, JsonObject current, JsonObject wanted) {
        return wanted.equals(current) ? object : Members.with(object, name, wanted);
    }

    /** Brings the images of one type in a listing to what their folder says; others stay where they are. */
    private static final class Images {
        private final ImageFolder folder;
        private final List<JsonObject> present = new ArrayList<>();

        private Images(ImageFolder folder) {
            this.folder = folder;
        }

        static JsonArray merge(JsonArray images, ImageFolder folder) {
            return new Images(folder).into(images);
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
            for (ImageFile picture : folder.images()) {
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
        private static Optional<JsonObject> find(ImageFile picture, List<JsonObject> entries) {
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
            return FileStatus.PENDING_DELETE.setIn(entry);
        }
    }
}
