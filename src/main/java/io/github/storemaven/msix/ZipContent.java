package io.github.storemaven.msix;

import static io.github.storemaven.msix.ZipEnd.AGAIN;
import static io.github.storemaven.msix.ZipEnd.little;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Opens the entries of one ZIP: stored ones in place, deflated ones by unpacking on the way. */
record ZipContent(Bytes zip, Allowance allowance) {
    private static final int HEADER = 0x04034b50;
    private static final int HEADER_SIZE = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DESCRIPTOR_SIZE = 24;

    /** A ZIP that is an entry of this one. */
    ZipContent inner(Bytes entry) {
        return new ZipContent(entry, allowance);
    }

    /** What the header in front of an entry's data says. */
    record LocalHeader(int size, int version) {}

    /** The bytes of an entry. */
    Bytes open(ZipPart part) throws IOException {
        return open(part, false);
    }

    /** The same, for who reads but the beginning. */
    Bytes glance(ZipPart part) throws IOException {
        return open(part, true);
    }

    private Bytes open(ZipPart part, boolean glance) throws IOException {
        String place = zip.inside(part.name());
        LocalHeader header = header(part);
        Bytes packed = new SlicedBytes(place, zip, part.start() + header.size(), part.packedSize());
        if (part.encrypted()) {
            throw new DamagedPackage(place, "is encrypted, which the Store cannot read", "make it without a password");
        }
        return switch (part.method()) {
            case ZipPart.STORED -> stored(part, packed);
            case ZipPart.DEFLATED ->
                glance
                        ? InflatedBytes.glance(place, packed, part.size(), allowance)
                        : InflatedBytes.whole(place, packed, part.size(), allowance);
            default ->
                throw new DamagedPackage(
                        place,
                        "is compressed by method " + part.method() + ", which packages cannot use",
                        "store or deflate it");
        };
    }

    /** Whether sizes of four bytes follow the data, where Windows wants eight. */
    boolean isShortlyDescribed(ZipPart part, LocalHeader header) throws IOException {
        long end = part.start() + header.size() + part.packedSize();
        if (!part.described() || end > zip.size() - DESCRIPTOR_SIZE) {
            return false;
        }
        ByteBuffer descriptor = little(zip.read(end, DESCRIPTOR_SIZE));
        return descriptor.getInt(0) == DESCRIPTOR
                && (descriptor.getLong(8) != part.packedSize() || descriptor.getLong(16) != part.size());
    }

    /** The header in front of an entry's data. */
    LocalHeader header(ZipPart part) throws IOException {
        ByteBuffer header = little(zip.read(part.start(), HEADER_SIZE));
        int size = HEADER_SIZE + Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28));
        if (header.getInt(0) != HEADER || part.start() + size > zip.size() - part.packedSize()) {
            throw new DamagedPackage(zip.inside(part.name()), "is not where the list of contents says", AGAIN);
        }
        return new LocalHeader(size, Short.toUnsignedInt(header.getShort(4)));
    }

    /** A whole small entry, its checksum compared. */
    byte[] readWhole(ZipPart part, int largest) throws IOException {
        String place = zip.inside(part.name());
        if (part.size() > largest) {
            String limit = largest / (1024 * 1024) + " MiB";
            throw new DamagedPackage(place, "is larger than " + limit, "no real one is; make the package again");
        }
        try (Bytes content = open(part)) {
            byte[] whole = content.read(0, (int) part.size());
            CRC32 checksum = new CRC32();
            checksum.update(whole);
            if (checksum.getValue() != part.crc()) {
                throw new DamagedPackage(place, "is damaged, its checksum is wrong", AGAIN);
            }
            return whole;
        }
    }

    private static Bytes stored(ZipPart part, Bytes packed) throws DamagedPackage {
        if (part.size() != part.packedSize()) {
            throw new DamagedPackage(packed.place(), "is damaged, its two sizes differ", AGAIN);
        }
        return packed;
    }
}
