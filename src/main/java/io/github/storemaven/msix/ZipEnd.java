package io.github.storemaven.msix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the central directory of a ZIP is, from the record at the file's end; ZIP64 included.
 *
 * @param start of the directory
 * @param size in bytes
 */
record ZipEnd(long start, long size) {
    /** The remedy for any damage to a ZIP. */
    static final String AGAIN = "make or transfer the file again";

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_SIZE = 56;
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final long LOOK_AT_64 = 0xFFFFFFFFL;

    static ZipEnd of(Bytes zip) throws IOException {
        int length = (int) Math.min(zip.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = little(zip.read(zip.size() - length, length));
        for (int at = length - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_SIZE + Short.toUnsignedInt(tail.getShort(at + 20)) <= length) {
                return read(zip, zip.size() - length + at, tail, at);
            }
        }
        throw noZip(zip);
    }

    private static ZipEnd read(Bytes zip, long position, ByteBuffer tail, int at) throws IOException {
        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
        long start = Integer.toUnsignedLong(tail.getInt(at + 16));
        ZipEnd end = size == LOOK_AT_64 || start == LOOK_AT_64 ? zip64(zip, position) : new ZipEnd(start, size);
        if (end.size < 0 || end.start < 0 || end.start > position - end.size) {
            throw new DamagedPackage(zip.place(), "is damaged, its list of contents is not where it should be", AGAIN);
        }
        return end;
    }

    private static ZipEnd zip64(Bytes zip, long end) throws IOException {
        ByteBuffer locator = little(zip.read(end - LOCATOR_SIZE, LOCATOR_SIZE));
        if (locator.getInt(0) != LOCATOR) {
            throw new DamagedPackage(zip.place(), "is damaged, it is a ZIP64 without its second end record", AGAIN);
        }
        ByteBuffer record = little(zip.read(locator.getLong(8), END_64_SIZE));
        if (record.getInt(0) != END_64) {
            throw new DamagedPackage(zip.place(), "is damaged, its ZIP64 end record is not there", AGAIN);
        }
        return new ZipEnd(record.getLong(48), record.getLong(40));
    }

    private static DamagedPackage noZip(Bytes zip) throws IOException {
        if (zip.size() == 0) {
            return new DamagedPackage(zip.place(), "is empty", AGAIN);
        }
        boolean begun = zip.size() >= 4 && little(zip.read(0, 4)).getInt(0) == LOCAL_HEADER;
        return begun
                ? new DamagedPackage(zip.place(), "is cut off, it begins like a ZIP but has no end", AGAIN)
                : new DamagedPackage(
                        zip.place(), "is no ZIP, as every package is", "make it with makeappx or the like");
    }

    /** Bytes in the order that ZIPs write numbers. */
    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
