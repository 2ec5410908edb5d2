package io.github.storemaven.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * What one reading of a file has told, so that nobody needs to open it again: its first bytes for checks, a digest for its
 * name, the checksum for an archive. Size and time are those of before the reading.
 */
public final class FileContent {
    /** Enough for the headers of pictures. */
    private static final int START = 64;

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final long size;
    private final FileTime modified;
    private final byte[] start;
    private Optional<String> sha256 = Optional.empty();
    private OptionalInt crc32 = OptionalInt.empty();

    private FileContent(Path file, BasicFileAttributes attributes, byte[] start) {
        this.file = file;
        this.size = attributes.size();
        this.modified = attributes.lastModifiedTime();
        this.start = start;
    }

    /** Reads the first bytes only. */
    public static FileContent startOf(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        try (InputStream in = Files.newInputStream(file)) {
            return new FileContent(file, attributes, in.readNBytes(START));
        }
    }

    /**
     * Reads a file as a whole; only its first bytes where it begins otherwise than it should, or is larger than allowed.
     *
     * @param largest in bytes
     * @param signature the bytes that a file of its kind begins with; none for any file
     */
    public static FileContent of(Path file, long largest, byte... signature) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        try (InputStream in = Files.newInputStream(file)) {
            FileContent content = new FileContent(file, attributes, in.readNBytes(START));
            if (content.startsWith(signature) && content.size <= largest) {
                content.digest(in);
            }
            return content;
        }
    }

    private void digest(InputStream rest) throws IOException {
        MessageDigest digest = digest();
        CRC32 checksum = new CRC32();
        digest.update(start);
        checksum.update(start);
        byte[] buffer = new byte[BUFFER];
        for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
            digest.update(buffer, 0, count);
            checksum.update(buffer, 0, count);
        }
        sha256 = Optional.of(HexFormat.of().formatHex(digest.digest()));
        crc32 = OptionalInt.of((int) checksum.getValue());
    }

    public Path file() {
        return file;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public FileTime modified() {
        return modified;
    }

    public boolean startsWith(byte... signature) {
        return start.length >= signature.length
                && Arrays.equals(start, 0, signature.length, signature, 0, signature.length);
    }

    /** The first bytes, 64 at most. */
    public byte[] start() {
        return start.clone();
    }

    /** In hexadecimal digits; empty where only the first bytes were read. */
    public Optional<String> sha256() {
        return sha256;
    }

    /** Empty where only the first bytes were read. */
    public OptionalInt crc32() {
        return crc32;
    }

    /** The digest of some bytes, in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** A new SHA-256. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
