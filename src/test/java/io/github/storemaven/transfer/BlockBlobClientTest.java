package io.github.storemaven.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class BlockBlobClientTest {
    private static final SasUrl ADDRESS = SasUrl.of("https://blob.example/c/b?sv=1&sig=abcdefgh");

    private final FakeTimeSource time = new FakeTimeSource();
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();
    private final BlockBlobClient client = new BlockBlobClient(
            this::answer,
            time,
            new RetryPolicy(time, () -> 0.5, lines::add),
            new RenewableSas(ADDRESS, Optional::empty));

    @Test
    void aBusyStorageIsNotTakenForAFarOne() throws Exception {
        answers.addAll(List.of(status(503), status(503), status(200)));

        client.listBlocks();

        assertEquals(Duration.ofMillis(100), client.lastExchange());
    }

    @Test
    void aTroubleIsToldOnce() throws Exception {
        answers.addAll(List.of(status(503), status(503), status(503), status(503), status(200)));
        client.listBlocks();
        answers.addAll(List.of(new ConnectException(), status(200)));
        client.listBlocks();

        assertEquals(List.of("blob.example:443 answered 503; attempt 2 of 6 in 1 s"), lines);
    }

    @Test
    void whoDidNotAnswerIsNamedWithoutTheSignature() {
        for (int i = 0; i < RetryPolicy.MAX_ATTEMPTS; i++) {
            answers.add(new ConnectException("connection refused"));
        }

        assertEquals(
                "blob.example did not respond in 6 attempts to GET https://blob.example/c/b (connection refused)."
                        + " Check network, proxy and firewall for *.blob.core.windows.net. Run the same command again; the"
                        + " upload continues where it stopped.",
                assertThrows(UploadException.class, client::listBlocks).getMessage());
    }

    /** Nobody waits at a lock, where an interrupt would not reach him. */
    @Test
    void anInterruptReachesWhoWaitsForAnotherThreadsRenewal() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        BlockBlobClient expired = new BlockBlobClient(
                request -> new Response(403, Map.of("x-ms-error-code", List.of("AuthenticationFailed")), new byte[0]),
                time,
                new RetryPolicy(time, () -> 0.5),
                new RenewableSas(ADDRESS, () -> {
                    asked.countDown();
                    never.await();
                    return Optional.empty();
                }));
        FutureTask<Set<String>> first = new FutureTask<>(expired::listBlocks);
        Thread asking = new Thread(first);
        asking.start();
        asked.await();

        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, expired::listBlocks);
        never.countDown();
        ExecutionException end = assertThrows(ExecutionException.class, first::get);
        assertInstanceOf(SasExpiredException.class, end.getCause());
    }

    private Response answer(Request request) throws IOException {
        time.sleep(Duration.ofMillis(100));
        Object next = answers.removeFirst();
        if (next instanceof IOException lost) {
            throw lost;
        }
        return (Response) next;
    }

    private static Response status(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }
}
