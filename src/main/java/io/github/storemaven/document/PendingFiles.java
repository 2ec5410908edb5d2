package io.github.storemaven.document;

import jakarta.json.JsonObject;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The names of the files that a document expects in the upload archive (reference, sections 6.18, 8.1 and 8.3). */
public final class PendingFiles {
    private PendingFiles() {}

    public static NavigableSet<String> of(JsonObject document) {
        NavigableSet<String> names = new TreeSet<>();
        FileEntry.of(document).stream()
                .filter(FileEntry::isNew)
                .forEach(entry -> entry.name().ifPresent(names::add));
        return names;
    }
}
