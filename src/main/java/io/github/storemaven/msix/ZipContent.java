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

    /** A ZIP that is an entry of this one. */
    ZipContent inner(Bytes entry) {
        return new ZipContent(entry, allowance);
    }

    /** The bytes of an entry. */
    Bytes open(ZipPart part) throws IOException {
        String place = zip.place() + " > " + part.name();
        Bytes packed = new SlicedBytes(place, zip, dataStart(part, place), part.packedSize());
        if (part.encrypted()) {
            throw new DamagedPackage(place, "is encrypted, which the Store cannot read", "make it without a password");
        }
        return switch (part.method()) {
            case ZipPart.STORED -> stored(part, packed);
            case ZipPart.DEFLATED -> new InflatedBytes(place, packed, part.size(), allowance);
            default ->
                throw new DamagedPackage(
                        place,
                        "is compressed by method " + part.method() + ", which packages cannot use",
                        "store or deflate it");
        };
    }

    /** A whole small entry, its checksum compared. */
    byte[] readWhole(ZipPart part, int largest) throws IOException {
        String place = zip.place() + " > " + part.name();
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

    private long dataStart(ZipPart part, String place) throws IOException {
        ByteBuffer header = little(zip.read(part.start(), HEADER_SIZE));
        long start = part.start()
                + HEADER_SIZE
                + Short.toUnsignedInt(header.getShort(26))
                + Short.toUnsignedInt(header.getShort(28));
        if (header.getInt(0) != HEADER || start > zip.size() - part.packedSize()) {
            throw new DamagedPackage(place, "is not where the list of contents says", AGAIN);
        }
        return start;
    }
}
