package io.github.storemaven.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollIntervalTest {
    @ParameterizedTest
    @CsvSource({"0, 3", "15, 3", "20, 4", "100, 20", "300, 60", "86400, 60"})
    void ofTheStoreIsAFifthOfTheTimeWithinBounds(long passed, long interval) {
        assertThat(PollInterval.OF_THE_STORE.after(Duration.ofSeconds(passed))).isEqualTo(Duration.ofSeconds(interval));
    }

    @ParameterizedTest
    @CsvSource({"0, 300", "1500, 300", "2000, 400", "86400000, 60000"})
    void ofARehearsalTakesAMoment(long passed, long interval) {
        assertThat(PollInterval.OF_A_REHEARSAL.after(Duration.ofMillis(passed))).isEqualTo(Duration.ofMillis(interval));
    }
}
