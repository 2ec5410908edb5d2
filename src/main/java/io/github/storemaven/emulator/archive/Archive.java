package io.github.storemaven.emulator.archive;

import io.github.storemaven.emulator.web.Streams;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/** A ZIP on disk: entries by name with {@code \} and {@code /} alike (8.2), bounded against bombs, checksums checked. */
public final class Archive implements AutoCloseable {
    private static final int MOST_ENTRIES = 100_000;
    private static final long SMALL = 64L * 1024 * 1024;
    private static final long MOST_PER_BYTE = 200;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    /** How many bytes may still be unpacked, here and in archives inside of this one. */
    private final AtomicLong allowance;

    /** Opens an upload. @throws ArchiveProblem when it is no ZIP */
    public Archive(Path file) throws IOException, ArchiveProblem {
        this(file, new AtomicLong(Math.max(SMALL, Files.size(file) * MOST_PER_BYTE)));
    }

    private Archive(Path file, AtomicLong allowance) throws IOException, ArchiveProblem {
        this.allowance = allowance;
        this.zip = open(file);
        zip.stream().forEach(entry -> entries.put(slashes(entry.getName()), entry));
    }

    private static ZipFile open(Path file) throws IOException, ArchiveProblem {
        if (CentralDirectory.entries(file) > MOST_ENTRIES) {
            throw invalid("more than " + MOST_ENTRIES + " entries");
        }
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Opens a file that was unpacked from this one. */
    Archive inner(Path file) throws IOException, ArchiveProblem {
        return new Archive(file, allowance);
    }

    private static ArchiveProblem invalid(String reason) {
        return new ArchiveProblem("InvalidArchive", "The archive is invalid or of an unknown format: " + reason);
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
    public void check(ZipEntry entry) throws IOException, ArchiveProblem {
        copy(entry, OutputStream.nullOutputStream());
    }

    /** Copies an entry into a file; its SHA-256 in hex. */
    String extract(ZipEntry entry, Path file) throws IOException, ArchiveProblem {
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
    byte[] bytes(ZipEntry entry, int most) throws IOException, ArchiveProblem {
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

    private void spend(ZipEntry entry) throws ArchiveProblem {
        if (entry.getSize() < 0 || allowance.addAndGet(-entry.getSize()) < 0) {
            throw invalid("it unpacks to more than 200 times its size");
        }
    }

    private void copy(ZipEntry entry, OutputStream target) throws IOException, ArchiveProblem {
        spend(entry);
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32());
        try (InputStream in = zip.getInputStream(entry)) {
            Streams.copy(in, checked, entry.getSize());
        } catch (ZipException | EOFException e) {
            throw invalid("the entry " + entry.getName() + " is damaged");
        }
        if (checked.getChecksum().getValue() != entry.getCrc()) {
            throw invalid("the entry " + entry.getName() + " does not match its checksum");
        }
    }

    private static String slashes(String name) {
        return name.replace('\\', '/');
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
