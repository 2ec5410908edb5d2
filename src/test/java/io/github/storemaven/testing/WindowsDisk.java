package io.github.storemaven.testing;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of Windows in memory: drives, backslashes, names without regard to case, access control lists. */
public final class WindowsDisk implements AutoCloseable {
    private final FileSystem system = Jimfs.newFileSystem(Configuration.windows().toBuilder()
            .setAttributeViews("basic", "owner", "dos", "acl")
            .build());

    /** A path as Windows writes it. */
    public Path path(String text) {
        return system.getPath(text);
    }

    public Path file(String path, byte[] content) throws IOException {
        Files.createDirectories(path(path).toAbsolutePath().getParent());
        return Files.write(path(path), content);
    }

    public Path file(String path, String text) throws IOException {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        system.close();
    }
}
