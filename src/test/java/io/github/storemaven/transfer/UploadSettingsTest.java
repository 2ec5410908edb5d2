package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadSettingsTest {
    private static final Duration NEAR = Duration.ofMillis(40);
    private static final Duration FAR = Duration.ofSeconds(1);

    private final UploadSettings chosen = UploadSettings.chosen();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000_000, 84_000_000, 1_000_000_000, 25_000_000_000L, 100_000_000_000L, 1L << 40})
    void blocksFitTheStorageAndTheMemory(long size) {
        int block = chosen.blockSize(size);
        assertThat((size + block - 1) / block).isLessThanOrEqualTo(50_000);
        assertThat((long) block * chosen.parallelism(size, FAR)).isLessThanOrEqualTo(64L << 20);
        assertThat(chosen.parallelism(size, FAR)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {84_000_000, 200_000_000, 1_000_000_000, 25_000_000_000L})
    void whatIsUnderWayIsATwentiethAtMost(long size) {
        assertThat((long) chosen.blockSize(size) * chosen.parallelism(size, NEAR))
                .isLessThanOrEqualTo(size / 20);
    }

    @Test
    void aFarStorageGetsMoreConnectionsAndASmallArchiveNoMoreThanItHasBlocks() {
        assertThat(chosen.parallelism(1_000_000_000, NEAR)).isEqualTo(8);
        assertThat(chosen.parallelism(1_000_000_000, FAR)).isEqualTo(16);
        assertThat(chosen.parallelism(1_000_000, FAR)).isEqualTo(2);
    }

    /** A block of half a megabyte is sent in about the time that its answer takes. */
    @Test
    void theSmallestBlocksAreSentOverMoreConnections() {
        assertThat(chosen.parallelism(25_000_000, NEAR)).isEqualTo(16);
        assertThat(chosen.parallelism(84_000_000, NEAR)).isEqualTo(8);
    }

    @Test
    void whatTheCallerSetsIsTaken() {
        UploadSettings set = new UploadSettings(3, 10_000_000);
        assertThat(set.blockSize(1_000_000_000)).isEqualTo(10_000_000);
        assertThat(set.parallelism(1_000_000_000, FAR)).isEqualTo(3);
    }

    @Test
    void whatNeedsTooMuchMemoryIsRefused() {
        assertThatThrownBy(() -> new UploadSettings(16, 8 << 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UploadSettings(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chosen.blockSize(1L << 42)).hasMessageContaining("too large");
    }
}
