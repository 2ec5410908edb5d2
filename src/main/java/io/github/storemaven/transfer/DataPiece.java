package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The content of an entry; what is read of it is counted in its checksum. */
record DataPiece(SourceFile file, EntryChecksum checksum) implements Piece {
    @Override
    public long length() {
        return file.size();
    }

    @Override
    public void read(long from, ByteBuffer target) throws IOException {
        ByteBuffer filled = target.duplicate();
        file.read(from, target);
        checksum.seen(from, filled);
    }
}
