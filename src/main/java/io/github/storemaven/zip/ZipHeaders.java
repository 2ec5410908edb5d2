package io.github.storemaven.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The records of a ZIP archive, by PKWARE's APPNOTE 6.3, with ZIP64 where a number needs it. */
public final class ZipHeaders {
    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int DESCRIPTOR = 0x08074B50;
    private static final int END = 0x06054B50;
    private static final int END_64 = 0x06064B50;
    private static final int END_64_LOCATOR = 0x07064B50;

    private static final short PLAIN_VERSION = 20;
    private static final short VERSION_64 = 45;
    private static final short EXTRA_64 = 1;

    /** 1980-01-01, the first day that the format can tell: the same input gives the same bytes. */
    private static final int FIRST_TIME = 0x0021_0000;

    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = FIRST_YEAR + 127;

    private static final long LARGE = 0xFFFFFFFFL;
    private static final int MANY = 0xFFFF;

    private ZipHeaders() {}

    /** Where checksum and sizes of an entry are. */
    public enum Sizes {
        /** In its local header. */
        IN_FRONT(0),
        /** In a descriptor behind its data, whose sizes have eight bytes; in the local header they are zero. */
        BEHIND(8);

        private final int flag;

        Sizes(int flag) {
            this.flag = flag;
        }
    }

    /**
     * An entry as its records describe it.
     *
     * @param name as it is written
     * @param sizes where they are
     * @param method 0 stored, 8 deflated
     * @param time of the last change, as {@link #time} has it
     * @param crc of the content
     * @param packedSize in the archive, in bytes
     * @param size of the content, in bytes
     * @param offset of its local header
     */
    public record Entry(
            String name, Sizes sizes, int method, int time, int crc, long packedSize, long size, long offset) {
        private static final int NAME_IS_UTF_8 = 0x0800;

        /** An entry of 1980, whose content is in the archive as it is. */
        public static Entry stored(String name, int crc, long size, long offset) {
            return new Entry(name, Sizes.IN_FRONT, ZipDirectory.Entry.STORED, FIRST_TIME, crc, size, size, offset);
        }

        /** What comes before the data. */
        public byte[] localHeader() {
            boolean front = sizes == Sizes.IN_FRONT;
            boolean wide = front && (size >= LARGE || packedSize >= LARGE);
            byte[] nameBytes = nameBytes();
            int extra = wide ? 4 + 16 : 0;
            ByteBuffer out = ByteBuffer.allocate(30 + nameBytes.length + extra).order(ByteOrder.LITTLE_ENDIAN);
            out.putInt(LOCAL).putShort(version());
            common(out, front ? crc : 0, wide ? LARGE : front ? packedSize : 0, wide ? LARGE : front ? size : 0);
            out.putShort((short) nameBytes.length).putShort((short) extra).put(nameBytes);
            if (wide) {
                out.putShort(EXTRA_64).putShort((short) 16).putLong(size).putLong(packedSize);
            }
            return out.array();
        }

        /** What comes behind the data; empty where the local header has the sizes. */
        public byte[] descriptor() {
            return sizes == Sizes.IN_FRONT
                    ? new byte[0]
                    : ByteBuffer.allocate(24)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(DESCRIPTOR)
                            .putInt(crc)
                            .putLong(packedSize)
                            .putLong(size)
                            .array();
        }

        /** Its line of the central directory. */
        public byte[] centralRecord() {
            long[] numbers = {size, packedSize, offset};
            int wide = 0;
            for (long number : numbers) {
                wide += number >= LARGE ? Long.BYTES : 0;
            }
            byte[] nameBytes = nameBytes();
            int extra = wide > 0 ? 4 + wide : 0;
            ByteBuffer out = ByteBuffer.allocate(46 + nameBytes.length + extra).order(ByteOrder.LITTLE_ENDIAN);
            out.putInt(CENTRAL).putShort(version()).putShort(version());
            common(out, crc, packedSize, size);
            out.putShort((short) nameBytes.length).putShort((short) extra);
            out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            out.putInt(capped(offset)).put(nameBytes);
            if (extra > 0) {
                out.putShort(EXTRA_64).putShort((short) wide);
            }
            for (long number : numbers) {
                if (number >= LARGE) {
                    out.putLong(number);
                }
            }
            return out.array();
        }

        /** From the flags to the sizes: the part that both headers share. */
        private void common(ByteBuffer out, int shownCrc, long shownPacked, long shownSize) {
            out.putShort((short) (sizes.flag | (isAscii() ? 0 : NAME_IS_UTF_8))).putShort((short) method);
            out.putInt(time).putInt(shownCrc).putInt(capped(shownPacked)).putInt(capped(shownSize));
        }

        /** The same in both headers: Windows refuses a package where they differ. */
        private short version() {
            boolean wide = size >= LARGE || packedSize >= LARGE || offset >= LARGE || sizes == Sizes.BEHIND;
            return wide ? VERSION_64 : PLAIN_VERSION;
        }

        private boolean isAscii() {
            return name.chars().allMatch(letter -> letter < 0x80);
        }

        private byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A time as entries have it: in UTC, by two seconds, within the years that the format can tell. */
    public static int time(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        if (time.getYear() < FIRST_YEAR) {
            return FIRST_TIME;
        }
        int year = Math.min(time.getYear(), LAST_YEAR) - FIRST_YEAR;
        int date = year << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        return date << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    }

    /** What follows the central directory, which starts at an offset and has a length in bytes. */
    public static byte[] end(long count, long offset, long length) {
        boolean wide = count >= MANY || offset >= LARGE || length >= LARGE;
        return wide
                ? end64(count, offset, length, (int) Math.min(count, MANY), capped(length), capped(offset))
                : plainEnd((int) count, (int) length, (int) offset);
    }

    /** The same with the records of ZIP64 whatever the numbers: some readers of packages want these. */
    public static byte[] end64(long count, long offset, long length) {
        return end64(count, offset, length, MANY, -1, -1);
    }

    private static byte[] end64(long count, long offset, long length, int shownCount, int shownLength, int shownStart) {
        ByteBuffer out = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(END_64).putLong(44).putShort(VERSION_64).putShort(VERSION_64);
        out.putInt(0).putInt(0).putLong(count).putLong(count).putLong(length).putLong(offset);
        out.putInt(END_64_LOCATOR).putInt(0).putLong(offset + length).putInt(1);
        out.put(plainEnd(shownCount, shownLength, shownStart));
        return out.array();
    }

    private static byte[] plainEnd(int count, int length, int start) {
        ByteBuffer out = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(END).putShort((short) 0).putShort((short) 0);
        out.putShort((short) count).putShort((short) count);
        out.putInt(length).putInt(start).putShort((short) 0);
        return out.array();
    }

    private static int capped(long number) {
        return (int) Math.min(number, LARGE);
    }
}
