package io.github.storemaven.listing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the folder asks for in one language.
 *
 * @param code the language, in the case of the reference
 * @param texts by member; an empty text clears it
 * @param images of apps, by type
 * @param icon of add-ons
 */
record LanguageFolder(
        String code, Map<ListingMember, TextFile> texts, List<ImageFolder> images, Optional<Picture> icon) {
    LanguageFolder {
        texts = Map.copyOf(texts);
        images = List.copyOf(images);
    }

    /** What a file says and where it is. */
    record TextFile(Path file, String text) {}
}
