package io.github.storemaven.msix.pri;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that grow: unsigned numbers, the lowest byte first, and texts. */
final class LittleEndianBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    LittleEndianBytes u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    LittleEndianBytes u16(int... values) {
        for (int value : values) {
            if (value >>> 16 != 0) {
                throw new IllegalStateException(value + " has more than 16 bits");
            }
            u8(value, value >>> 8);
        }
        return this;
    }

    LittleEndianBytes u32(int... values) {
        for (int value : values) {
            u8(value, value >>> 8, value >>> 16, value >>> 24);
        }
        return this;
    }

    LittleEndianBytes ascii(String text) {
        return all(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The text and a zero, each in two bytes. */
    LittleEndianBytes utf16(String text) {
        return all(text.getBytes(StandardCharsets.UTF_16LE)).u16(0);
    }

    LittleEndianBytes all(byte[] others) {
        bytes.writeBytes(others);
        return this;
    }

    /** Zeros up to a length. */
    LittleEndianBytes fill(int length) {
        while (size() < length) {
            bytes.write(0);
        }
        return this;
    }

    /** Zeros up to a multiple. */
    LittleEndianBytes align(int multiple) {
        return fill(roundUp(size(), multiple));
    }

    static int roundUp(int length, int multiple) {
        return (length + multiple - 1) / multiple * multiple;
    }
}
