package io.github.storemaven.emulator.commit;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The ZIP of an upload: entries by name with {@code \} and {@code /} alike (8.2), bounded against bombs, checksums checked. */
public final class UploadedArchive implements AutoCloseable {
    private static final int MAX_ENTRIES = 100_000;
    private static final long MIN_ALLOWANCE = 64L * 1024 * 1024;
    private static final long MAX_PER_BYTE = 200;

    private static final int BUFFER = 64 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    /** How many bytes may still be unpacked, here and in archives inside of this one. */
    private final AtomicLong allowance;

    /** Opens an upload. @throws InvalidUploadException when it is no ZIP */
    public UploadedArchive(Path file) throws IOException, InvalidUploadException {
        this(file, new AtomicLong(Math.max(MIN_ALLOWANCE, Files.size(file) * MAX_PER_BYTE)));
    }

    private UploadedArchive(Path file, AtomicLong allowance) throws IOException, InvalidUploadException {
        this.allowance = allowance;
        this.zip = open(file);
        zip.stream().forEach(entry -> entries.put(slashes(entry.getName()), entry));
    }

    private static ZipFile open(Path file) throws IOException, InvalidUploadException {
        if (CentralDirectory.entries(file) > MAX_ENTRIES) {
            throw invalid("more than " + MAX_ENTRIES + " entries");
        }
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Opens a file that was unpacked from this one. */
    UploadedArchive inner(Path file) throws IOException, InvalidUploadException {
        return new UploadedArchive(file, allowance);
    }

    private static InvalidUploadException invalid(String reason) {
        return new InvalidUploadException(
                "InvalidArchive", "The archive is invalid or of an unknown format: " + reason);
    }

    /** The entry of a name, exactly so written but for the kind of slash. */
    public Optional<ZipEntry> find(String name) {
        return Optional.ofNullable(entries.get(slashes(name))).filter(entry -> !entry.isDirectory());
    }

    /** The first entry whose name ends so. */
    Optional<ZipEntry> ending(String... endings) {
        return zip.stream()
                .filter(entry ->
                        Arrays.stream(endings).anyMatch(slashes(entry.getName()).toLowerCase(Locale.ROOT)::endsWith))
                .map(ZipEntry.class::cast)
                .findFirst();
    }

    /** Reads an entry to its end, so that a damaged one is found. */
    public void check(ZipEntry entry) throws IOException, InvalidUploadException {
        copy(entry, OutputStream.nullOutputStream());
    }

    /** Copies an entry into a file; its SHA-256 in hex. */
    String extract(ZipEntry entry, Path file) throws IOException, InvalidUploadException {
        MessageDigest digest = sha256();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            copy(entry, new DigestOutputStream(out, digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first bytes of an entry, fewer if it is shorter. */
    public byte[] start(ZipEntry entry, int most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    /** A small entry's bytes. */
    byte[] bytes(ZipEntry entry, int most) throws IOException, InvalidUploadException {
        spend(entry);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw invalid("the entry " + entry.getName() + " is too large");
            }
            return bytes;
        } catch (ZipException e) {
            throw invalid(e.getMessage());
        }
    }

    private void spend(ZipEntry entry) throws InvalidUploadException {
        if (entry.getSize() < 0 || allowance.addAndGet(-entry.getSize()) < 0) {
            throw invalid("it unpacks to more than 200 times its size");
        }
    }

    private void copy(ZipEntry entry, OutputStream target) throws IOException, InvalidUploadException {
        spend(entry);
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32());
        try (InputStream in = zip.getInputStream(entry)) {
            copy(in, checked, entry.getSize());
        } catch (ZipException | EOFException e) {
            throw invalid("the entry " + entry.getName() + " is damaged");
        }
        if (checked.getChecksum().getValue() != entry.getCrc()) {
            throw invalid("the entry " + entry.getName() + " does not match its checksum");
        }
    }

    /** So many bytes and no more, since a damaged entry may unpack to more than it says. */
    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("the entry ended " + left + " bytes early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    private static String slashes(String name) {
        return name.replace('\\', '/');
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A file that was uploaded cannot be used; the message goes into {@code statusDetails}. */
    public static final class InvalidUploadException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        /** @param code of reference 7.7, for example {@code InvalidArchive} */
        public InvalidUploadException(String code, String details) {
            super(details);
            this.code = code;
        }

        /** For example {@code InvalidArchive}. */
        public String code() {
            return code;
        }
    }

    /** Counts a ZIP's entries by its last record, before anything is allocated for them. */
    private static final class CentralDirectory {
        private static final int END = 0x06054b50;
        private static final int END_64 = 0x06064b50;
        private static final int END_SIZE = 22;
        private static final int LOCATOR_SIZE = 20;
        private static final int MAX_COMMENT = 65_535;

        private CentralDirectory() {}

        /** The number of entries; 0 when the file has no such record, hence is no ZIP. */
        static long entries(Path file) throws IOException {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                int length = (int) Math.min(in.length(), END_SIZE + LOCATOR_SIZE + MAX_COMMENT);
                byte[] tail = new byte[length];
                in.seek(in.length() - length);
                in.readFully(tail);
                ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
                int end = find(buffer);
                if (end < 0) {
                    return 0;
                }
                int count = Short.toUnsignedInt(buffer.getShort(end + 10));
                return count == 0xFFFF && end >= LOCATOR_SIZE ? entries64(in, buffer.getLong(end - 12)) : count;
            }
        }

        private static int find(ByteBuffer tail) {
            for (int at = tail.capacity() - END_SIZE; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    return at;
                }
            }
            return -1;
        }

        private static long entries64(RandomAccessFile in, long position) throws IOException {
            if (position < 0 || position > in.length() - 56) {
                return 0xFFFF;
            }
            byte[] record = new byte[56];
            in.seek(position);
            in.readFully(record);
            ByteBuffer buffer = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
            return buffer.getInt(0) == END_64 ? buffer.getLong(32) : 0xFFFF;
        }
    }
}
