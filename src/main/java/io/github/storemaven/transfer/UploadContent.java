package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

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

    /**
     * Reads what has to be known of the content, before it is sent; what has not been read then is read with it.
     *
     * @param wanted whether to go on
     */
    default void readAhead(BooleanSupplier wanted) throws IOException {}

    /** Whether a range holds something that can be told only when all else was read, so that it is best read last. */
    default boolean needsChecksums(long offset, long length) {
        return false;
    }
}
