package io.github.storemaven.msix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a ZIP again as ZIP64 throughout, the way makeappx does it whatever the size, behind a hole of any size. */
final class Zip64Fixture {
    private static final int CENTRAL = 46;
    private static final int END = 22;
    private static final int EXTRA = 4 + 3 * Long.BYTES;
    private static final int ALL_ONES = -1;

    private Zip64Fixture() {}

    static Path write(Path file, byte[] zip, long hole) throws IOException {
        ByteBuffer old = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = old.getInt(zip.length - END + 16);
        ByteBuffer tail = ByteBuffer.allocate(zip.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = directory; at < zip.length - END; at += CENTRAL + old.getShort(at + 28)) {
            putEntry(tail, old, at, hole);
        }
        putEnd(tail, hole + directory);
        try (SeekableByteChannel out = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.position(hole).write(ByteBuffer.wrap(zip, 0, directory));
            out.write(tail.flip());
        }
        return file;
    }

    /** The header with all ones for both sizes and the start, which go into an extra field. */
    private static void putEntry(ByteBuffer tail, ByteBuffer old, int at, long hole) {
        int start = tail.position();
        int nameLength = old.getShort(at + 28);
        tail.put(old.slice(at, CENTRAL + nameLength));
        tail.putInt(start + 20, ALL_ONES).putInt(start + 24, ALL_ONES).putInt(start + 42, ALL_ONES);
        tail.putShort(start + 30, (short) EXTRA);
        tail.putShort((short) 1).putShort((short) (EXTRA - 4));
        tail.putLong(old.getInt(at + 24)).putLong(old.getInt(at + 20)).putLong(hole + old.getInt(at + 42));
    }

    private static void putEnd(ByteBuffer tail, long directory) {
        long size = tail.position();
        tail.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        tail.putLong(0).putLong(0).putLong(size).putLong(directory);
        tail.putInt(0x07064b50).putInt(0).putLong(directory + size).putInt(1);
        tail.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1);
        tail.putInt(ALL_ONES).putInt(ALL_ONES).putShort((short) 0);
    }
}
