package io.github.storemaven.zip;

/**
 * How much may be read and unpacked in all for one file, so that nothing that was made to do harm takes long. An honest
 * upload container is unpacked about three times over: once for its own list of contents, once for those of the packages
 * inside, once for what is in these.
 */
final class InflationLimit {
    private static final long START = 256L * 1024 * 1024;
    private static final long PER_BYTE = 8;
    private static final int MAX_PASSES = 6;

    private long bytes;
    private long bytesAgain;

    InflationLimit(long fileSize) {
        bytes = START + PER_BYTE * fileSize;
        bytesAgain = MAX_PASSES * bytes;
    }

    /** Bytes that are read from the file, or unpacked for the first time. */
    void consume(long count) throws InvalidZipException {
        bytes -= count;
        requireLeft(bytes);
    }

    /** Bytes that have been unpacked before. */
    void consumeAgain(long count) throws InvalidZipException {
        bytesAgain -= count;
        requireLeft(bytesAgain);
    }

    private static void requireLeft(long left) throws InvalidZipException {
        if (left < 0) {
            throw new InvalidZipException(
                    "",
                    "unpacks to far more than its size allows, as ZIP bombs do",
                    "store the packages in it uncompressed");
        }
    }
}
