package io.github.storemaven.installer;

import io.github.storemaven.check.Finding;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a release of an MSI or EXE product asks for; what it does not name stays as the Store has it.
 *
 * @param packages the whole set, as the user wrote it; empty where no package is named
 * @param product a merge patch with {@code properties} and {@code availability}
 * @param listings the wanted members of each language's listing
 * @param images of each language
 * @param installers the files that were built here, by the address that the Store fetches them from
 * @param folder with the texts and images, as an app has it
 */
public record InstallerRequest(
        List<JsonObject> packages,
        JsonObject product,
        Map<String, JsonObject> listings,
        Map<String, LanguageImages> images,
        Map<String, Path> installers,
        StoreFolder folder) {
    private static final JsonObject NO_LISTINGS = Json.PROVIDER
            .createObjectBuilder()
            .add("listings", JsonValue.EMPTY_JSON_OBJECT)
            .build();

    public InstallerRequest {
        packages = List.copyOf(packages);
        listings = Map.copyOf(listings);
        images = Map.copyOf(images);
        installers = Map.copyOf(installers);
    }

    /**
     * The images of a listing, each list the whole truth about its kind; empty where the folder has none of the kind.
     *
     * @param squares logos 1:1
     * @param posters logos 2:3
     */
    public record LanguageImages(
            Optional<List<FileContent>> screenshots,
            Optional<List<FileContent>> squares,
            Optional<List<FileContent>> posters) {
        JsonObject digests() {
            JsonObjectBuilder digests = Json.PROVIDER.createObjectBuilder();
            screenshots.ifPresent(list -> digests.add("screenshots", digests(list)));
            squares.ifPresent(list -> digests.add("squares", digests(list)));
            posters.ifPresent(list -> digests.add("posters", digests(list)));
            return digests.build();
        }

        private static JsonArrayBuilder digests(List<FileContent> images) {
            JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
            images.forEach(image -> array.add(image.sha256().orElse("")));
            return array;
        }
    }

    /** The listings with the names that an app's document has, for the rules that both have. */
    public JsonObject listingDocument() {
        return folder.applyTo(NO_LISTINGS);
    }

    /** The file of the store folder that sets a path of {@link #listingDocument}. */
    public String origin(String pointer) {
        return folder.origin(pointer).map(Path::toString).orElse(Finding.SUBMISSION);
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return packages.isEmpty() && product.isEmpty() && listings.isEmpty() && images.isEmpty();
    }

    JsonObject availability() {
        return Members.objectOrEmpty(product, "availability");
    }

    JsonObject properties() {
        return Members.objectOrEmpty(product, "properties");
    }

    /** The digest of each installer that was built here, by its address. */
    Map<String, String> installerDigests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (var installer : installers.entrySet()) {
            digests.put(
                    installer.getKey(),
                    FileContent.of(installer.getValue(), Long.MAX_VALUE)
                            .sha256()
                            .orElse(""));
        }
        return digests;
    }

    /** Tells two requests apart, in hexadecimal digits. */
    String digest() {
        JsonObjectBuilder all = Json.PROVIDER
                .createObjectBuilder()
                .add("packages", Json.PROVIDER.createArrayBuilder(packages))
                .add("product", product);
        new TreeMap<>(listings).forEach(all::add);
        new TreeMap<>(images).forEach((language, list) -> all.add("images " + language, list.digests()));
        return FileContent.sha256(Json.compact(all.build()).getBytes(StandardCharsets.UTF_8));
    }
}
