package io.github.storemaven.emulator.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The images of listings: existing ones are known by their id. One that a PUT leaves out is no error; it stays in Partner
 * Center's listing, although the document has it no more (reference 8.3).
 */
public final class ListingImages {
    /** A member that only Partner Center shows: images by language that a PUT left out (reference 8.3). */
    private static final String LEFT_OUT = "imagesLeftOut";

    private ListingImages() {}

    /** The document as the API shows it. */
    public static JsonObject withoutLeftOut(JsonObject document) {
        return Json.without(document, List.of(LEFT_OUT));
    }

    /** The images of a language in Partner Center, those that a PUT left out included. */
    public static List<JsonObject> inPartnerCenter(JsonObject document, String language) {
        JsonObject leftOut = Json.object(document, LEFT_OUT);
        return Stream.concat(
                        inDocument(document, language).stream(),
                        Json.objects(leftOut, Json.nameInAnyCase(leftOut, language)).stream())
                .toList();
    }

    private static List<JsonObject> inDocument(JsonObject document, String language) {
        JsonObject listing = Json.objectInAnyCase(Json.object(document, "listings"), language);
        return Json.objects(Json.object(listing, "baseListing"), "images");
    }

    /** Refuses an image of a PUT that is neither new nor known. */
    static void check(JsonObject document, JsonObject stored) throws ServiceErrorException {
        Set<String> known = knownIds(stored);
        for (String language : Json.object(document, "listings").keySet()) {
            for (JsonObject image : inDocument(document, language)) {
                check(image, known);
            }
        }
    }

    private static Set<String> knownIds(JsonObject stored) {
        Set<String> known = new HashSet<>();
        for (String language : Json.object(stored, "listings").keySet()) {
            known.addAll(ids(inDocument(stored, language)));
        }
        JsonObject leftOut = Json.object(stored, LEFT_OUT);
        leftOut.keySet().forEach(language -> known.addAll(ids(Json.objects(leftOut, language))));
        known.remove("");
        return known;
    }

    private static void check(JsonObject image, Set<String> known) throws ServiceErrorException {
        String id = Json.text(image, "id");
        boolean fresh = FileEntries.isPendingUpload(image);
        if (!fresh && id.isEmpty()) {
            throw refused("Existing Image (" + Json.text(image, "fileName") + ") should contain Id");
        }
        if (!id.isEmpty() && !known.contains(id)) {
            throw refused("There is no image with the id " + id + ".");
        }
        if (fresh && Json.text(image, "fileName").isBlank()) {
            throw refused("An image has no fileName.");
        }
    }

    private static ServiceErrorException refused(String message) {
        return ServiceErrorException.invalidValue("images", message);
    }

    /** The document to store, with what was left out now or earlier; a language that is removed takes its images along. */
    static JsonObject withLeftOut(JsonObject document, JsonObject stored) {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        for (String language : Json.object(document, "listings").keySet()) {
            Set<String> sent = ids(inDocument(document, language));
            List<JsonObject> left = new ArrayList<>(inPartnerCenter(stored, language));
            left.removeIf(image -> Json.text(image, "id").isEmpty() || sent.contains(Json.text(image, "id")));
            if (!left.isEmpty()) {
                kept.put(language, Json.array(left));
            }
        }
        return kept.isEmpty() ? withoutLeftOut(document) : Json.with(document, LEFT_OUT, Json.object(kept));
    }

    private static Set<String> ids(List<JsonObject> images) {
        return images.stream().map(image -> Json.text(image, "id")).collect(Collectors.toSet());
    }
}
