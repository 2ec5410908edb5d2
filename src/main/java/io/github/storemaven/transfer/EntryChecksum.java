package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32;

/** The CRC-32 of a file, put together from the ranges that were read for the upload; only what is missing is read. */
final class EntryChecksum {
    private static final int AT_ONCE = 256 * 1024;

    private final SourceFile file;
    private final ConcurrentNavigableMap<Long, Range> ranges = new ConcurrentSkipListMap<>();
    private boolean known;
    private int value;

    EntryChecksum(SourceFile file) {
        this.file = file;
    }

    /** Takes note of a range of the file, from the buffer's position to its limit. */
    void seen(long offset, ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            CRC32 crc = new CRC32();
            int length = bytes.remaining();
            crc.update(bytes.duplicate());
            ranges.put(offset, new Range(length, (int) crc.getValue()));
        }
    }

    /** The checksum of the whole file. */
    synchronized int value() throws IOException {
        if (!known) {
            value = compute();
            known = true;
            ranges.clear();
        }
        return value;
    }

    private int compute() throws IOException {
        int sum = 0;
        long done = 0;
        while (done < file.size()) {
            Range next = ranges.get(done);
            if (next == null) {
                next = readUpToTheNextRange(done);
            }
            sum = ChecksumMath.join(sum, next.crc(), next.length());
            done += next.length();
        }
        return sum;
    }

    private Range readUpToTheNextRange(long start) throws IOException {
        Map.Entry<Long, Range> following = ranges.higherEntry(start);
        long end = following == null ? file.size() : following.getKey();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(AT_ONCE, end - start));
        CRC32 crc = new CRC32();
        for (long at = start; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            file.read(at, buffer);
            crc.update(buffer.flip());
        }
        return new Range(end - start, (int) crc.getValue());
    }

    private record Range(long length, int crc) {}
}
