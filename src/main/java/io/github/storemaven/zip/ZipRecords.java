package io.github.storemaven.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The records of a ZIP archive of stored entries, by PKWARE's APPNOTE 6.3, with ZIP64 where a number needs it. */
public final class ZipRecords {
    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int END_64 = 0x06064B50;
    private static final int END_64_LOCATOR = 0x07064B50;

    private static final short PLAIN_VERSION = 20;
    private static final short VERSION_64 = 45;
    private static final short NAME_IS_UTF_8 = 0x0800;
    private static final short EXTRA_64 = 1;

    /** 1980-01-01, the first day that the format can tell: the same input gives the same bytes. */
    private static final short DATE = 0x0021;

    private static final long LARGE = 0xFFFFFFFFL;
    private static final int MANY = 0xFFFF;

    private ZipRecords() {}

    /** What comes before the content of an entry. */
    public static byte[] localHeader(byte[] name, long size, int crc) {
        int extra = size >= LARGE ? 4 + 16 : 0;
        ByteBuffer out = ByteBuffer.allocate(30 + name.length + extra).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(LOCAL).putShort(version(size >= LARGE));
        common(out, name, size, crc).putShort((short) extra).put(name);
        if (extra > 0) {
            out.putShort(EXTRA_64).putShort((short) 16).putLong(size).putLong(size);
        }
        return out.array();
    }

    /** An entry's line of the central directory. */
    public static byte[] centralRecord(byte[] name, long size, long offset, int crc) {
        int wide = (size >= LARGE ? 16 : 0) + (offset >= LARGE ? 8 : 0);
        int extra = wide > 0 ? 4 + wide : 0;
        ByteBuffer out = ByteBuffer.allocate(46 + name.length + extra).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(CENTRAL).putShort(version(wide > 0)).putShort(version(wide > 0));
        common(out, name, size, crc).putShort((short) extra);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt(capped(offset)).put(name);
        if (extra > 0) {
            out.putShort(EXTRA_64).putShort((short) wide);
        }
        if (size >= LARGE) {
            out.putLong(size).putLong(size);
        }
        if (offset >= LARGE) {
            out.putLong(offset);
        }
        return out.array();
    }

    /** What follows the central directory, which starts at an offset and has a length in bytes. */
    public static byte[] end(long count, long offset, long length) {
        boolean wide = count >= MANY || offset >= LARGE || length >= LARGE;
        ByteBuffer out = ByteBuffer.allocate(wide ? 56 + 20 + 22 : 22).order(ByteOrder.LITTLE_ENDIAN);
        if (wide) {
            out.putInt(END_64).putLong(44).putShort(VERSION_64).putShort(VERSION_64);
            out.putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(length)
                    .putLong(offset);
            out.putInt(END_64_LOCATOR).putInt(0).putLong(offset + length).putInt(1);
        }
        short shown = (short) Math.min(count, MANY);
        out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(shown).putShort(shown);
        out.putInt(capped(length)).putInt(capped(offset)).putShort((short) 0);
        return out.array();
    }

    /** From the flags to the length of the name: the part that both headers share. */
    private static ByteBuffer common(ByteBuffer out, byte[] name, long size, int crc) {
        out.putShort(NAME_IS_UTF_8).putShort((short) 0).putShort((short) 0).putShort(DATE);
        return out.putInt(crc).putInt(capped(size)).putInt(capped(size)).putShort((short) name.length);
    }

    private static short version(boolean wide) {
        return wide ? VERSION_64 : PLAIN_VERSION;
    }

    private static int capped(long number) {
        return (int) Math.min(number, LARGE);
    }
}
