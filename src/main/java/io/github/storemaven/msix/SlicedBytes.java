package io.github.storemaven.msix;

import java.io.IOException;

/** A range of other bytes: a stored part of a ZIP, read in place. */
record SlicedBytes(String place, Bytes whole, long start, long size) implements Bytes {
    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        whole.read(start + position, into, offset, length);
    }
}
