package io.github.storemaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final Request GET = Request.of("GET", URI.create("http://127.0.0.1/x"));
    private static final Request POST = Request.of("POST", URI.create("http://127.0.0.1/x"));

    private final FakeTimeSource time = new FakeTimeSource();
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Duration> timeouts = new ArrayList<>();
    private int sent;

    private final Transport transport = new RetryPolicy(time, () -> 0.5, lines::add).wrap(this::answer);

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 507, 520})
    void repeatsWhatMayPass(int status) throws Exception {
        answers.addAll(List.of(status(status), status(status), status(200)));

        assertThat(transport.send(GET).status()).isEqualTo(200);
        assertThat(sent).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 411})
    void handsOnWhatWillNot(int status) throws Exception {
        answers.add(status(status));

        assertThat(transport.send(GET).status()).isEqualTo(status);
    }

    @Test
    void repeatsAfterALostConnection() throws Exception {
        answers.addAll(List.of(new IOException("lost"), status(200)));

        assertThat(transport.send(GET).status()).isEqualTo(200);
    }

    @Test
    void doesNotRepeatAPostThatMayHaveHadItsEffect() throws Exception {
        answers.addAll(List.of(status(500)));
        assertThat(transport.send(POST).status()).isEqualTo(500);

        answers.addAll(List.of(new IOException("lost")));
        assertThatThrownBy(() -> transport.send(POST)).hasMessage("lost");
    }

    @Test
    void repeatsAPostThatWasThrottled() throws Exception {
        answers.addAll(List.of(status(429), status(201)));

        assertThat(transport.send(POST).status()).isEqualTo(201);
    }

    @Test
    void givesUpAfterSixTriesWithinHalfAMinute() {
        for (int i = 0; i < RetryPolicy.MAX_ATTEMPTS; i++) {
            answers.add(new IOException("lost " + i));
        }

        assertThatThrownBy(() -> transport.send(GET)).hasMessage("lost 5; 6 attempts in 31 s");
        assertThat(time.pauses())
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16));
    }

    @Test
    void keepsToRetryAfterInSecondsAndAsADateButNeverBeyondAMinute() throws Exception {
        answers.addAll(
                List.of(retryAfter("7"), retryAfter("Mon, 23 Nov 2026 12:00:17 GMT"), retryAfter("3600"), status(200)));

        transport.send(GET);

        assertThat(time.pauses())
                .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "Mon, 23 Nov 2026 11:00:00 GMT", "Mon, 23 Nov 2026 12:00:00 GMT", "soon", ""})
    void aWishThatIsPastOrNoneMeansTheBackOff(String value) throws Exception {
        answers.addAll(List.of(retryAfter(value), retryAfter(value), throttled("0"), status(200)));

        transport.send(GET);

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(60));
    }

    @Test
    void aWishThatIsEarlierThanTheBackOffDoesNotShortenIt() throws Exception {
        answers.addAll(List.of(status(503), status(503), status(503), retryAfter("1"), status(200)));

        transport.send(GET);

        assertThat(time.pauses()).last().isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void doesNotRepeatWhatStaysAsItIs() {
        answers.add(new NoResponseException("no TLS connection: PKIX path building failed", false, null));

        assertThatThrownBy(() -> transport.send(GET)).hasMessage("no TLS connection: PKIX path building failed");
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void tellsEachFurtherAttempt() throws Exception {
        answers.addAll(List.of(
                new NoResponseException("connection refused through the proxy p:3128", true, null),
                status(503),
                throttled("20"),
                status(200)));

        transport.send(GET);

        assertThat(lines)
                .containsExactly(
                        "127.0.0.1:80 did not answer: connection refused through the proxy p:3128; attempt 2 of"
                                + " 6 in 1 s",
                        "127.0.0.1:80 answered 503; attempt 3 of 6 in 2 s",
                        "127.0.0.1:80 answered 429; attempt 4 of 6 in 20 s");
    }

    @Test
    void eachAttemptGetsNoMoreThanTheTimeThatIsLeft() {
        for (int i = 0; i < RetryPolicy.MAX_ATTEMPTS; i++) {
            answers.add(new IOException("lost"));
        }

        assertThatThrownBy(
                        () -> transport.send(GET.within(Duration.ofSeconds(5)).timeout(Duration.ofSeconds(4))))
                .hasMessage("lost; 3 attempts in 3 s");
        assertThat(timeouts).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(2));
    }

    @Test
    void theLastAnswerIsHandedOnWhenTheTimeIsUp() throws Exception {
        answers.addAll(List.of(status(503), throttled("60")));

        assertThat(transport.send(GET.within(Duration.ofSeconds(30))).status()).isEqualTo(429);
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-11-23T12:00:01Z"));
    }

    @Test
    void waitsLongerWhenThrottledWithoutAWord() throws Exception {
        answers.addAll(List.of(status(429), status(429), status(429), status(429), status(200)));

        transport.send(GET);

        assertThat(time.pauses())
                .containsExactly(
                        Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    private Response answer(Request request) throws IOException {
        sent++;
        timeouts.add(request.timeout());
        Object next = answers.removeFirst();
        if (next instanceof IOException lost) {
            throw lost;
        }
        return (Response) next;
    }

    private static Response status(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    private static Response throttled(String value) {
        return new Response(429, Map.of("retry-after", List.of(value)), new byte[0]);
    }

    @Test
    void aNumberOfAnyLengthIsAWait() throws Exception {
        answers.addAll(List.of(throttled("99999999999999999999"), throttled("007"), status(200)));

        transport.send(GET);

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(7));
    }

    private static Response retryAfter(String value) {
        return new Response(503, Map.of("retry-after", List.of(value)), new byte[0]);
    }
}
