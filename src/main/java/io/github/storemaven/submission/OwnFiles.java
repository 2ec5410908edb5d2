package io.github.storemaven.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Which files of an upload a project can bring: from its ready archive, or from its folders. */
final class OwnFiles {
    private OwnFiles() {}

    /**
     * The names that the project has no file for.
     *
     * @throws IOException when the ready archive cannot be read
     */
    static NavigableSet<String> missing(Set<String> names, ReleaseRequest wanted) throws IOException {
        NavigableSet<String> missing = new TreeSet<>(names);
        if (wanted.archive().isPresent()) {
            missing.removeAll(ArchiveNames.of(wanted.archive().get()));
        } else {
            missing.removeIf(name -> wanted.files().find(name).isPresent());
        }
        return missing;
    }

    /** In bytes; a file that went away meanwhile counts as empty. */
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
