package io.github.storemaven.submission;

import io.github.storemaven.listing.AddonFolder;
import io.github.storemaven.listing.StoreFolder;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Texts and images that are kept in a folder, of an app or of an add-on.
 *
 * @param isEmpty whether the folder asks for nothing
 * @param applied the document with what the folder asks for
 * @param files by their path in the upload archive
 * @param origin the file that sets a path, a JSON Pointer
 */
public record FolderListing(
        boolean isEmpty,
        UnaryOperator<JsonObject> applied,
        Map<String, Path> files,
        Function<String, Optional<Path>> origin) {
    /** No folder, or one that asks for nothing. */
    public static FolderListing none() {
        return new FolderListing(true, document -> document, Map.of(), pointer -> Optional.empty());
    }

    public static FolderListing of(StoreFolder folder) {
        return new FolderListing(folder.isEmpty(), folder::applyTo, folder.files(), folder::origin);
    }

    public static FolderListing of(AddonFolder folder) {
        return new FolderListing(folder.isEmpty(), folder::applyTo, folder.files(), folder::origin);
    }
}
