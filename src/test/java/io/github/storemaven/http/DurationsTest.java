package io.github.storemaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.3S, 300 ms",
        "PT8S, 8 s",
        "PT4M10S, 4 min 10 s",
        "PT4M, 4 min",
        "PT1H, 1 h",
        "PT26H5M3S, 26 h 5 min",
        "P2D, 2 days",
        "P7D, 7 days",
        "PT50H, 2 days 2 h"
    })
    void areReadByAPerson(Duration duration, String words) {
        assertThat(Durations.readable(duration)).isEqualTo(words);
    }
}
