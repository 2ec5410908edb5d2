package io.github.storemaven.transfer;

import io.github.storemaven.zip.EntryName;
import io.github.storemaven.zip.FileContent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of the upload archive.
 *
 * @param name its path in the archive, with forward slashes; the same text stands in the document (submission-api.md, 8.2)
 * @param file where its content is
 * @param content what is known of it already
 */
public record ArchiveEntry(String name, Path file, Optional<FileContent> content) {
    /** @throws IllegalArgumentException when the name is not a relative path within the archive */
    public ArchiveEntry {
        EntryName.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        name = EntryName.normalized(name);
    }

    /** A file that nobody has read yet. */
    public ArchiveEntry(String name, Path file) {
        this(name, file, Optional.empty());
    }

    /** A file that must be as it was when it was read. */
    public ArchiveEntry(String name, FileContent content) {
        this(name, content.file(), Optional.of(content));
    }
}
