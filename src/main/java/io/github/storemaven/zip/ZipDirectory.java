package io.github.storemaven.zip;

import static io.github.storemaven.zip.ZipReader.AGAIN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The central directory of a ZIP, read an entry at a time, so that a million entries take no more memory than one; by
 * PKWARE's APPNOTE 6.3, ZIP64 included.
 */
public final class ZipDirectory {
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;
    private static final int CHUNK = 64 * 1024;
    private static final int ZIP64_FIELD = 1;
    private static final long ZIP64_MARKER = 0xFFFFFFFFL;

    private final ByteSource zip;
    private final EndRecord end;
    private ByteBuffer chunk;
    private long chunkStart;
    private long position;

    ZipDirectory(ByteSource zip) throws IOException {
        this.zip = zip;
        end = EndRecord.of(zip);
        chunk = zip.readLittleEndian(0, 0);
    }

    /**
     * One file of the ZIP, as its directory describes it.
     *
     * @param name with slashes
     * @param method 0 stored, 8 deflated
     * @param version of ZIP that a reader needs
     * @param flags of the entry
     * @param crc of the content
     * @param packedSize in the ZIP, in bytes
     * @param size unpacked, in bytes
     * @param start of its local header
     */
    public record Entry(
            String name, int method, int version, int flags, long crc, long packedSize, long size, long start) {
        /** The method of an entry whose content is in the ZIP as it is. */
        public static final int STORED = 0;

        /** The method of an entry that is compressed as every reader of ZIPs can read it. */
        public static final int DEFLATED = 8;

        /** Whether its content is in the ZIP as it is. */
        public boolean isStored() {
            return method == STORED;
        }

        /** Whether it has a password. */
        boolean isEncrypted() {
            return (flags & 1) != 0;
        }

        /** Whether its sizes are written behind its data too. */
        boolean hasDescriptor() {
            return (flags & 8) != 0;
        }
    }

    /** The next entry in the directory's order that is no folder; empty at the end. */
    public Optional<Entry> next() throws IOException {
        while (position < end.size()) {
            ByteBuffer header = at(position, HEADER_SIZE);
            if (header.getInt(0) != HEADER) {
                throw damaged();
            }
            int length = HEADER_SIZE + unsigned(header, 28) + unsigned(header, 30) + unsigned(header, 32);
            Entry entry = entry(at(position, length));
            position += length;
            if (!entry.name().endsWith("/")) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** A view of the directory at an offset, from a chunk that is read when it does not hold all of it. */
    private ByteBuffer at(long offset, int length) throws IOException {
        if (offset > end.size() - length) {
            throw damaged();
        }
        if (offset < chunkStart || offset + length > chunkStart + chunk.capacity()) {
            int size = (int) Math.min(Math.max(length, CHUNK), end.size() - offset);
            chunk = zip.readLittleEndian(end.start() + offset, size);
            chunkStart = offset;
        }
        return chunk.slice((int) (offset - chunkStart), length).order(chunk.order());
    }

    private Entry entry(ByteBuffer header) throws InvalidZipException {
        long[] values = {number(header, 24), number(header, 20), number(header, 42)};
        int nameLength = unsigned(header, 28);
        replaceBy64(values, header.slice(HEADER_SIZE + nameLength, unsigned(header, 30)));
        byte[] name = new byte[nameLength];
        header.get(HEADER_SIZE, name);
        return new Entry(
                new String(name, StandardCharsets.UTF_8).replace('\\', '/'),
                unsigned(header, 10),
                unsigned(header, 6),
                unsigned(header, 8),
                number(header, 16),
                values[1],
                values[0],
                values[2]);
    }

    /** Size, packed size and start that do not fit are in an extra field, in this order, only those. */
    private void replaceBy64(long[] values, ByteBuffer unordered) throws InvalidZipException {
        ByteBuffer extra = unordered.order(chunk.order());
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            ByteBuffer field = extra.slice(extra.position(), length).order(extra.order());
            extra.position(extra.position() + length);
            for (int i = 0; id == ZIP64_FIELD && i < values.length; i++) {
                if (values[i] == ZIP64_MARKER && field.remaining() >= Long.BYTES) {
                    values[i] = field.getLong();
                }
            }
        }
        for (long value : values) {
            if (value < 0) {
                throw damaged();
            }
        }
    }

    private static int unsigned(ByteBuffer header, int at) {
        return Short.toUnsignedInt(header.getShort(at));
    }

    private static long number(ByteBuffer header, int at) {
        return Integer.toUnsignedLong(header.getInt(at));
    }

    private InvalidZipException damaged() {
        return new InvalidZipException(zip.place(), "is damaged, its list of contents cannot be read", AGAIN);
    }

    /** Where the directory is, from the record at the end of the ZIP. */
    private record EndRecord(long start, long size) {
        private static final int END = 0x06054b50;
        private static final int END_SIZE = 22;
        private static final int MAX_COMMENT = 0xFFFF;
        private static final int LOCATOR = 0x07064b50;
        private static final int LOCATOR_SIZE = 20;
        private static final int END_64 = 0x06064b50;
        private static final int END_64_SIZE = 56;

        static EndRecord of(ByteSource zip) throws IOException {
            int length = (int) Math.min(zip.size(), END_SIZE + MAX_COMMENT);
            ByteBuffer tail = zip.readLittleEndian(zip.size() - length, length);
            for (int at = length - END_SIZE; at >= 0; at--) {
                if (tail.getInt(at) == END && at + END_SIZE + unsigned(tail, at + 20) <= length) {
                    return read(zip, zip.size() - length + at, tail, at);
                }
            }
            throw noZip(zip);
        }

        private static EndRecord read(ByteSource zip, long position, ByteBuffer tail, int at) throws IOException {
            long size = number(tail, at + 12);
            long start = number(tail, at + 16);
            EndRecord end =
                    size == ZIP64_MARKER || start == ZIP64_MARKER ? zip64(zip, position) : new EndRecord(start, size);
            if (end.size < 0 || end.start < 0 || end.start > position - end.size) {
                throw damaged(zip, "is damaged, its list of contents is not where it should be");
            }
            return end;
        }

        private static EndRecord zip64(ByteSource zip, long end) throws IOException {
            ByteBuffer locator = zip.readLittleEndian(end - LOCATOR_SIZE, LOCATOR_SIZE);
            if (locator.getInt(0) != LOCATOR) {
                throw damaged(zip, "is damaged, it is a ZIP64 without its second end record");
            }
            ByteBuffer record = zip.readLittleEndian(locator.getLong(8), END_64_SIZE);
            if (record.getInt(0) != END_64) {
                throw damaged(zip, "is damaged, its ZIP64 end record is not there");
            }
            return new EndRecord(record.getLong(48), record.getLong(40));
        }

        private static InvalidZipException noZip(ByteSource zip) throws IOException {
            if (zip.size() == 0) {
                return damaged(zip, "is empty");
            }
            boolean begun = zip.size() >= 4 && zip.readLittleEndian(0, 4).getInt(0) == ZipReader.LOCAL_HEADER;
            return begun
                    ? damaged(zip, "is cut off, it begins like a ZIP but has no end")
                    : new InvalidZipException(
                            zip.place(), "is not a ZIP, as every package is", "make it with makeappx or the like");
        }

        private static InvalidZipException damaged(ByteSource zip, String fault) {
            return new InvalidZipException(zip.place(), fault, AGAIN);
        }
    }
}
