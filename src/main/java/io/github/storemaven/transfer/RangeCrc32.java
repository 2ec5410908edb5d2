package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;

/** The CRC-32 of a file, put together from the ranges that were read for the upload; only what is missing is read. */
final class RangeCrc32 {
    /** The polynomial of CRC-32 with the highest power in the lowest bit, as all numbers here. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int ONE = 1 << 31;

    /** x to the power of 8: one byte further. */
    private static final int BYTE = 1 << 23;

    private static final int BUFFER_SIZE = 256 * 1024;

    private final FileSnapshot file;
    private final ConcurrentNavigableMap<Long, Range> ranges = new ConcurrentSkipListMap<>();
    private final OptionalInt given;
    private boolean known;
    private int value;

    /** @param given the checksum, where it is known already */
    RangeCrc32(FileSnapshot file, OptionalInt given) {
        this.file = file;
        this.given = given;
    }

    boolean isGiven() {
        return given.isPresent();
    }

    /** Takes note of a range of the file, from the buffer's position to its limit. */
    void update(long offset, ByteBuffer bytes) {
        if (!isGiven() && bytes.hasRemaining()) {
            CRC32 crc = new CRC32();
            int length = bytes.remaining();
            crc.update(bytes.duplicate());
            add(offset, new Range(length, (int) crc.getValue()));
        }
    }

    /** Reads the file from its beginning, as long as that is wanted, so that less of it is missing later. */
    void readAhead(BooleanSupplier wanted) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_SIZE, file.size()));
        CRC32 crc = new CRC32();
        for (long at = 0; !isGiven() && at < file.size() && wanted.getAsBoolean(); at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), file.size() - at));
            file.read(at, buffer);
            crc.update(buffer.flip());
            add(0, new Range(at + buffer.limit(), (int) crc.getValue()));
        }
    }

    private void add(long offset, Range range) {
        ranges.merge(offset, range, (known, added) -> known.length() < added.length() ? added : known);
    }

    /** The checksum of the whole file. */
    synchronized int value() throws IOException {
        if (!known) {
            value = isGiven() ? given.getAsInt() : compute();
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
            sum = combine(sum, next.crc(), next.length());
            done += next.length();
        }
        return sum;
    }

    private Range readUpToTheNextRange(long start) throws IOException {
        Map.Entry<Long, Range> following = ranges.higherEntry(start);
        long end = following == null ? file.size() : following.getKey();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_SIZE, end - start));
        CRC32 crc = new CRC32();
        for (long at = start; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            file.read(at, buffer);
            crc.update(buffer.flip());
        }
        return new Range(end - start, (int) crc.getValue());
    }

    /**
     * The CRC-32 of a range made of two.
     *
     * @param lengthOfSecond in bytes
     */
    static int combine(int first, int second, long lengthOfSecond) {
        return multiply(power(lengthOfSecond), first) ^ second;
    }

    private static int power(long bytes) {
        int result = ONE;
        int factor = BYTE;
        for (long rest = bytes; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = multiply(factor, result);
            }
            factor = multiply(factor, factor);
        }
        return result;
    }

    /** The product of two polynomials, modulo that of CRC-32. */
    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = 31; bit >= 0; bit--) {
            if ((a >>> bit & 1) == 1) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 1 ? shifted >>> 1 ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }

    private record Range(long length, int crc) {}
}
