package io.github.storemaven.msix;

/** How much of one file is kept in memory, so that nothing that was made to do harm fills it. */
final class MemoryLimit {
    private static final int MAX_OBJECTS = 200_000;
    private static final int MAX_MANIFEST_BYTES = 16 * 1024 * 1024;

    private int objects = MAX_OBJECTS;
    private int manifestBytes = MAX_MANIFEST_BYTES;

    /** Files in the package, elements and attributes of manifests: what is kept, each of it an object. */
    void keep(int count) throws InvalidPackageException {
        objects -= count;
        if (objects < 0) {
            throw new InvalidPackageException(
                    "",
                    "has more than " + MAX_OBJECTS + " files and manifest elements",
                    "put many small files into one archive of your own");
        }
    }

    /** The bytes of a manifest, whose texts are kept. */
    void keepManifest(long size) throws InvalidPackageException {
        manifestBytes -= (int) Math.min(size, MAX_MANIFEST_BYTES);
        if (manifestBytes < 0) {
            throw new InvalidPackageException(
                    "",
                    "unpacks to far more than its size allows, as ZIP bombs do",
                    "store the packages in it uncompressed");
        }
    }
}
