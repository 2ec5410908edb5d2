package io.github.storemaven.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which piece of an archive lies where. */
final class ArchiveLayout {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private long size;

    /** Headers and contents, the central directory, and the end records, one behind the other. */
    static ArchiveLayout of(List<ArchiveEntry> entries) throws IOException {
        ArchiveLayout layout = new ArchiveLayout();
        List<StoredEntry> stored = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            stored.add(layout.store(entry));
        }
        long directory = layout.size;
        stored.forEach(entry -> layout.add(entry.directoryRecord()));
        byte[] end = ZipRecords.end(stored.size(), directory, layout.size - directory);
        layout.add(new RecordPiece(end.length, () -> end));
        return layout;
    }

    private StoredEntry store(ArchiveEntry entry) throws IOException {
        StoredEntry stored = new StoredEntry(entry, SourceFile.of(entry.file()), size);
        add(stored.header());
        add(stored.data());
        return stored;
    }

    private void add(Piece piece) {
        if (piece.length() > 0) {
            pieces.add(piece);
            starts.add(size);
            size += piece.length();
        }
    }

    long size() {
        return size;
    }

    Piece piece(int index) {
        return pieces.get(index);
    }

    long start(int index) {
        return starts.get(index);
    }

    long end(int index) {
        return starts.get(index) + pieces.get(index).length();
    }

    /** The index of the piece that an offset lies in. */
    int at(long offset) {
        int found = Collections.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
