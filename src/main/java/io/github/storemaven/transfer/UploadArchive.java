package io.github.storemaven.transfer;

import io.github.storemaven.zip.EntryName;
import io.github.storemaven.zip.FileContent;
import io.github.storemaven.zip.ZipHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A ZIP archive of stored entries that is never written (design, section 4): its layout is known at once, its contents
 * stay in their files, its checksums come from what is read of it. The same entries give the same bytes, in any order.
 */
public final class UploadArchive implements UploadContent {
    private final Layout layout;

    private UploadArchive(Layout layout) {
        this.layout = layout;
    }

    /**
     * Lays out an archive.
     *
     * @throws IOException when a file cannot be found
     * @throws IllegalArgumentException when a name comes twice
     */
    public static UploadArchive of(List<Entry> entries) throws IOException {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                throw new IllegalArgumentException("two files of the upload archive are called " + entry.name());
            }
        }
        return new UploadArchive(Layout.of(
                entries.stream().sorted(Comparator.comparing(Entry::name)).toList()));
    }

    @Override
    public long size() {
        return layout.size();
    }

    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        // Contents first: the checksum in an entry's header is then known from them, and nothing is read twice.
        readSegments(offset, target, false);
        readSegments(offset, target, true);
        target.position(target.limit());
    }

    @Override
    public void readAhead(BooleanSupplier wanted) throws IOException {
        for (RangeCrc32 checksum : layout.checksums()) {
            checksum.readAhead(wanted);
        }
    }

    private void readSegments(long offset, ByteBuffer target, boolean records) throws IOException {
        long end = offset + target.remaining();
        int index = layout.at(offset);
        for (long next = offset; next < end; index++) {
            int part = (int) (Math.min(end, layout.end(index)) - next);
            if (layout.segment(index) instanceof RecordSegment == records) {
                int at = target.position() + (int) (next - offset);
                layout.segment(index).read(next - layout.start(index), target.slice(at, part));
            }
            next += part;
        }
    }

    @Override
    public boolean needsChecksums(long offset, long length) {
        for (int index = layout.at(offset); index < layout.count() && layout.start(index) < offset + length; index++) {
            if (layout.segment(index) instanceof RecordSegment record && !record.isKnown()) {
                return true;
            }
        }
        return false;
    }

    /** Which segment of an archive lies where. */
    private static final class Layout {
        private final List<Segment> segments = new ArrayList<>();
        private final List<Long> starts = new ArrayList<>();
        private long size;

        /** Headers and contents, the central directory, and the end records, one behind the other. */
        static Layout of(List<Entry> entries) throws IOException {
            Layout layout = new Layout();
            List<StoredEntry> stored = new ArrayList<>();
            for (Entry entry : entries) {
                stored.add(layout.store(entry));
            }
            long directory = layout.size;
            stored.forEach(entry -> layout.add(entry.directoryRecord()));
            byte[] end = ZipHeaders.end(stored.size(), directory, layout.size - directory);
            layout.add(new RecordSegment(end.length, true) {
                @Override
                byte[] bytes() {
                    return end;
                }
            });
            return layout;
        }

        private StoredEntry store(Entry entry) throws IOException {
            StoredEntry stored = new StoredEntry(entry, size);
            add(stored.header());
            add(stored.data());
            return stored;
        }

        private void add(Segment segment) {
            if (segment.length() > 0) {
                segments.add(segment);
                starts.add(size);
                size += segment.length();
            }
        }

        long size() {
            return size;
        }

        int count() {
            return segments.size();
        }

        List<RangeCrc32> checksums() {
            return segments.stream()
                    .filter(segment -> segment instanceof FileSegment)
                    .map(segment -> ((FileSegment) segment).checksum())
                    .toList();
        }

        Segment segment(int index) {
            return segments.get(index);
        }

        long start(int index) {
            return starts.get(index);
        }

        long end(int index) {
            return starts.get(index) + segments.get(index).length();
        }

        /** The index of the segment that an offset lies in. */
        int at(long offset) {
            int found = Collections.binarySearch(starts, offset);
            return found >= 0 ? found : -found - 2;
        }
    }

    /** A run of the archive's bytes that has one origin. */
    private sealed interface Segment permits FileSegment, RecordSegment {
        long length();

        /** Fills the buffer with what follows an offset within the segment. */
        void read(long from, ByteBuffer target) throws IOException;
    }

    /** The content of an entry; what is read of it is counted in its checksum. */
    private record FileSegment(FileSnapshot file, RangeCrc32 checksum) implements Segment {
        @Override
        public long length() {
            return file.size();
        }

        @Override
        public void read(long from, ByteBuffer target) throws IOException {
            ByteBuffer filled = target.duplicate();
            file.read(from, target);
            checksum.update(from, filled);
        }
    }

    /** A record of the archive's own: its length is known at once, its bytes when the checksums are. */
    private abstract static non-sealed class RecordSegment implements Segment {
        private final long length;
        private final boolean known;

        /** @param known whether its bytes need nothing that has to be read */
        RecordSegment(long length, boolean known) {
            this.length = length;
            this.known = known;
        }

        boolean isKnown() {
            return known;
        }

        abstract byte[] bytes() throws IOException;

        @Override
        public long length() {
            return length;
        }

        @Override
        public void read(long from, ByteBuffer target) throws IOException {
            target.put(bytes(), (int) from, target.remaining());
        }
    }

    /** An entry at its place in the archive. */
    private static final class StoredEntry {
        private final String name;
        private final FileSnapshot file;
        private final RangeCrc32 checksum;
        private final long offset;

        /** @param offset of the local header */
        StoredEntry(Entry entry, long offset) throws IOException {
            Optional<FileContent> content = entry.content();
            this.name = entry.name();
            this.file = content.isPresent() ? FileSnapshot.of(content.get()) : FileSnapshot.of(entry.file());
            this.checksum = new RangeCrc32(file, content.map(FileContent::crc32).orElse(OptionalInt.empty()));
            this.offset = offset;
        }

        Segment header() {
            return new RecordSegment(records(0).localHeader().length, checksum.isGiven()) {
                @Override
                byte[] bytes() throws IOException {
                    return records(checksum.value()).localHeader();
                }
            };
        }

        Segment data() {
            return new FileSegment(file, checksum);
        }

        Segment directoryRecord() {
            return new RecordSegment(records(0).centralRecord().length, checksum.isGiven()) {
                @Override
                byte[] bytes() throws IOException {
                    return records(checksum.value()).centralRecord();
                }
            };
        }

        private ZipHeaders.Entry records(int crc) {
            return ZipHeaders.Entry.stored(name, crc, file.size(), offset);
        }
    }

    /**
     * A file of the upload archive.
     *
     * @param name its path in the archive, with forward slashes; the same text stands in the document (submission-api.md, 8.2)
     * @param file where its content is
     * @param content what is known of it already
     */
    public record Entry(String name, Path file, Optional<FileContent> content) {
        /** @throws IllegalArgumentException when the name is not a relative path within the archive */
        public Entry {
            EntryName.problem(name).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
            name = EntryName.normalized(name);
        }

        /** A file that nobody has read yet. */
        public Entry(String name, Path file) {
            this(name, file, Optional.empty());
        }

        /** A file that must be as it was when it was read. */
        public Entry(String name, FileContent content) {
            this(name, content.file(), Optional.of(content));
        }
    }
}
