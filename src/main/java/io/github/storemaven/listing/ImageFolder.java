package io.github.storemaven.listing;

import io.github.storemaven.document.ImageType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The whole truth about the images of one type in one language.
 *
 * @param type whose images they are
 * @param directory where they are
 * @param pictures in their order in the Store; none if all are to go
 */
record ImageFolder(ImageType type, Path directory, List<Picture> pictures) {
    /** The order of the reference, in which new types are added. */
    static final Comparator<ImageFolder> BY_TYPE = Comparator.comparing(ImageFolder::type);

    ImageFolder {
        pictures = List.copyOf(pictures);
    }
}
