package io.github.storemaven.emulator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Requests that come while the server closes: dropped without a trace on standard error. */
class ConnectionsTest {
    @Test
    void aRequestThatComesAfterTheEndIsDropped() {
        AtomicBoolean ran = new AtomicBoolean();
        Connections connections = new Connections(1, Duration.ofSeconds(30));
        connections.close();
        assertThatCode(() -> connections.execute(() -> ran.set(true))).doesNotThrowAnyException();
        assertThat(ran).isFalse();
    }

    @Test
    void aRequestThatHasBegunWhenTheTimerEndsIsNotDisturbed() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        try (Connections connections = new Connections(1, Duration.ofSeconds(30))) {
            connections.endTimer();
            connections.execute(ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
