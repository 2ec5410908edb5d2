package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockBodyTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "65536, 1", "65537, 1", "300000, 1", "300000, 2", "300000, 9223372036854775807"})
    void allBytesComeInOrderAndThenTheEnd(int size, long atOnce) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        BlockBuffer.Body body = new BlockBuffer.Body(ByteBuffer.wrap(bytes));
        for (int time = 0; time < 2; time++) {
            Taker taker = new Taker(atOnce);
            body.subscribe(taker);
            assertThat(taker.taken.toByteArray()).isEqualTo(bytes);
            assertThat(taker.ends).isEqualTo(1);
        }
        assertThat(body.contentLength()).isEqualTo(size);
    }

    /** Asks for more from within onNext, as the JDK's client does. */
    private static final class Taker implements Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final long atOnce;
        private Subscription subscription;
        private int ends;

        Taker(long atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            subscription.request(atOnce);
        }

        @Override
        public void onNext(ByteBuffer slice) {
            byte[] bytes = new byte[slice.remaining()];
            slice.get(bytes);
            taken.writeBytes(bytes);
            subscription.request(atOnce);
        }

        @Override
        public void onError(Throwable problem) {
            throw new AssertionError(problem);
        }

        @Override
        public void onComplete() {
            ends++;
        }
    }
}
