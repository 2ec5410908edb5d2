package io.github.storemaven.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A symbolic link for a test. Windows refuses them without Developer Mode, and wine makes something that Java takes for no
 * link: there the test is skipped. Elsewhere it fails.
 */
public final class SymbolicLink {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private SymbolicLink() {}

    /** Makes a link and returns its path. */
    public static Path create(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileSystemException e) {
            Assumptions.assumeFalse(WINDOWS, "this Windows makes no symbolic links: " + e.getReason());
            throw e;
        }
        Assumptions.assumeTrue(!WINDOWS || Files.isSymbolicLink(link), "this Windows makes no real symbolic links");
        return link;
    }
}
