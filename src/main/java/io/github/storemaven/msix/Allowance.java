package io.github.storemaven.msix;

/**
 * How much may be read, unpacked and kept in all for one file, so that nothing that was made to do harm takes long or
 * fills the memory. An honest upload container is unpacked about three times over: once for its own list of contents,
 * once for those of the packages inside, once for what is in these.
 */
final class Allowance {
    private static final long START = 256L * 1024 * 1024;
    private static final long PER_BYTE = 8;
    private static final int PASSES = 6;
    private static final int MOST_THINGS = 200_000;
    private static final int MOST_MANIFEST_BYTES = 16 * 1024 * 1024;

    private long bytes;
    private long bytesAgain;
    private int things = MOST_THINGS;
    private int manifestBytes = MOST_MANIFEST_BYTES;

    Allowance(long fileSize) {
        bytes = START + PER_BYTE * fileSize;
        bytesAgain = PASSES * bytes;
    }

    /** Bytes that are read from the file, or unpacked for the first time. */
    void take(long count) throws DamagedPackage {
        bytes -= count;
        refuse(bytes < 0);
    }

    /** Bytes that have been unpacked before. */
    void takeAgain(long count) throws DamagedPackage {
        bytesAgain -= count;
        refuse(bytesAgain < 0);
    }

    /** Files in the package, elements and attributes of manifests: what is kept, each of it an object. */
    void keep(int count) throws DamagedPackage {
        things -= count;
        if (things < 0) {
            throw new DamagedPackage(
                    "",
                    "has more than " + MOST_THINGS + " files and manifest elements",
                    "put many small files into one archive of your own");
        }
    }

    /** The bytes of a manifest, whose texts are kept. */
    void keepManifest(int size) throws DamagedPackage {
        manifestBytes -= size;
        refuse(manifestBytes < 0);
    }

    private static void refuse(boolean spent) throws DamagedPackage {
        if (spent) {
            throw new DamagedPackage(
                    "",
                    "holds far more when unpacked than its size allows, as ZIP bombs do",
                    "store the packages in it uncompressed");
        }
    }
}
