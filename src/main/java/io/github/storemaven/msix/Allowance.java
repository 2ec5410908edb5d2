package io.github.storemaven.msix;

/**
 * How many bytes may be read and unpacked in all for one file, so that no ZIP bomb takes long. An honest upload
 * container is unpacked about three times over, because what is inside is compressed already.
 */
final class Allowance {
    private static final long START = 256L * 1024 * 1024;
    private static final long PER_BYTE = 8;

    private final String place;
    private long left;

    Allowance(String place, long fileSize) {
        this.place = place;
        this.left = START + PER_BYTE * fileSize;
    }

    void take(long bytes) throws DamagedPackage {
        left -= bytes;
        if (left < 0) {
            throw new DamagedPackage(
                    place,
                    "holds far more when unpacked than its size allows, as ZIP bombs do",
                    "store the packages in it uncompressed");
        }
    }
}
