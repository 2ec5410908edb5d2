package io.github.storemaven.listing;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A trailer: its video, and a title and a thumbnail in each of its languages.
 *
 * @param directory where it is
 * @param video the file
 * @param zipName the video's name in the upload, by its content
 * @param languages by code
 */
record TrailerFolder(Path directory, Path video, String zipName, SortedMap<String, Language> languages) {
    /** What one language shows. */
    record Language(String title, Picture thumbnail) {}
}
