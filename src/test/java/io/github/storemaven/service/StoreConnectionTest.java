package io.github.storemaven.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call comes to when answers are lost, odd, or beyond the limits. */
class StoreConnectionTest {
    private static final URI ROOT = URI.create("https://store.example");
    private static final Product.Application APP = new Product.Application("9PAPPDEMO001");

    private final FakeTimeSource time = new FakeTimeSource();
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<Request> sent = new ArrayList<>();
    private int tokens;
    private boolean endpointIsThere = true;

    @Test
    void a401WithoutAnotherTokenBlamesTheTokenEndpointAndLooksForNothing() throws Exception {
        answers.add(answer(401, ""));
        StoreClient store = store();
        endpointIsThere = false;

        StoreUnreachableException problem = assertThrows(
                StoreUnreachableException.class, () -> store.submissions(APP).create());

        assertTrue(
                problem.getMessage().contains("there is no token (No response from the token endpoint"),
                problem.getMessage());
        assertFalse(problem.getMessage().contains("did not answer"), problem.getMessage());
        assertFalse(problem.mayHaveTakenEffect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1111111111e2147483648"})
    void aNumberThatNobodyNeedsHidesNoErrorAndNoStatus(String number) throws Exception {
        answers.add(answer(400, "{\"code\": \"InvalidState\", \"x\": " + number + "}"));
        StoreRefusedException refused = assertThrows(StoreRefusedException.class, () -> store().product(APP));
        assertEquals("InvalidState", refused.error().orElseThrow().code());

        answers.add(answer(200, "{\"status\": \"CommitStarted\", \"x\": " + number + "}"));
        assertEquals("CommitStarted", store().submissions(APP).status("1").name());
    }

    @Test
    void aDocumentBeyondALimitIsAskedForOnceAndNamed() {
        answers.add(answer(200, "{\"x\": 1e99999}"));
        StoreUnreachableException problem = assertThrows(
                StoreUnreachableException.class, () -> store().submissions(APP).get("1"));
        assertTrue(problem.getMessage().contains("line 1, column"), problem.getMessage());

        answers.add(answer(200, "{\"x\": [" + "1,".repeat(200_000) + "1]}"));
        problem = assertThrows(
                StoreUnreachableException.class, () -> store().submissions(APP).get("1"));
        assertTrue(problem.getMessage().endsWith("more than 200,000 values"), problem.getMessage());
        assertEquals(2, sent.size());
    }

    @Test
    void theLimitOfAStatusBoundsItsRepetitions() {
        for (int i = 0; i < RetryPolicy.MAX_ATTEMPTS; i++) {
            answers.add(new ConnectException());
        }
        assertThrows(
                StoreUnreachableException.class, () -> store().submissions(APP).status("1", Duration.ofSeconds(5)));
        assertEquals(3, sent.size());
    }

    @Test
    void anErrorWithoutACodeIsShownAndNoneIsNot() throws Exception {
        answers.add(answer(200, """
            {"status": "CommitStarted", "statusDetails": {"errors": [{"details": "No code."},
             {"code": null, "details": "Null."}, {"code": "None", "details": "nothing"}, {}]}}\
            """));
        SubmissionStatus status = store().submissions(APP).status("1");
        assertEquals(
                List.of(new SubmissionStatus.Detail("", "No code."), new SubmissionStatus.Detail("", "Null.")),
                status.errors());
    }

    private StoreClient store() {
        TokenCache held = new TokenCache(
                new TokenEndpoint(URI.create("https://login.example"), this::token, time),
                new ClientSecret("tenant", "client", "secret", "here"));
        return new StoreClient(new StoreConnection(ROOT, held, this::send, new RetryPolicy(time, () -> 0.5)));
    }

    private Response token(Request request) throws IOException {
        if (tokens++ > 0 && !endpointIsThere) {
            throw new ConnectException("connection refused");
        }
        return answer(200, "{\"access_token\": \"t" + tokens + "\", \"expires_in\": 3599}");
    }

    private Response send(Request request) throws IOException {
        sent.add(request);
        Object next = answers.removeFirst();
        if (next instanceof IOException lost) {
            throw lost;
        }
        return (Response) next;
    }

    private static Response answer(int status, String body) {
        return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
