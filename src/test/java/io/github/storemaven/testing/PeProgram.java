package io.github.storemaven.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;

/** Windows programs that have a header and nothing behind it. */
public final class PeProgram {
    public static final int X86 = 0x14C;
    public static final int X64 = 0x8664;
    public static final int ARM = 0x1C4;
    public static final int ARM64 = 0xAA64;

    private static final Map<String, Integer> MACHINES = Map.of("x86", X86, "x64", X64, "arm", ARM, "arm64", ARM64);
    private static final int START = 0x80;
    private static final int SIZE = 4096;

    private PeProgram() {}

    /** A program for an architecture; empty where there is no such. */
    static Optional<byte[]> of(String architecture) {
        return "neutral".equals(architecture)
                ? Optional.of(managed())
                : Optional.ofNullable(architecture).map(MACHINES::get).map(PeProgram::program);
    }

    /** A program of 4,096 bytes without a signature. */
    public static byte[] program(int machine) {
        return signed(machine, 0, 0);
    }

    /** The same, with the place and size of a signature. */
    public static byte[] signed(int machine, int start, int size) {
        ByteBuffer file = headers(machine);
        file.putInt(directories(machine) + 4 * 8, start).putInt(directories(machine) + 4 * 8 + 4, size);
        return bytes(file);
    }

    /** .NET code for any processor, which has the machine x86. */
    public static byte[] managed() {
        ByteBuffer file = headers(X86);
        file.putInt(directories(X86) + 14 * 8, 2048).putInt(directories(X86) + 14 * 8 + 4, 72);
        return bytes(file);
    }

    private static ByteBuffer headers(int machine) {
        boolean wide = isWide(machine);
        ByteBuffer file = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3C, START);
        file.putInt(START, 0x4550).putShort(START + 4, (short) machine);
        file.putShort(START + 20, (short) (wide ? 240 : 224)).putShort(START + 24, (short) (wide ? 0x20B : 0x10B));
        file.putInt(directories(machine) - 4, 16);
        return file;
    }

    private static byte[] bytes(ByteBuffer file) {
        byte[] bytes = new byte[SIZE];
        file.get(0, bytes);
        return bytes;
    }

    private static int directories(int machine) {
        return START + 24 + (isWide(machine) ? 112 : 96);
    }

    private static boolean isWide(int machine) {
        return machine == X64 || machine == ARM64;
    }
}
