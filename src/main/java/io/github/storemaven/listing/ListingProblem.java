package io.github.storemaven.listing;

import java.nio.file.Path;

/**
 * What is wrong with one file or folder.
 *
 * @param file where it stands
 * @param message what is wrong and what is allowed, without a full stop
 */
public record ListingProblem(Path file, String message) {
    /** "file: message", in one line. */
    @Override
    public String toString() {
        return file + ": " + message;
    }
}
