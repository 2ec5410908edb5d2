package io.github.storemaven.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.testing.FakeTimeSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Request CALL = Request.of("GET", URI.create("http://127.0.0.1/"));

    private final FakeTimeSource time = new FakeTimeSource();
    private final List<Instant> sent = new ArrayList<>();

    @Test
    void letsABurstThroughAndNeverMoreInAnyMinute() throws Exception {
        Throttle throttle = throttle(new ArrayDeque<>());
        for (int i = 0; i < 65; i++) {
            throttle.send(CALL);
        }

        assertThat(sent.subList(0, 20)).containsOnly(sent.get(0));
        for (int i = 20; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 20), sent.get(i))).isGreaterThan(Duration.ofSeconds(60));
        }
        assertThat(time.instant()).isEqualTo(sent.get(0).plusSeconds(183));
    }

    @Test
    void countsTheCallsOfOtherModules() throws Exception {
        Deque<Long> shared = new ArrayDeque<>();
        for (int i = 0; i < 15; i++) {
            throttle(shared).send(CALL);
        }
        Throttle other = throttle(shared);
        for (int i = 0; i < 6; i++) {
            other.send(CALL);
        }

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(61));
    }

    @Test
    void aStepOfTheClockOnTheWallChangesNothing() throws Exception {
        AtomicLong steps = new AtomicLong();
        TimeSource stepping = new TimeSource() {
            @Override
            public Instant instant() {
                return Instant.EPOCH.minusSeconds(steps.incrementAndGet() * 3600);
            }

            @Override
            public Duration elapsed() {
                return time.elapsed();
            }

            @Override
            public void sleep(Duration duration) {
                time.sleep(duration);
            }
        };
        Throttle throttle = new Throttle(
                request -> new Response(200, Map.of(), new byte[0]), stepping, 20, new ArrayDeque<>(), lines::add);
        for (int i = 0; i < 21; i++) {
            throttle.send(CALL);
        }

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(61));
        assertThat(lines)
                .containsExactly("Waiting 61 s, since the Store allows 20 requests a minute (requestsPerMinute)");
    }

    private final List<String> lines = new ArrayList<>();

    private Throttle throttle(Deque<Long> moments) {
        return new Throttle(
                request -> {
                    sent.add(time.instant());
                    return new Response(200, Map.of(), new byte[0]);
                },
                time,
                20,
                moments);
    }
}
