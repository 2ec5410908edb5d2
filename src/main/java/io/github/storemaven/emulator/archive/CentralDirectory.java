package io.github.storemaven.emulator.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Counts a ZIP's entries by its last record, before anything is allocated for them. */
final class CentralDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int LONGEST_COMMENT = 65_535;

    private CentralDirectory() {}

    /** The number of entries; 0 when the file has no such record, hence is no ZIP. */
    static long entries(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_SIZE + LOCATOR_SIZE + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            int end = find(buffer);
            if (end < 0) {
                return 0;
            }
            int count = Short.toUnsignedInt(buffer.getShort(end + 10));
            return count == 0xFFFF && end >= LOCATOR_SIZE ? entries64(in, buffer.getLong(end - 12)) : count;
        }
    }

    private static int find(ByteBuffer tail) {
        for (int at = tail.capacity() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private static long entries64(RandomAccessFile in, long position) throws IOException {
        if (position < 0 || position > in.length() - 56) {
            return 0xFFFF;
        }
        byte[] record = new byte[56];
        in.seek(position);
        in.readFully(record);
        ByteBuffer buffer = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.getInt(0) == END_64 ? buffer.getLong(32) : 0xFFFF;
    }
}
