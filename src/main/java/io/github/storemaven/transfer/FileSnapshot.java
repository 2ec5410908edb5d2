package io.github.storemaven.transfer;

import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A file whose size and time stay as they were when it was first looked at, or else reading it fails; sent as it is. */
public final class FileSnapshot implements UploadContent {
    /** What the JDK keeps a direct buffer of for each thread that reads into the heap. */
    private static final int BUFFER_SIZE = 256 * 1024;

    private final Path path;
    private final long size;
    private final FileTime modified;

    private FileSnapshot(Path path, long size, FileTime modified) {
        this.path = path;
        this.size = size;
        this.modified = modified;
    }

    /**
     * Takes a file as it is now.
     *
     * @throws IOException when there is no such file
     */
    public static FileSnapshot of(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        if (!found.isRegularFile()) {
            throw new IOException(path + " is not a file");
        }
        return new FileSnapshot(path, found.size(), found.lastModifiedTime());
    }

    /** A file as it was when it was read. */
    static FileSnapshot of(FileContent content) {
        return new FileSnapshot(content.file(), content.size(), content.modified());
    }

    @Override
    public long size() {
        return size;
    }

    /** Fills the buffer; no file stays open, so that there may be any number of them. */
    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long next = offset;
            while (target.hasRemaining()) {
                next += readSome(channel, next, target);
            }
        } catch (NoSuchFileException e) {
            throw changed(e);
        }
        requireUnchanged();
    }

    private int readSome(FileChannel channel, long offset, ByteBuffer target) throws IOException {
        ByteBuffer part = target.slice(target.position(), Math.min(BUFFER_SIZE, target.remaining()));
        int count = channel.read(part, offset);
        if (count < 0) {
            throw new FileChangedException(path);
        }
        target.position(target.position() + count);
        return count;
    }

    private void requireUnchanged() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.size() != size || !now.lastModifiedTime().equals(modified)) {
                throw new FileChangedException(path);
            }
        } catch (NoSuchFileException e) {
            throw changed(e);
        }
    }

    private FileChangedException changed(IOException cause) {
        FileChangedException changed = new FileChangedException(path);
        changed.initCause(cause);
        return changed;
    }
}
