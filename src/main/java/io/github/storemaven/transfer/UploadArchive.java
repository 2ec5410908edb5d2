package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A ZIP archive of stored entries that is never written (design, section 4): its layout is known at once, its contents
 * stay in their files, its checksums come from what is read of it. The same entries give the same bytes, in any order.
 */
public final class UploadArchive implements UploadContent {
    private final ArchiveLayout layout;

    private UploadArchive(ArchiveLayout layout) {
        this.layout = layout;
    }

    /**
     * Lays out an archive.
     *
     * @throws IOException when a file cannot be found
     * @throws IllegalArgumentException when a name comes twice
     */
    public static UploadArchive of(List<ArchiveEntry> entries) throws IOException {
        Set<String> names = new HashSet<>();
        for (ArchiveEntry entry : entries) {
            if (!names.add(entry.name())) {
                throw new IllegalArgumentException("two files of the upload archive are called " + entry.name());
            }
        }
        return new UploadArchive(ArchiveLayout.of(entries.stream()
                .sorted(Comparator.comparing(ArchiveEntry::name))
                .toList()));
    }

    @Override
    public long size() {
        return layout.size();
    }

    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        // Contents first: the checksum in an entry's header is then known from them, and nothing is read twice.
        readPieces(offset, target, false);
        readPieces(offset, target, true);
        target.position(target.limit());
    }

    private void readPieces(long offset, ByteBuffer target, boolean records) throws IOException {
        long end = offset + target.remaining();
        int index = layout.at(offset);
        for (long next = offset; next < end; index++) {
            int part = (int) (Math.min(end, layout.end(index)) - next);
            if (layout.piece(index) instanceof RecordPiece == records) {
                int at = target.position() + (int) (next - offset);
                layout.piece(index).read(next - layout.start(index), target.slice(at, part));
            }
            next += part;
        }
    }

    @Override
    public boolean dependsOnTheRest(long offset, long length) {
        int first = layout.at(offset);
        return layout.piece(first) instanceof RecordPiece || layout.end(first) < offset + length;
    }
}
