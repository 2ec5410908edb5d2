package io.github.storemaven.zip;

import io.github.storemaven.text.ForeignText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read at any position: a file, a range of one, or what a compressed entry holds. */
public abstract class ByteSource implements AutoCloseable {
    private static final int MAX_NAME = 100;

    private final String place;
    private final long size;

    ByteSource(String place, long size) {
        this.place = place;
        this.size = size;
    }

    /** Where these bytes are inside the file, for messages; empty for the file itself. */
    public String place() {
        return place;
    }

    /** Where an entry of these bytes is, by its name. */
    public String placeOf(String name) {
        String shown = ForeignText.cut(name, MAX_NAME);
        return place.isEmpty() ? shown : place + " > " + shown;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Fills a range of an array with the bytes from a position on, all within the size. */
    abstract void read(long position, byte[] into, int offset, int length) throws IOException;

    /**
     * Reads a range into a new array.
     *
     * @throws InvalidZipException when it is not within the size
     */
    public byte[] read(long position, int length) throws IOException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new InvalidZipException(place, "is damaged, it points outside itself", ZipReader.AGAIN);
        }
        byte[] range = new byte[length];
        read(position, range, 0, length);
        return range;
    }

    /** Reads a range, whose numbers have their lowest byte first as in all records of ZIP and PE files. */
    public ByteBuffer readLittleEndian(long position, int length) throws IOException {
        return ByteBuffer.wrap(read(position, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All of them from the beginning. */
    public InputStream stream() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = (int) Math.min(length, size - position);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                ByteSource.this.read(position, into, offset, count);
                position += count;
                return count;
            }
        };
    }

    /** Gives back memory; a range leaves open what it is a range of. */
    @Override
    public void close() throws IOException {}

    /** A range of these bytes. */
    ByteSource slice(String slicePlace, long start, long length) {
        return new Slice(slicePlace, this, start, length);
    }

    /** A whole file that is no ZIP, of which each byte may be read some times. */
    public static ByteSource of(Path file) throws IOException {
        return new OpenFile(file, FileChannel.open(file), new InflationLimit(Files.size(file)));
    }

    /** A whole file; what is read of it is charged to a limit. */
    static ByteSource file(Path file, FileChannel channel, InflationLimit limit) throws IOException {
        return new OpenFile(file, channel, limit);
    }

    private static final class Slice extends ByteSource {
        private final ByteSource whole;
        private final long start;

        Slice(String place, ByteSource whole, long start, long size) {
            super(place, size);
            this.whole = whole;
            this.start = start;
        }

        @Override
        void read(long position, byte[] into, int offset, int length) throws IOException {
            whole.read(start + position, into, offset, length);
        }
    }

    private static final class OpenFile extends ByteSource {
        private final Path file;
        private final FileChannel channel;
        private final InflationLimit limit;

        OpenFile(Path file, FileChannel channel, InflationLimit limit) throws IOException {
            super("", channel.size());
            this.file = file;
            this.channel = channel;
            this.limit = limit;
        }

        @Override
        void read(long position, byte[] into, int offset, int length) throws IOException {
            limit.consume(length);
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
}
