package io.github.storemaven.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A folder that nothing may leave, neither by a link nor by a directory that is one. */
record Boundary(Path root) {
    /** @param folder may be a link itself; it may be missing */
    static Boundary of(Path folder) throws IOException {
        return new Boundary(Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath());
    }

    /** Whether what is there, with all links followed, lies in the folder; an IOException if a link leads nowhere. */
    boolean holds(Path entry) throws IOException {
        boolean plainFile = !Files.isSymbolicLink(entry) && !Files.isDirectory(entry);
        return plainFile || entry.toRealPath().startsWith(root);
    }

    /** Whether a file that may not be there yet would lie in the folder. */
    boolean wouldHold(Path file) throws IOException {
        Path existing = file;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        return existing.toRealPath().startsWith(root);
    }
}
