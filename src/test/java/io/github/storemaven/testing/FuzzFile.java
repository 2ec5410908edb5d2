package io.github.storemaven.testing;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in memory for a fuzz target whose reader takes a path. */
public final class FuzzFile {
    private static final FileSystem MEMORY = Jimfs.newFileSystem(Configuration.unix());

    private FuzzFile() {}

    /** Writes the content under this name, folders included, in place of what an earlier input left. */
    public static Path of(String name, byte[] content) throws IOException {
        Path file = MEMORY.getPath("/fuzz").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }
}
