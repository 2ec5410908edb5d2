package io.github.storemaven.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What packages and bundles under construction have in common. */
public abstract sealed class ContainerBuilder<T extends ContainerBuilder<T>> permits MsixBuilder, BundleBuilder {
    private final Map<String, byte[]> replaced = new LinkedHashMap<>();

    /** The file as it is set up now. */
    public abstract byte[] bytes();

    abstract T self();

    /** Puts other bytes in the place of any part, after the block map was made, or adds one; null takes it out. */
    public T replace(String part, byte[] content) {
        replaced.put(part, content);
        return self();
    }

    /** Writes the file; its folder is made where it does not exist. */
    public Path write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, bytes());
    }

    /** An upload container with this inside, under a name; compressed, as Visual Studio does it. */
    public byte[] upload(String name) {
        return ZipBuilder.deflated().with(name, bytes()).bytes();
    }

    byte[] pack(ZipBuilder zip, Map<String, byte[]> parts) {
        parts.putAll(replaced);
        parts.forEach((name, content) -> {
            if (content != null) {
                zip.with(name, content);
            }
        });
        return zip.bytes();
    }
}
