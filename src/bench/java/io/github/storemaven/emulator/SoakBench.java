package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million requests to the embedded Store. */
@Tag("bench")
class SoakBench {
    @Test
    void theHeapDoesNotGrowOverAMillionRequests() throws Exception {
        try (StoreFixture scene = new StoreFixture()) {
            assertThat(new Soak(scene).growth(20_000, 1_000_000)).isLessThan(8 * 1024 * 1024);
            assertThat(scene.store.requestCount()).isGreaterThan(1_000_000);
        }
    }
}
