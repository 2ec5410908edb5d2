package io.github.storemaven.transfer;

/** Hears how an upload goes, one call at a time, from several threads. */
public interface UploadListener {
    /**
     * The first call.
     *
     * @param address without a signature
     * @param total in bytes
     */
    default void started(String address, long total) {}

    /**
     * More bytes are in the storage.
     *
     * @param bytes from the start of the archive's upload, never less than before, those that were there already included
     */
    default void progressed(long bytes) {}

    /** The last call, when the blob is whole. */
    default void succeeded(UploadReport report) {}

    /** The last call, when it is not. */
    default void failed(Exception problem) {}
}
