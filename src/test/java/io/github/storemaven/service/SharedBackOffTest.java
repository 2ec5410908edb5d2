package io.github.storemaven.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.testing.FakeTimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedBackOffTest {
    private static final Request CALL = Request.of("GET", URI.create("http://127.0.0.1/"));

    private final FakeTimeSource time = new FakeTimeSource();
    private final Deque<Response> responses = new ArrayDeque<>();
    private final List<Duration> sent = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Duration start = time.elapsed();
    private final SharedBackOff backOff = new SharedBackOff(
            request -> {
                sent.add(time.elapsed().minus(start));
                return responses.isEmpty() ? response(200, Map.of()) : responses.removeFirst();
            },
            time,
            new RetryPolicy(time, () -> 0.5),
            said::add);

    private static Response response(int status, Map<String, List<String>> headers) {
        return new Response(status, headers, new byte[0]);
    }

    @Test
    void a429IsSentAgainWhenItsTimeHasPassed() throws Exception {
        responses.add(response(429, Map.of("retry-after", List.of("7"))));
        responses.add(response(429, Map.of()));

        assertThat(backOff.send(CALL).status()).isEqualTo(200);
        assertThat(sent).containsExactly(Duration.ZERO, Duration.ofSeconds(7), Duration.ofSeconds(37));
        assertThat(said)
                .containsExactly(
                        "The Store answered 429 (too many requests); this build continues in 7 s",
                        "The Store answered 429 (too many requests); this build continues in 30 s");
    }

    @Test
    void a503OfOneHoldsBackTheNextRequestOfAnybody() throws Exception {
        responses.add(response(503, Map.of("retry-after", List.of("20"))));

        assertThat(backOff.send(CALL).status()).isEqualTo(503);
        assertThat(backOff.send(CALL).status()).isEqualTo(200);
        assertThat(sent).containsExactly(Duration.ZERO, Duration.ofSeconds(20));
    }

    @Test
    void aGoodResponseEndsTheTrouble() throws Exception {
        for (int i = 0; i < 30; i++) {
            responses.add(response(503, Map.of()));
            responses.add(response(404, Map.of()));
        }
        for (int i = 0; i < 60; i++) {
            backOff.send(CALL);
        }
        assertThat(backOff.exhausted()).isEmpty();
        assertThat(sent).hasSize(60);
    }

    @Test
    void nothingIsSentAfterTenMinutesOfTrouble() throws Exception {
        for (int i = 0; i < 100; i++) {
            responses.add(response(429, Map.of()));
        }
        assertThatThrownBy(() -> backOff.send(CALL))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        end -> assertThat(end.isTransient()).isFalse())
                .hasMessage("The Store has answered 429 for 10 minutes (there may be a daily limit)");
        int before = sent.size();
        assertThat(sent.get(before - 1)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThatThrownBy(() -> backOff.send(CALL)).isInstanceOf(NoResponseException.class);
        assertThat(sent).hasSize(before);
        assertThat(backOff.exhausted()).isPresent();
    }
}
