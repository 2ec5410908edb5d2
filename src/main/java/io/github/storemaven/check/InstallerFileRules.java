package io.github.storemaven.check;

import io.github.storemaven.msix.PeHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Rules on the file of an MSI or EXE that was built here (MSI/EXE reference, section 8.4): it is there and signed. */
public final class InstallerFileRules {
    private static final long COMPOUND_FILE = 0xE11A_B1A1_E011_CFD0L;
    /** The name of the stream in UTF-16, its bytes as letters. */
    private static final String SIGNATURE_STREAM =
            new String("\u0005DigitalSignature".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

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
        Optional<PeHeader> program = PeHeader.of(file);
        if (program.isPresent()) {
            return program.get().signature().size() != 0 && !program.get().signatureIsMissing();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = read(channel, 0, Long.BYTES);
            return start.limit() == Long.BYTES && start.getLong(0) == COMPOUND_FILE && contains(channel);
        }
    }

    private static boolean contains(FileChannel channel) throws IOException {
        for (long offset = 0; offset < channel.size(); offset += BUFFER - SIGNATURE_STREAM.length()) {
            if (StandardCharsets.ISO_8859_1
                    .decode(read(channel, offset, BUFFER))
                    .toString()
                    .contains(SIGNATURE_STREAM)) {
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
