package io.github.storemaven.msix;

/**
 * One entry of a ZIP's central directory.
 *
 * @param name with slashes
 * @param method 0 stored, 8 deflated
 * @param encrypted whether it has a password
 * @param crc of the content
 * @param packedSize in the file
 * @param size unpacked
 * @param start of its local header
 */
record ZipPart(String name, int method, boolean encrypted, long crc, long packedSize, long size, long start) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
}
