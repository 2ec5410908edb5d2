package io.github.storemaven.transfer;

import io.github.storemaven.zip.EntryName;
import java.nio.file.Path;

/**
 * A file of the upload archive.
 *
 * @param name its path in the archive, with forward slashes; the same text stands in the document (submission-api.md, 8.2)
 * @param file where its content is
 */
public record ArchiveEntry(String name, Path file) {
    /** @throws IllegalArgumentException when the name is not a relative path within the archive */
    public ArchiveEntry {
        EntryName.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        name = EntryName.normalized(name);
    }
}
