package io.github.storemaven.msix;

/**
 * One entry of a ZIP's central directory.
 *
 * @param name with slashes
 * @param method 0 stored, 8 deflated
 * @param version of ZIP that a reader needs
 * @param flags of the entry
 * @param crc of the content
 * @param packedSize in the file
 * @param size unpacked
 * @param start of its local header
 */
record ZipPart(String name, int method, int version, int flags, long crc, long packedSize, long size, long start) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** Whether it has a password. */
    boolean encrypted() {
        return (flags & 1) != 0;
    }

    /** Whether its sizes are written behind its data too. */
    boolean described() {
        return (flags & 8) != 0;
    }
}
