package io.github.storemaven.transfer;

import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.ThrowingSupplier;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The requests of a block upload to Azure's Blob Storage: List Blocks, Put Block, Put Block List. None has an Authorization
 * header: the SAS URL is signed. Each is sent again after a transient trouble, and to a fresh SAS URL when the one in use has
 * expired. Safe for several threads.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/put-block">Put Block</a>
 */
final class BlockBlobClient {
    /** The first one without the limit of 64 MiB; the signature's own sv is much older. */
    private static final String VERSION = "2019-12-12";

    /** A block of 2 MiB over one of 8 connections that share a quarter of a megabit a second takes nine minutes. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** Room for all attempts at their timeout. */
    private static final Duration OVERALL_LIMIT = TIMEOUT.multipliedBy(RetryPolicy.MAX_ATTEMPTS + 1);

    /** Twice the most blocks of a blob, those that it is made of and those that wait, at some hundred bytes each. */
    private static final int MAX_LIST_BYTES = 32 * 1024 * 1024;

    /** A fresh SAS URL that is refused like the one before is no accident. */
    private static final int MAX_SAS_URLS = 3;

    private final Transport transport;
    private final TimeSource time;
    private final RetryPolicy retryPolicy;
    private final RenewableSas sas;
    private volatile Duration lastExchange = Duration.ZERO;

    /**
     * A client for one blob.
     *
     * @param transport one that sends nothing again by itself
     */
    BlockBlobClient(Transport transport, TimeSource time, RetryPolicy retryPolicy, RenewableSas sas) {
        this.transport = transport;
        this.time = time;
        this.retryPolicy = retryPolicy.tellingOnce();
        this.sas = sas;
    }

    /** The names of the blocks that are there already. A response other than a list means none: it is only about saving. */
    Set<String> listBlocks() throws IOException, InterruptedException {
        Response response = send(address -> request("GET", address.allBlocks()).maxResponseBytes(MAX_LIST_BYTES));
        try {
            return response.isSuccess() ? BlockList.names(response.body()) : Set.of();
        } catch (IOException noList) {
            return Set.of();
        }
    }

    /**
     * Stores a block.
     *
     * @param content makes a body for each attempt
     */
    void stageBlock(BlockId id, Supplier<BodyPublisher> content) throws IOException, InterruptedException {
        requireSuccess(
                "a block", send(address -> request("PUT", address.block(id)).body(content.get())));
    }

    /** Makes the blob of its blocks. */
    void commitBlockList(List<BlockId> blocks) throws IOException, InterruptedException {
        String list = BlockList.write(blocks);
        requireSuccess(
                "the list of blocks",
                send(address -> request("PUT", address.blockList())
                        .header("Content-Type", "application/xml; charset=UTF-8")
                        .header("x-ms-blob-content-type", "application/zip")
                        .body(BodyPublishers.ofString(list))));
    }

    /** Makes an empty blob, which drops all blocks that wait; Azurite keeps them when an empty blob is put. */
    void clear() throws IOException, InterruptedException {
        commitBlockList(List.of());
    }

    /** How long the storage took to answer the last request, without delays and attempts before it. */
    Duration lastExchange() {
        return lastExchange;
    }

    private static Request request(String method, URI uri) {
        return Request.of(method, uri).timeout(TIMEOUT).within(OVERALL_LIMIT).header("x-ms-version", VERSION);
    }

    private void requireSuccess(String step, Response response) throws IOException {
        if (response.isSuccess()) {
            return;
        }
        StorageError error = StorageError.of(response, sas.inUse());
        UploadException failure = error.failure(step);
        throw error.blobIsUnfit() ? new RestartException(failure.getMessage()) : failure;
    }

    /** The last response, whatever its status. */
    private Response send(Function<SasUrl, Request> request) throws IOException, InterruptedException {
        for (int sasUrls = 1; ; sasUrls++) {
            Attempts attempts = new Attempts(request);
            Response response = send(attempts);
            if (sasUrls == MAX_SAS_URLS || !isExpired(response, attempts.sasUrl)) {
                return response;
            }
            sas.replace(attempts.sasUrl);
        }
    }

    private Response send(Attempts attempts) throws IOException, InterruptedException {
        try {
            return retryPolicy.send(this::timed, attempts);
        } catch (NoResponseException e) {
            throw new UploadException(
                    attempts.request.uri().getHost() + " did not respond in " + e.attempts()
                            + (e.attempts() == 1 ? " attempt" : " attempts") + " to " + attempts.request + " ("
                            + ForeignText.oneLine(e.reason())
                            + "). Check network, proxy and firewall for *.blob.core.windows.net. Run the same"
                            + " command again; the upload continues where it stopped.",
                    e);
        }
    }

    private Response timed(Request request) throws IOException, InterruptedException {
        Duration start = time.elapsed();
        Response response = transport.send(request);
        lastExchange = time.elapsed().minus(start);
        return response;
    }

    private static boolean isExpired(Response response, SasUrl sasUrl) {
        return response.status() == 403 && StorageError.of(response, sasUrl).signatureIsRefused();
    }

    /** Makes the request of each attempt for the SAS URL that is in use then. */
    private final class Attempts implements ThrowingSupplier<Request, IOException> {
        private final Function<SasUrl, Request> maker;
        private SasUrl sasUrl;
        private Request request;

        Attempts(Function<SasUrl, Request> maker) {
            this.maker = maker;
        }

        @Override
        public Request get() throws IOException, InterruptedException {
            sasUrl = sas.at(time.instant());
            request = maker.apply(sasUrl);
            return request;
        }
    }
}
