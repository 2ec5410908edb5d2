package io.github.storemaven.msix.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A file of a package to be: its name inside, with '/', and its bytes from a file or from memory. */
public final class PackagePart {
    private final String name;
    private final Path file;
    private final Supplier<byte[]> bytes;

    private PackagePart(String name, Path file, Supplier<byte[]> bytes) {
        this.name = name;
        this.file = file;
        this.bytes = bytes;
    }

    /** A part whose bytes are read from a file when the package is written. */
    public static PackagePart of(String name, Path file) {
        return new PackagePart(name, file, null);
    }

    /** A part that was made in memory. */
    public static PackagePart of(String name, byte[] bytes) {
        byte[] own = bytes.clone();
        return of(name, () -> own);
    }

    /** A part that is made in memory when the package is written: a package that is refused costs no work. */
    static PackagePart of(String name, Supplier<byte[]> bytes) {
        return new PackagePart(name, null, bytes);
    }

    /** As it is unpacked, with '/'. */
    public String name() {
        return name;
    }

    /** In bytes. */
    public long size() throws IOException {
        return file == null ? bytes.get().length : Files.size(file);
    }

    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(bytes.get()) : Files.newInputStream(file);
    }

    /** The file or, without one, the name, for messages. */
    @Override
    public String toString() {
        return file == null ? name : file.toString();
    }
}
