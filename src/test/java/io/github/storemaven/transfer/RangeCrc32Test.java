package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeCrc32Test {
    private final byte[] bytes = new byte[100_000];

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 4096, 65_537, 99_999, 100_000})
    void theChecksumOfTwoNeighboursIsThatOfBoth(int cut) {
        new Random(cut).nextBytes(bytes);
        int first = checksum(Arrays.copyOf(bytes, cut));
        int second = checksum(Arrays.copyOfRange(bytes, cut, bytes.length));
        assertThat(RangeCrc32.combine(first, second, bytes.length - cut)).isEqualTo(checksum(bytes));
    }

    private static int checksum(byte[] part) {
        CRC32 crc = new CRC32();
        crc.update(part);
        return (int) crc.getValue();
    }
}
