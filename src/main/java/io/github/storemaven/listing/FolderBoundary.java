package io.github.storemaven.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A folder that nothing may leave, neither by a link nor by a directory that is one. */
public record FolderBoundary(Path root) {
    /** @param folder may be a link itself; it may be missing */
    public static FolderBoundary of(Path folder) throws IOException {
        try {
            return new FolderBoundary(folder.toRealPath());
        } catch (NoSuchFileException missing) {
            return new FolderBoundary(folder.toAbsolutePath());
        }
    }

    /**
     * Whether an entry of a folder that is held already lies in it, with all links followed.
     *
     * @throws IOException if a link leads nowhere
     */
    boolean holds(Path entry) throws IOException {
        boolean plainFile = !Files.isSymbolicLink(entry) && !Files.isDirectory(entry);
        return plainFile || entry.toRealPath().startsWith(root);
    }

    /** Whether a file or folder that may not be there yet would lie in the folder, with all links followed. */
    public boolean wouldHold(Path file) throws IOException {
        Path existing = file.toAbsolutePath();
        while (Files.notExists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        return existing.toRealPath().startsWith(root);
    }
}
