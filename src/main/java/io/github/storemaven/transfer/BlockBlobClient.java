package io.github.storemaven.transfer;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The three requests of a block upload (submission-api.md, 8.6). None has an Authorization header: the address is signed. */
final class BlockBlobClient {
    /** The first one without the limit of 64 MiB; the signature's own sv is much older. */
    private static final String VERSION = "2019-12-12";

    /** A block of 2 MiB over one of 8 connections that share a quarter of a megabit a second takes nine minutes. */
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    /** Twice the most blocks of a blob, those that it is made of and those that wait, at some hundred bytes each. */
    private static final int LARGEST_LIST = 32 * 1024 * 1024;

    private final StorageCalls calls;

    BlockBlobClient(StorageCalls calls) {
        this.calls = calls;
    }

    /** The names of the blocks that are there already. An answer other than a list means none: it is only about saving. */
    Set<String> blocks() throws IOException, InterruptedException {
        Response answer =
                calls.send(address -> request("GET", address.allBlocks()).maxResponseBytes(LARGEST_LIST));
        try {
            return answer.isSuccess() ? BlockList.names(answer.body()) : Set.of();
        } catch (IOException noList) {
            return Set.of();
        }
    }

    /** How long the storage took to answer last. */
    Duration lastExchange() {
        return calls.lastExchange();
    }

    /**
     * Stores a block.
     *
     * @param content makes a body for each try
     */
    void put(BlockId id, Supplier<BodyPublisher> content) throws IOException, InterruptedException {
        accepted(
                "a block",
                calls.send(address -> request("PUT", address.block(id)).body(content.get())));
    }

    /** Makes the blob of its blocks. */
    void commit(List<BlockId> blocks) throws IOException, InterruptedException {
        String list = BlockList.write(blocks);
        accepted(
                "the list of blocks",
                calls.send(address -> request("PUT", address.blockList())
                        .header("UploadContent-Type", "application/xml; charset=UTF-8")
                        .header("x-ms-blob-content-type", "application/zip")
                        .body(BodyPublishers.ofString(list))));
    }

    /** Makes an empty blob, which drops all blocks that wait; Azurite keeps them when an empty blob is put. */
    void clear() throws IOException, InterruptedException {
        commit(List.of());
    }

    private static Request request(String method, URI uri) {
        return Request.of(method, uri).timeout(DEADLINE).header("x-ms-version", VERSION);
    }

    private void accepted(String step, Response answer) throws IOException {
        if (answer.isSuccess()) {
            return;
        }
        StorageError error = StorageError.of(answer, calls.address());
        UploadException failure = error.failure(step);
        throw error.blobIsUnfit() ? new RestartException(failure.getMessage()) : failure;
    }
}
