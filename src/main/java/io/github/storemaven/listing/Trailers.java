package io.github.storemaven.listing;

import java.util.List;
import java.util.Optional;

/**
 * What the folder asks for about trailers. A trailer of the Store that is named nowhere stays.
 *
 * @param folders in order of name
 * @param removed names of videos in the Store's document, from {@code remove.txt}
 * @param none whether all go
 */
record Trailers(List<TrailerFolder> folders, List<String> removed, boolean none) {
    static final Trailers NOTHING = new Trailers(List.of(), List.of(), false);

    Trailers {
        folders = List.copyOf(folders);
        removed = List.copyOf(removed);
    }

    boolean isEmpty() {
        return folders.isEmpty() && removed.isEmpty() && !none;
    }

    Optional<TrailerFolder> withVideo(String storeName) {
        return folders.stream()
                .filter(folder -> ContentName.isSame(storeName, folder.zipName()))
                .findFirst();
    }

    boolean isRemoved(String storeName) {
        return none || removed.stream().anyMatch(name -> ContentName.isSame(storeName, name));
    }
}
