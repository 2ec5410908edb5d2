package io.github.storemaven.listing;

import java.nio.file.Path;

/**
 * What is wrong with one file or folder.
 *
 * @param file that has to be changed
 * @param place inside the file, such as {@code line 3}; may be empty
 * @param message what is wrong and what is allowed, without a full stop
 */
public record ListingProblem(Path file, String place, String message) {
    /** About a file or folder as a whole. */
    public ListingProblem(Path file, String message) {
        this(file, "", message);
    }

    /** "file: message" or "file, line 3: message", in one line. */
    @Override
    public String toString() {
        return (place.isEmpty() ? file.toString() : file + ", " + place) + ": " + message;
    }
}
