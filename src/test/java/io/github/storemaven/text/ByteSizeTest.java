package io.github.storemaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "1023, 1023 bytes",
        "1024, 1 KB",
        "303997, 297 KB",
        "1048000, 1023 KB",
        "1048570, 1.0 MB",
        "28730000, 27.4 MB",
        "1073741824, 1.0 GB",
        "27000000000, 25.1 GB",
    })
    void aSizeHasTheUnitThatAPersonWouldTake(long bytes, String text) {
        assertThat(ByteSize.of(bytes)).isEqualTo(text);
    }

    @Test
    void aSpeedIsInMegabytes() {
        assertThat(ByteSize.speed(5 * 1024 * 1024, 10)).isEqualTo("0.5 MB/s");
        assertThat(ByteSize.speed(5, 0)).isEqualTo("0.0 MB/s");
    }
}
