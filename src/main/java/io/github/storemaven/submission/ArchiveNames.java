package io.github.storemaven.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** The paths in a ready archive, with forward slashes (reference, section 8.2). */
final class ArchiveNames {
    private ArchiveNames() {}

    static Set<String> of(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(entry -> entry.getName().replace('\\', '/')).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IOException(
                    "store.archive: " + archive + " is no ZIP archive that can be read (" + e.getMessage() + ")", e);
        }
    }
}
