package io.github.storemaven.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Rules on the file of an MSI or EXE that was built here (MSI/EXE reference, section 8.4): it is there and signed. */
public final class InstallerFileRules {
    private static final long COMPOUND_FILE = 0xE11A_B1A1_E011_CFD0L;
    private static final byte[] SIGNATURE_STREAM = "\u0005DigitalSignature".getBytes(StandardCharsets.UTF_16LE);
    private static final int PE_OFFSET = 0x3C;
    private static final int OPTIONAL_HEADER = 24;
    private static final int PE32_PLUS = 0x20B;
    private static final int SECURITY_ENTRY = 4;
    private static final int BUFFER = 1 << 20;

    private InstallerFileRules() {}

    /** Checks a file; what it is named by is the place. */
    public static void check(Path file, String named, FindingCollector report) throws IOException {
        if (!Files.isRegularFile(file)) {
            report.error(
                    "MSI-11", named, "", "installerFile names " + file + ", which is not a file", "build it first");
        } else if (!isSigned(file)) {
            report.error(
                    "MSI-11",
                    file.toString(),
                    "",
                    "the installer has no signature, and the Store refuses it",
                    "sign it with a certificate of the Microsoft Trusted Root Program");
        }
    }

    /** Whether a PE file has a certificate table, or an MSI a stream with its signature; nobody checks whose it is. */
    private static boolean isSigned(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = read(channel, 0, 4096);
            if (start.limit() >= Long.BYTES && start.getLong(0) == COMPOUND_FILE) {
                return contains(channel, SIGNATURE_STREAM);
            }
            return hasCertificates(channel, start);
        }
    }

    private static boolean hasCertificates(FileChannel channel, ByteBuffer start) throws IOException {
        if (start.limit() < PE_OFFSET + Integer.BYTES || start.getShort(0) != 0x5A4D) {
            return false;
        }
        ByteBuffer header = read(channel, Integer.toUnsignedLong(start.getInt(PE_OFFSET)), 512);
        if (header.limit() < 512 || header.getInt(0) != 0x4550) {
            return false;
        }
        int directories = header.getShort(OPTIONAL_HEADER) == PE32_PLUS ? 112 : 96;
        return header.getInt(OPTIONAL_HEADER + directories + SECURITY_ENTRY * 8 + Integer.BYTES) != 0;
    }

    private static boolean contains(FileChannel channel, byte[] wanted) throws IOException {
        for (long offset = 0; offset < channel.size(); offset += BUFFER - wanted.length) {
            String part = StandardCharsets.ISO_8859_1
                    .decode(read(channel, offset, BUFFER))
                    .toString();
            if (part.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }

    /** Little endian, fewer bytes at the end of the file. */
    private static ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        while (count >= 0 && buffer.hasRemaining()) {
            count = channel.read(buffer, offset + buffer.position());
        }
        return buffer.flip();
    }
}
