package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A record of the archive's own: its length is known at once, its bytes when the checksums are. */
record RecordPiece(long length, Source bytes) implements Piece {
    @Override
    public void read(long from, ByteBuffer target) throws IOException {
        target.put(bytes.get(), (int) from, target.remaining());
    }

    /** Makes the bytes. */
    @FunctionalInterface
    interface Source {
        byte[] get() throws IOException;
    }
}
