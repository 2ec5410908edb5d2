package io.github.storemaven.listing;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** Brings the listings of a document to what the folders of the languages say; what has no file stays. */
final class ListingMerge {
    private final ListingKind kind;

    ListingMerge(ListingKind kind) {
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
        if (kind == ListingKind.ADDON) {
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
            merged = ImageMerge.merge(merged, images);
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
    private static JsonObject newIcon(JsonObject current, Picture picture) {
        JsonObject named = Members.with(current, "fileName", Json.PROVIDER.createValue(picture.zipName()));
        return Members.with(named, "fileStatus", Json.PROVIDER.createValue(FileStatus.PENDING_UPLOAD.text()));
    }

    /** Leaves a member alone that says the same, also one that is not there where nothing is wanted. */
    private static JsonObject replace(JsonObject object, String name, JsonObject current, JsonObject wanted) {
        return wanted.equals(current) ? object : Members.with(object, name, wanted);
    }
}
