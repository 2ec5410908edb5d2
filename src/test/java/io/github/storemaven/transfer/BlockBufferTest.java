package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BlockBufferTest {
    private final BlockBuffer buffer = new BlockBuffer(100);

    @Test
    void theRoomOfABlockThatWasTriedOnceIsUsedAgain() {
        ByteBuffer first = buffer.prepare(100).put(0, (byte) 1);
        assertThat(buffer.body().contentLength()).isEqualTo(100);
        assertThat(buffer.prepare(60).put(0, (byte) 2).remaining()).isEqualTo(60);
        assertThat(first.get(0)).isEqualTo((byte) 2);
    }

    @Test
    void theRoomOfABlockThatWasTriedAgainIsLeftAlone() {
        ByteBuffer first = buffer.prepare(100).put(0, (byte) 1);
        assertThat(buffer.body()).isNotSameAs(buffer.body());
        buffer.prepare(100).put(0, (byte) 2);
        assertThat(first.get(0)).isEqualTo((byte) 1);
    }
}
