package io.github.storemaven.transfer;

import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Sends a content to the address of a submission's blob, in blocks, several at once; what an earlier run has sent of the
 * same content is not sent again (design, section 4; submission-api.md, 8.5 and 8.6). Safe for several threads.
 */
public final class BlockUpload {
    private static final int MAX_ROUNDS = 2;

    private final Transport transport;
    private final TimeSource time;
    private final RetryPolicy retryPolicy;
    private final UploadSettings settings;

    /** @param transport one that does not repeat by itself */
    public BlockUpload(Transport transport, TimeSource time, RetryPolicy retryPolicy, UploadSettings settings) {
        this.transport = transport;
        this.time = time;
        this.retryPolicy = retryPolicy;
        this.settings = settings;
    }

    /**
     * Sends, and returns when the blob is whole.
     *
     * @throws SasExpiredException when a new draft is needed
     * @throws UploadException when the storage refuses, or does not answer
     * @throws FileChangedException when a file is no longer what it was
     * @throws IOException when a file cannot be read, or the service cannot be asked for a fresh address
     */
    public UploadReport send(UploadContent content, RenewableSas address, UploadListener listener)
            throws IOException, InterruptedException {
        listener.started(address.inUse().toString(), content.size());
        try {
            BlockBlobClient storage = new BlockBlobClient(transport, time, retryPolicy, address);
            UploadReport report = send(content, storage, new Progress(listener));
            listener.succeeded(report);
            return report;
        } catch (IOException | InterruptedException | RuntimeException e) {
            listener.failed(e);
            throw e;
        }
    }

    private UploadReport send(UploadContent content, BlockBlobClient storage, Progress progress)
            throws IOException, InterruptedException {
        Instant start = time.instant();
        for (int round = 1; ; round++) {
            try {
                sendOnce(content, storage, progress);
                return new UploadReport(
                        content.size(), progress.resumedBytes(), Duration.between(start, time.instant()));
            } catch (RestartException e) {
                if (round == MAX_ROUNDS) {
                    throw new UploadException("the upload was started again and failed again: " + e.getMessage(), e);
                }
                progress.startOver();
                clear(storage);
            }
        }
    }

    /** A blob that has moved, or that cannot be cleared, is sent anew all the same. */
    private static void clear(BlockBlobClient storage) throws IOException, InterruptedException {
        try {
            storage.clear();
        } catch (RestartException moved) {
            // The next round asks the new place which blocks it has.
        }
    }

    private void sendOnce(UploadContent content, BlockBlobClient storage, Progress progress)
            throws IOException, InterruptedException {
        Set<String> stored = storage.listBlocks();
        Duration firstExchange = storage.lastExchange();
        int blockSize = settings.blockSize(content.size());
        BlockSender sender = new BlockSender(content, blockSize, stored, storage, progress);
        storage.commitBlockList(sender.send(settings.parallelism(content.size(), firstExchange)));
    }

    /** Counts what is in the storage and tells the listener, never less than before, even when the blob is started over. */
    static final class Progress {
        private final UploadListener listener;
        private long stored;
        private long resumedBytes;
        private long reported;

        Progress(UploadListener listener) {
            this.listener = listener;
        }

        synchronized void sent(long bytes) {
            stored += bytes;
            report();
        }

        synchronized void resumed(long bytes) {
            resumedBytes += bytes;
            sent(bytes);
        }

        /** Nothing is in the storage any more. */
        synchronized void startOver() {
            stored = 0;
            resumedBytes = 0;
        }

        synchronized long resumedBytes() {
            return resumedBytes;
        }

        private void report() {
            if (stored > reported) {
                reported = stored;
                listener.progressed(reported);
            }
        }
    }
}
