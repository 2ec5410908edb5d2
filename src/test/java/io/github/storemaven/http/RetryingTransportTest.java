package io.github.storemaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTransportTest {
    private static final Request GET = Request.of("GET", URI.create("http://127.0.0.1/x"));
    private static final Request POST = Request.of("POST", URI.create("http://127.0.0.1/x"));

    private final FakeTimer timer = new FakeTimer();
    private final Deque<Object> answers = new ArrayDeque<>();
    private int sent;

    private final Transport transport = new RetryingTransport(this::answer, timer, new RetryRule(() -> 0.5));

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
        for (int i = 0; i < RetryRule.TRIES; i++) {
            answers.add(new IOException("lost " + i));
        }

        assertThatThrownBy(() -> transport.send(GET)).hasMessage("lost 5");
        assertThat(timer.pauses())
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

        assertThat(timer.pauses())
                .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @Test
    void waitsLongerWhenThrottledWithoutAWord() throws Exception {
        answers.addAll(List.of(status(429), status(429), status(429), status(429), status(200)));

        transport.send(GET);

        assertThat(timer.pauses())
                .containsExactly(
                        Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    private Response answer(Request request) throws IOException {
        sent++;
        Object next = answers.removeFirst();
        if (next instanceof IOException lost) {
            throw lost;
        }
        return (Response) next;
    }

    private static Response status(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    private static Response retryAfter(String value) {
        return new Response(503, Map.of("retry-after", List.of(value)), new byte[0]);
    }
}
