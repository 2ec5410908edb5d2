package io.github.storemaven.listing;

import io.github.storemaven.listing.WriteReport.StoreImages;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the images of a document, by language and type. */
final class ImageList {
    private final List<StoreImages> found = new ArrayList<>();

    private ImageList() {}

    static List<StoreImages> of(JsonObject document) {
        ImageList list = new ImageList();
        JsonObject listings = Members.object(document, "listings");
        listings.keySet().forEach(language -> list.addListing(language, Members.object(listings, language)));
        list.add("", StoreFolder.TRAILERS, names(Members.array(document, "trailers"), "videoFileName"));
        return list.found;
    }

    private void addListing(String language, JsonObject listing) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (JsonValue value : Members.array(Members.object(listing, "baseListing"), "images")) {
            if (value instanceof JsonObject image) {
                byType.computeIfAbsent(Members.string(image, "imageType"), type -> new ArrayList<>())
                        .add(Members.string(image, "fileName"));
            }
        }
        byType.forEach((type, names) -> add(language, type, names));
        String icon = Members.string(Members.object(listing, "icon"), "fileName");
        add(language, "icon", icon.isEmpty() ? List.of() : List.of(icon));
    }

    private void add(String language, String type, List<String> names) {
        if (!names.isEmpty()) {
            found.add(new StoreImages(language, type, names));
        }
    }

    private static List<String> names(JsonArray entries, String member) {
        return entries.stream()
                .filter(JsonObject.class::isInstance)
                .map(entry -> Members.string(entry.asJsonObject(), member))
                .toList();
    }
}
