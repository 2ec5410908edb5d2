package io.github.storemaven.zip;

import io.github.storemaven.zip.ZipDirectory.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Opens the entries of one ZIP: stored ones in place, deflated ones by unpacking on the way, without a temporary file.
 * What is read and unpacked is limited for the file and all ZIPs inside it together.
 */
public final class ZipReader implements AutoCloseable {
    /** The remedy for any damage to a ZIP. */
    static final String AGAIN = "make or transfer the file again";

    static final int LOCAL_HEADER = 0x04034b50;

    private static final int HEADER_SIZE = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DESCRIPTOR_SIZE = 24;

    private final ByteSource zip;
    private final InflationLimit limit;

    private ZipReader(ByteSource zip, InflationLimit limit) {
        this.zip = zip;
        this.limit = limit;
    }

    /**
     * What the header in front of an entry's data has.
     *
     * @param size in bytes
     * @param version of ZIP that a reader needs
     */
    public record LocalHeader(int size, int version) {}

    /**
     * Opens a file.
     *
     * @throws IOException when it cannot be read; what it holds is looked at later
     */
    public static ZipReader open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        InflationLimit limit = new InflationLimit(channel.size());
        return new ZipReader(ByteSource.file(file, channel, limit), limit);
    }

    /** A ZIP that is an entry of this one. */
    public ZipReader inner(ByteSource entry) {
        return new ZipReader(entry, limit);
    }

    /** The list of contents, from its beginning. */
    public ZipDirectory directory() throws IOException {
        return new ZipDirectory(zip);
    }

    /** Where this ZIP is inside the file, for messages; empty for the file itself. */
    public String place() {
        return zip.place();
    }

    /** Where an entry is inside the file, by its name. */
    public String placeOf(String entryName) {
        return zip.placeOf(entryName);
    }

    /** In bytes. */
    public long size() {
        return zip.size();
    }

    /** The bytes of an entry. */
    public ByteSource open(Entry entry) throws IOException {
        return open(entry, InflatedSource.WINDOW, InflatedSource.CHUNK);
    }

    /** The same, for who reads but the beginning. */
    public ByteSource openBeginning(Entry entry) throws IOException {
        return open(entry, InflatedSource.CHUNK, InflatedSource.SMALL_CHUNK);
    }

    private ByteSource open(Entry entry, int window, int chunk) throws IOException {
        String place = zip.placeOf(entry.name());
        LocalHeader header = header(entry);
        ByteSource packed = zip.slice(place, entry.start() + header.size(), entry.packedSize());
        if (entry.isEncrypted()) {
            throw new InvalidZipException(
                    place, "is encrypted, which the Store cannot read", "make it without a password");
        }
        return switch (entry.method()) {
            case Entry.STORED -> stored(entry, packed);
            case Entry.DEFLATED -> new InflatedSource(packed, entry.size(), limit, window, chunk);
            default ->
                throw new InvalidZipException(
                        place,
                        "is compressed by method " + entry.method() + ", which packages cannot use",
                        "store or deflate it");
        };
    }

    /** Whether sizes of four bytes follow the data, where Windows wants eight. */
    public boolean hasShortDescriptor(Entry entry, LocalHeader header) throws IOException {
        long end = entry.start() + header.size() + entry.packedSize();
        if (!entry.hasDescriptor() || end > zip.size() - DESCRIPTOR_SIZE) {
            return false;
        }
        ByteBuffer descriptor = zip.readLittleEndian(end, DESCRIPTOR_SIZE);
        return descriptor.getInt(0) == DESCRIPTOR
                && (descriptor.getLong(8) != entry.packedSize() || descriptor.getLong(16) != entry.size());
    }

    /** The header in front of an entry's data. */
    public LocalHeader header(Entry entry) throws IOException {
        ByteBuffer header = zip.readLittleEndian(entry.start(), HEADER_SIZE);
        int size = HEADER_SIZE + Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28));
        if (header.getInt(0) != LOCAL_HEADER || entry.start() + size > zip.size() - entry.packedSize()) {
            throw new InvalidZipException(zip.placeOf(entry.name()), "is not where the list of contents says", AGAIN);
        }
        return new LocalHeader(size, Short.toUnsignedInt(header.getShort(4)));
    }

    /** A whole small entry, its checksum compared. */
    public byte[] readWhole(Entry entry, int maxBytes) throws IOException {
        String place = zip.placeOf(entry.name());
        if (entry.size() > maxBytes) {
            throw new InvalidZipException(
                    place,
                    "is larger than " + maxBytes / (1024 * 1024) + " MiB",
                    "no real one is; make the package again");
        }
        try (ByteSource content = open(entry)) {
            byte[] whole = content.read(0, (int) entry.size());
            CRC32 checksum = new CRC32();
            checksum.update(whole);
            if (checksum.getValue() != entry.crc()) {
                throw new InvalidZipException(place, "is damaged, its checksum is wrong", AGAIN);
            }
            return whole;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static ByteSource stored(Entry entry, ByteSource packed) throws InvalidZipException {
        if (entry.size() != entry.packedSize()) {
            throw new InvalidZipException(packed.place(), "is damaged, its two sizes differ", AGAIN);
        }
        return packed;
    }

    /**
     * What a deflated entry holds. The last bytes that were unpacked are at hand; a position before them starts from the
     * beginning, so readers move forward where they can.
     */
    private static final class InflatedSource extends ByteSource {
        static final int WINDOW = 4 * 1024 * 1024;
        static final int CHUNK = 64 * 1024;
        static final int SMALL_CHUNK = 1024;

        private final ByteSource packed;
        private final InflationLimit limit;
        private final Inflater inflater = new Inflater(true);
        private final byte[] window;
        private final int chunk;
        private long packedPosition;
        private long unpacked;
        private long furthest;

        InflatedSource(ByteSource packed, long size, InflationLimit limit, int window, int chunk) {
            super(packed.place(), size);
            this.packed = packed;
            this.limit = limit;
            this.window = new byte[(int) Math.min(window, Math.max(1, size))];
            this.chunk = chunk;
        }

        @Override
        void read(long position, byte[] into, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                int count = Math.min(length - done, window.length);
                unpackUntil(position + done, count);
                copyOut(position + done, into, offset + done, count);
                done += count;
            }
        }

        @Override
        public void close() {
            inflater.end();
        }

        private void unpackUntil(long position, int length) throws IOException {
            if (position < unpacked - window.length) {
                inflater.reset();
                packedPosition = 0;
                unpacked = 0;
            }
            while (unpacked < position + length) {
                long wanted = Math.min(chunk, position + length - unpacked);
                unpackSome((int) wanted);
            }
        }

        private void unpackSome(int wanted) throws IOException {
            int at = (int) (unpacked % window.length);
            int count = inflate(at, Math.min(wanted, window.length - at));
            if (count == 0) {
                feed();
            }
            unpacked += count;
            if (unpacked > furthest) {
                limit.consume(unpacked - furthest);
                furthest = unpacked;
            } else {
                limit.consumeAgain(count);
            }
        }

        private int inflate(int at, int length) throws InvalidZipException {
            try {
                return inflater.inflate(window, at, length);
            } catch (DataFormatException e) {
                throw damaged();
            }
        }

        private void feed() throws IOException {
            int length = (int) Math.min(chunk, packed.size() - packedPosition);
            if (length == 0 || !inflater.needsInput() || inflater.finished()) {
                throw damaged();
            }
            inflater.setInput(packed.read(packedPosition, length));
            packedPosition += length;
        }

        private void copyOut(long position, byte[] into, int offset, int length) {
            int from = (int) (position % window.length);
            int first = Math.min(length, window.length - from);
            System.arraycopy(window, from, into, offset, first);
            System.arraycopy(window, 0, into, offset + first, length - first);
        }

        private InvalidZipException damaged() {
            return new InvalidZipException(place(), "cannot be unpacked, its data is damaged", AGAIN);
        }
    }
}
