package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.transfer.BlobServer.Strike;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An upload whose build is stopped. */
class UploadStopTest extends AbstractUploadTest {
    private final CountDownLatch blocksCame = new CountDownLatch(4);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void anInterruptEndsItWithoutWaitingForTheStorage() throws Exception {
        scene.server.fault(request -> request.isBlock() ? hang() : null);
        Thread upload = new Thread(this::send);
        upload.start();
        assertThat(blocksCame.await(2, TimeUnit.MINUTES)).isTrue();
        upload.interrupt();
        upload.join(TimeUnit.MINUTES.toMillis(2));
        assertThat(upload.isAlive()).isFalse();
        assertThat(scene.listener.failure).isInstanceOf(InterruptedException.class);
        assertUploadThreadsEnd();
        assertThat(scene.server.requests(BlobRequest::isBlock)).hasSize(4);
    }

    private static void assertUploadThreadsEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("store-upload")) {
                thread.join(TimeUnit.MINUTES.toMillis(2));
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private void send() {
        try {
            scene.send();
        } catch (IOException | InterruptedException e) {
            // The listener has heard of it.
        }
    }

    private Strike hang() {
        blocksCame.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            // The server is closed.
        }
        return new Strike(0, "", false);
    }
}
