package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A run of the archive's bytes that has one origin. */
sealed interface Piece permits DataPiece, RecordPiece {
    long length();

    /** Fills the buffer with what follows an offset within the piece. */
    void read(long from, ByteBuffer target) throws IOException;
}
