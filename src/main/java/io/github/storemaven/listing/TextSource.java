package io.github.storemaven.listing;

import java.nio.file.Path;

/** What a text file of the folder says, for example after placeholders were replaced. */
@FunctionalInterface
public interface TextSource {
    /**
     * The text that goes to the Store in place of the one that was written.
     *
     * @param file where it stands, for messages
     * @param written the whole file, decoded
     * @throws IllegalArgumentException to refuse the text; the message becomes a problem of the file
     */
    String text(Path file, String written);

    /** Texts as they were written. */
    static TextSource asWritten() {
        return (file, written) -> written;
    }
}
