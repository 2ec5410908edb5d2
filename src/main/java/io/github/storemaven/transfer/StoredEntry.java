package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An entry at its place in the archive. */
final class StoredEntry {
    private final byte[] name;
    private final SourceFile file;
    private final EntryChecksum checksum;
    private final long offset;

    /** @param offset of the local header */
    StoredEntry(ArchiveEntry entry, SourceFile file, long offset) {
        this.name = entry.name().getBytes(StandardCharsets.UTF_8);
        this.file = file;
        this.checksum = new EntryChecksum(file);
        this.offset = offset;
    }

    Piece header() {
        int length = ZipRecords.localHeader(name, file.size(), 0).length;
        return new RecordPiece(length, this::headerBytes);
    }

    Piece data() {
        return new DataPiece(file, checksum);
    }

    Piece directoryRecord() {
        int length = ZipRecords.centralRecord(name, file.size(), offset, 0).length;
        return new RecordPiece(length, this::directoryBytes);
    }

    private byte[] headerBytes() throws IOException {
        return ZipRecords.localHeader(name, file.size(), checksum.value());
    }

    private byte[] directoryBytes() throws IOException {
        return ZipRecords.centralRecord(name, file.size(), offset, checksum.value());
    }
}
