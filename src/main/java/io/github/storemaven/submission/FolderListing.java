package io.github.storemaven.submission;

import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Texts and images that are kept beside the code: in a folder of an app or of an add-on, release notes in a changelog.
 *
 * @param isEmpty whether the folder asks for nothing
 * @param applied the document with what the folder asks for
 * @param files by their path in the upload archive
 * @param origin the file that sets a path, a JSON Pointer
 * @param notes of every language without a file for them
 */
public record FolderListing(
        boolean isEmpty,
        UnaryOperator<JsonObject> applied,
        Map<String, FileContent> files,
        Function<String, Optional<Path>> origin,
        Optional<ReleaseNotes> notes) {
    /** No folder, or one that asks for nothing. */
    public static FolderListing none() {
        return new FolderListing(true, document -> document, Map.of(), pointer -> Optional.empty(), Optional.empty());
    }

    public static FolderListing of(StoreFolder folder) {
        return new FolderListing(folder.isEmpty(), folder::applyTo, folder.files(), folder::origin, Optional.empty());
    }

    /** The same with release notes for every language that has none in the folder. */
    public FolderListing with(ReleaseNotes common) {
        return new FolderListing(false, applied, files, origin, Optional.of(common));
    }
}
