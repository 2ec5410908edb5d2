package io.github.storemaven.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;

class StorageCallsTest {
    private static final SasUrl ADDRESS = SasUrl.of("https://blob.example/c/b?sv=1&sig=abcdefgh");

    private final FakeTimeSource time = new FakeTimeSource();
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();
    private final StorageCalls calls = new StorageCalls(
            this::answer,
            time,
            new RetryPolicy(() -> 0.5, lines::add),
            new CurrentAddress(ADDRESS, FreshAddress.none()));

    @Test
    void aBusyStorageIsNotTakenForAFarOne() throws Exception {
        answers.addAll(List.of(status(503), status(503), status(200)));

        send();

        assertEquals(Duration.ofMillis(100), calls.lastExchange());
    }

    @Test
    void aTroubleIsToldOnce() throws Exception {
        answers.addAll(List.of(status(503), status(503), status(503), status(503), status(200)));
        send();
        answers.addAll(List.of(new ConnectException(), status(200)));
        send();

        assertEquals(List.of("blob.example answered 503 (GET https://blob.example/c/b); attempt 2 of 6 in 1 s"), lines);
    }

    @Test
    void whoDidNotAnswerIsNamedWithoutTheSignature() {
        for (int i = 0; i < RetryPolicy.TRIES; i++) {
            answers.add(new ConnectException("connection refused"));
        }

        assertEquals(
                "blob.example did not respond in 6 attempts to GET https://blob.example/c/b (connection refused)."
                        + " Check network, proxy and firewall for *.blob.core.windows.net. Run the same command again; the"
                        + " upload continues where it stopped.",
                assertThrows(UploadException.class, this::send).getMessage());
    }

    private Response send() throws IOException, InterruptedException {
        return calls.send(address -> Request.of("GET", address.blob()));
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
