package io.github.storemaven.transfer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file of the upload archive.
 *
 * @param name its path in the archive, with forward slashes; the same text stands in the document (submission-api.md, 8.2)
 * @param file where its content is
 */
public record ArchiveEntry(String name, Path file) {
    private static final int LONGEST_NAME = 0xFFFF;

    /** @throws IllegalArgumentException when the name is not a relative path within the archive */
    public ArchiveEntry {
        name = name.replace('\\', '/');
        if (name.matches("[A-Za-z]:.*") || !Arrays.stream(name.split("/", -1)).allMatch(ArchiveEntry::isPlain)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" cannot name a file of the upload archive: use a relative path without . and ..");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException("a name of the upload archive is longer than " + LONGEST_NAME
                    + " bytes: " + name.substring(0, 80) + "...");
        }
    }

    private static boolean isPlain(String step) {
        return !step.isEmpty() && !step.equals(".") && !step.equals("..");
    }
}
