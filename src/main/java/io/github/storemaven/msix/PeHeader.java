package io.github.storemaven.msix;

import io.github.storemaven.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the header of a Windows program or library says: it begins with {@code MZ} and has a PE header.
 *
 * @param machine the number of the processor's kind
 * @param managed whether it is .NET code, which runs on other processors than the machine says
 * @param signature the place and size of the signature in the file, as the header has them
 * @param fileSize in bytes
 * @param subsystem 2 for a program with windows, 3 for one of the console
 */
public record PeHeader(int machine, boolean managed, Range signature, long fileSize, int subsystem) {
    /** The numbers of the processors that a package may be for. */
    private static final Map<Integer, String> MACHINES =
            Map.of(0x14C, "x86", 0x8664, "x64", 0x1C0, "arm", 0x1C2, "arm", 0x1C4, "arm", 0xAA64, "arm64");

    private static final int CONSOLE = 3;
    private static final int SUBSYSTEM = 68;

    /** The smallest header, with a signature's place in it. */
    private static final int MIN_SIZE = 0x40;

    private static final int PE = 0x4550;
    private static final int START = 0x3C;
    private static final int MAX_START = 1024 * 1024;
    private static final int FIXED = 24;
    private static final int MAX_SIZE = FIXED + 112 + 16 * 8;
    private static final int MAGIC_64 = 0x20B;
    private static final int SIGNATURE = 4;
    private static final int MANAGED = 14;

    /** A part of the file, as an entry of the header's data directory names it. */
    public record Range(long start, long size) {}

    /** The header of a file; empty where it is no PE file. */
    public static Optional<PeHeader> of(Path file) throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            return of(source);
        }
    }

    /** The header of a file; empty where it is no PE file. */
    static Optional<PeHeader> of(ByteSource file) throws IOException {
        if (file.size() < MIN_SIZE) {
            return Optional.empty();
        }
        ByteBuffer dos = file.readLittleEndian(0, MIN_SIZE);
        long start = Integer.toUnsignedLong(dos.getInt(START));
        if (dos.get(0) != 'M' || dos.get(1) != 'Z' || start > MAX_START || start > file.size() - FIXED) {
            return Optional.empty();
        }
        ByteBuffer header = file.readLittleEndian(start, (int) Math.min(MAX_SIZE, file.size() - start));
        if (header.getInt(0) != PE) {
            return Optional.empty();
        }
        return Optional.of(new PeHeader(
                Short.toUnsignedInt(header.getShort(4)),
                directory(header, MANAGED).start() != 0,
                directory(header, SIGNATURE),
                file.size(),
                header.limit() >= FIXED + SUBSYSTEM + 2 ? Short.toUnsignedInt(header.getShort(FIXED + SUBSYSTEM)) : 0));
    }

    /** The processor as a manifest calls it; empty for one that no package is for. */
    public Optional<String> architecture() {
        return Optional.ofNullable(MACHINES.get(machine));
    }

    /** Whether it is a program of the console, without windows of its own. */
    public boolean isConsole() {
        return subsystem == CONSOLE;
    }

    /** The header of the same file without the place of its signature. */
    public PeHeader withoutSignature() {
        return new PeHeader(machine, managed, new Range(0, 0), fileSize, subsystem);
    }

    /** The bytes of a PE file without the place of its signature, as one is written that was never signed. */
    public static byte[] withoutSignature(byte[] file) {
        byte[] unsigned = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(unsigned).order(ByteOrder.LITTLE_ENDIAN);
        int start = bytes.getInt(START);
        ByteBuffer header = bytes.slice(start, bytes.capacity() - start).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(directoryStart(header) + SIGNATURE * 8, 0);
        return unsigned;
    }

    /** Whether the signature lies outside the file, as in launchers from which it was taken away. */
    public boolean signatureIsMissing() {
        boolean none = signature.start() == 0 && signature.size() == 0;
        boolean inside = signature.start() > 0
                && signature.size() > 0
                && signature.start() <= fileSize
                && signature.size() <= fileSize - signature.start();
        return !none && !inside;
    }

    private static int directoryStart(ByteBuffer header) {
        boolean wide = header.limit() > FIXED + 1 && Short.toUnsignedInt(header.getShort(FIXED)) == MAGIC_64;
        return FIXED + (wide ? 112 : 96);
    }

    /** An entry of the data directory; zeros where the header has none. */
    private static Range directory(ByteBuffer header, int index) {
        int first = directoryStart(header);
        int at = first + index * 8;
        int end = Math.min(header.limit(), FIXED + Short.toUnsignedInt(header.getShort(20)));
        boolean there = at + 8 <= end && Integer.toUnsignedLong(header.getInt(first - 4)) > index;
        return there
                ? new Range(Integer.toUnsignedLong(header.getInt(at)), Integer.toUnsignedLong(header.getInt(at + 4)))
                : new Range(0, 0);
    }
}
