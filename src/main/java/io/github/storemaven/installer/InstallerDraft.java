package io.github.storemaven.installer;

import io.github.storemaven.document.Difference;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.StoreRefusedException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The draft of an MSI or EXE product as the Store holds it: there is one, and what is published is not told apart from it
 * (MSI/EXE reference, sections 7 to 9).
 *
 * @param listings by language, in any case
 * @param assets images by language, in any case
 */
public record InstallerDraft(
        List<JsonObject> packages,
        JsonObject availability,
        JsonObject properties,
        Map<String, JsonObject> listings,
        Map<String, JsonObject> assets) {
    public InstallerDraft {
        packages = List.copyOf(packages);
        listings = Collections.unmodifiableMap(inAnyCase(listings));
        assets = Collections.unmodifiableMap(inAnyCase(assets));
    }

    private static Map<String, JsonObject> inAnyCase(Map<String, JsonObject> map) {
        Map<String, JsonObject> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(map);
        return copy;
    }

    /** Reads it: three requests. */
    public static InstallerDraft read(InstallerClient client)
            throws StoreRefusedException, IOException, InterruptedException {
        List<JsonObject> packages = client.packages();
        JsonObject metadata = client.metadata();
        return new InstallerDraft(
                packages,
                Members.objectOrEmpty(metadata, "availability"),
                Members.objectOrEmpty(metadata, "properties"),
                byLanguage(Members.objects(metadata, "listings")),
                byLanguage(client.assets()));
    }

    private static Map<String, JsonObject> byLanguage(List<JsonObject> objects) {
        Map<String, JsonObject> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        objects.forEach(
                object -> Members.text(object, "language").ifPresent(language -> sorted.putIfAbsent(language, object)));
        return sorted;
    }

    /** The listing of a language; one without texts where there is none. */
    JsonObject listing(String language) {
        return listings.getOrDefault(language, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The screenshots of a language in their order, objects with {@code id}, {@code assetUrl} and {@code imageSize}. */
    List<JsonObject> screenshots(String language) {
        return Members.objects(assets.getOrDefault(language, JsonValue.EMPTY_JSON_OBJECT), "screenshots");
    }

    /** The logos of a language. */
    List<JsonObject> logos(String language) {
        return Members.objects(assets.getOrDefault(language, JsonValue.EMPTY_JSON_OBJECT), "storeLogos");
    }

    /** The whole as one document, by which two drafts are compared; ids and addresses that the Store changes are left out. */
    JsonObject document() {
        JsonObjectBuilder packagesByKey = Json.PROVIDER.createObjectBuilder();
        packages.forEach(one -> packagesByKey.add(InstallerPackage.key(one), Members.without(one, "packageId")));
        return Json.PROVIDER
                .createObjectBuilder()
                .add("packages", packagesByKey)
                .add("availability", availability)
                .add("properties", properties)
                .add("listings", object(listings))
                .add("assets", object(imageIds()))
                .build();
    }

    private Map<String, JsonObject> imageIds() {
        Map<String, JsonObject> ids = new TreeMap<>();
        assets.keySet()
                .forEach(language -> ids.put(
                        language,
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("screenshots", String.join(" ", ids(screenshots(language))))
                                .add("storeLogos", String.join(" ", ids(logos(language))))
                                .build()));
        return ids;
    }

    static List<String> ids(List<JsonObject> images) {
        return images.stream()
                .map(image -> Members.text(image, "id").orElse(""))
                .toList();
    }

    private static JsonObject object(Map<String, JsonObject> members) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    /** The paths that differ from a document of an earlier time. */
    List<String> differences(JsonObject earlier) {
        return Difference.between(earlier, document()).stream()
                .map(change -> change.path())
                .toList();
    }

    /** The package with an id. */
    Optional<JsonObject> packageWith(String packageId) {
        return packages.stream()
                .filter(one ->
                        Members.text(one, "packageId").filter(packageId::equals).isPresent())
                .findFirst();
    }
}
