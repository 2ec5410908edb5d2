package io.github.storemaven.msix;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file, read where it is asked. */
final class FileBytes implements Bytes {
    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final Allowance allowance;

    FileBytes(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file);
        size = channel.size();
        allowance = new Allowance(size);
    }

    Allowance allowance() {
        return allowance;
    }

    @Override
    public String place() {
        return "";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        allowance.take(length);
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position() - offset) < 0) {
                throw new EOFException(file + " became shorter while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
