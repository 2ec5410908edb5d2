package io.github.storemaven.transfer;

import io.github.storemaven.http.RetryRule;
import io.github.storemaven.http.Timer;
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
    private static final int MOST_ROUNDS = 2;

    private final Transport transport;
    private final Timer timer;
    private final RetryRule rule;
    private final UploadSettings settings;

    /** @param transport one that does not repeat by itself */
    public BlockUpload(Transport transport, Timer timer, RetryRule rule, UploadSettings settings) {
        this.transport = transport;
        this.timer = timer;
        this.rule = rule;
        this.settings = settings;
    }

    /**
     * Sends, and returns when the blob is whole.
     *
     * @throws UploadAddressExpired when a new draft is needed
     * @throws UploadFailed when the storage refuses, or does not answer
     * @throws FileChanged when a file is no longer what it was
     * @throws IOException when a file cannot be read, or the service cannot be asked for a fresh address
     */
    public UploadReport send(Content content, UploadAddress address, UploadListener listener, FreshAddress fresh)
            throws IOException, InterruptedException {
        listener.started(address.toString(), content.size());
        try {
            CurrentAddress current = new CurrentAddress(address, fresh);
            BlockStorage storage = new BlockStorage(new StorageCalls(transport, timer, rule, current));
            UploadReport report = send(content, storage, new Progress(listener));
            listener.succeeded(report);
            return report;
        } catch (IOException | InterruptedException | RuntimeException e) {
            listener.failed(e);
            throw e;
        }
    }

    private UploadReport send(Content content, BlockStorage storage, Progress progress)
            throws IOException, InterruptedException {
        Instant start = timer.now();
        for (int round = 1; ; round++) {
            try {
                sendOnce(content, storage, progress);
                return new UploadReport(content.size(), progress.alreadyThere(), Duration.between(start, timer.now()));
            } catch (StartOver e) {
                if (round == MOST_ROUNDS) {
                    throw new UploadFailed("started over already, and again: " + e.getMessage(), e);
                }
                progress.startOver();
                clear(storage);
            }
        }
    }

    /** A blob that has moved, or that cannot be cleared, is sent anew all the same. */
    private static void clear(BlockStorage storage) throws IOException, InterruptedException {
        try {
            storage.clear();
        } catch (StartOver moved) {
            // The next round asks the new place which blocks it has.
        }
    }

    private void sendOnce(Content content, BlockStorage storage, Progress progress)
            throws IOException, InterruptedException {
        Set<String> there = storage.blocks();
        Duration firstExchange = storage.lastExchange();
        int blockSize = settings.blockSize(content.size());
        BlockRun run = new BlockRun(content, blockSize, there, storage, progress);
        Crew.run(settings.parallelism(content.size(), firstExchange), run::work);
        storage.commit(run.ids());
    }
}
