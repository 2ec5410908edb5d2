package io.github.storemaven.msix;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read at any position: a file, a part of one, or what a compressed part holds. */
sealed interface Bytes extends AutoCloseable permits FileBytes, SlicedBytes, InflatedBytes {
    /** Where these bytes are inside the file, for messages; empty for the file itself. */
    String place();

    /** Where a part of these bytes is, by its name. */
    default String inside(String name) {
        String shown = NameList.cut(name);
        return place().isEmpty() ? shown : place() + " > " + shown;
    }

    long size();

    /** Fills a range of an array with the bytes from a position on, all within the size. */
    void read(long position, byte[] into, int offset, int length) throws IOException;

    /** Gives back memory; a part leaves what it is a part of open. */
    @Override
    default void close() throws IOException {}

    /** Reads a range into a new array. */
    default byte[] read(long position, int length) throws IOException {
        if (position < 0 || length < 0 || position > size() - length) {
            throw new DamagedPackage(place(), "is damaged, it points outside itself", ZipEnd.AGAIN);
        }
        byte[] range = new byte[length];
        read(position, range, 0, length);
        return range;
    }

    /** All of them from the beginning. */
    default InputStream stream() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = (int) Math.min(length, size() - position);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                Bytes.this.read(position, into, offset, count);
                position += count;
                return count;
            }
        };
    }
}
