package io.github.storemaven.submission;

import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * The files of this machine that an upload may hold: those of the project, by their path in the upload archive, or those of
 * a ready archive, which replaces them all.
 *
 * @param packages by their path in the archive
 * @param listing the images and videos of the store folder, read when their names were made, by these names
 * @param siblings the folder of the submission file, for files that only it names; empty without one
 * @param archive a ready ZIP, uploaded as it is
 */
public record UploadFiles(
        Map<String, Path> packages, Map<String, FileContent> listing, Optional<Path> siblings, Optional<Path> archive) {
    /** The file for a path in the archive; empty where there is none, or where the path or a link leaves the folder. */
    public Optional<Path> find(String name) {
        return Optional.ofNullable(packages.get(name))
                .or(() -> read(name).map(FileContent::file))
                .or(() -> siblings.flatMap(folder -> inside(folder, name)));
    }

    /** What is known already of the file for a path in the archive. */
    Optional<FileContent> read(String name) {
        return Optional.ofNullable(listing.get(name));
    }

    /**
     * The names that the project has no file for.
     *
     * @throws IOException when the ready archive cannot be read
     */
    NavigableSet<String> missing(Set<String> names) throws IOException {
        NavigableSet<String> missing = new TreeSet<>(names);
        if (archive.isPresent()) {
            missing.removeAll(archiveNames());
        } else {
            missing.removeIf(name -> find(name).isPresent());
        }
        return missing;
    }

    /**
     * The paths in the ready archive, with forward slashes (reference, section 8.2); none without one.
     *
     * @throws IOException when it cannot be read
     */
    Set<String> archiveNames() throws IOException {
        if (archive.isEmpty()) {
            return Set.of();
        }
        try (ZipFile zip = new ZipFile(archive.get().toFile())) {
            return zip.stream().map(entry -> entry.getName().replace('\\', '/')).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IOException(
                    "store.archive: " + archive.get() + " is not a ZIP archive that can be read (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    /** In bytes; a file that went away meanwhile counts as empty. */
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
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
