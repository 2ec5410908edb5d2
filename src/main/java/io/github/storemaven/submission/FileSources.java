package io.github.storemaven.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of an upload archive come from.
 *
 * @param named by their path in the archive
 * @param beside the folder of the submission file, for files that only it names; empty without one
 */
public record FileSources(Map<String, Path> named, Optional<Path> beside) {
    /** The file for a path in the archive; empty where there is none, or where the path or a link leaves the folder. */
    public Optional<Path> find(String name) {
        return Optional.ofNullable(named.get(name)).or(() -> beside.flatMap(folder -> inside(folder, name)));
    }

    private static Optional<Path> inside(Path folder, String name) {
        try {
            Path root = folder.toAbsolutePath().normalize();
            Path file = root.resolve(name).normalize();
            boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
            return Optional.of(file).filter(found -> inside);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
