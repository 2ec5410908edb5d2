package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What is uploaded: a fixed number of bytes, of which any range can be read at any time, by several threads at once. */
public interface UploadContent {
    /** The length in bytes. */
    long size();

    /**
     * Fills a buffer.
     *
     * @param offset of the first byte wanted
     * @param target is filled from its position to its limit, which must not lie beyond the end of the content
     * @throws FileChangedException when a file is no longer what it was when the content was made
     */
    void read(long offset, ByteBuffer target) throws IOException;

    /** Whether a range holds something that can be told only when all else was read, so that it is best read last. */
    default boolean needsChecksums(long offset, long length) {
        return false;
    }
}
