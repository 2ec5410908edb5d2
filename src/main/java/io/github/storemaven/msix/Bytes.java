package io.github.storemaven.msix;

import java.io.IOException;

/** Bytes that can be read at any position: a file, a part of one, or what a compressed part holds. */
sealed interface Bytes extends AutoCloseable permits FileBytes, SlicedBytes, InflatedBytes {
    /** Where these bytes are, for messages. */
    String place();

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
}
