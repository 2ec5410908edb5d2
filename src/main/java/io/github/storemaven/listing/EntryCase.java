package io.github.storemaven.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that folders really have. Windows and macOS find {@code src/Store} by the name {@code src/store}, Linux does
 * not, so the names of the entries are compared, and each system finds the same.
 */
public final class EntryCase {
    private EntryCase() {}

    /**
     * The entry that is there in place of one on a path, because its name differs only in case; empty where the path
     * exists as it is spelled, and where nothing of it does.
     *
     * @param base whose own name does not matter
     * @param path below the base
     */
    public static Optional<Path> differing(Path base, Path path) throws IOException {
        if (!path.startsWith(base)) {
            return Optional.empty();
        }
        Path folder = base;
        for (Path name : base.relativize(path)) {
            Path exact = folder.resolve(name);
            if (isSpelledSo(exact)) {
                folder = exact;
                continue;
            }
            List<Path> alike = alike(folder, name.toString());
            if (alike.stream().noneMatch(entry -> FolderScan.name(entry).equals(name.toString()))) {
                return alike.stream().findFirst();
            }
            folder = exact;
        }
        return Optional.empty();
    }

    /** The usual case needs no listing: of ten thousand folders each would list all. */
    private static boolean isSpelledSo(Path entry) throws IOException {
        return Files.exists(entry, LinkOption.NOFOLLOW_LINKS)
                && FolderScan.name(entry.toRealPath(LinkOption.NOFOLLOW_LINKS))
                        .equals(entry.getFileName().toString());
    }

    private static List<Path> alike(Path folder, String name) throws IOException {
        try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            return entries.filter(entry -> FolderScan.name(entry).equalsIgnoreCase(name))
                    .sorted()
                    .toList();
        } catch (NotDirectoryException gone) {
            return List.of();
        }
    }
}
