package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A ready archive, sent as it is. */
public final class FileContent implements UploadContent {
    private final SourceFile file;

    private FileContent(SourceFile file) {
        this.file = file;
    }

    /**
     * Takes a file as it is now.
     *
     * @throws IOException when there is no such file
     */
    public static FileContent of(Path file) throws IOException {
        return new FileContent(SourceFile.of(file));
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        file.read(offset, target);
    }
}
