package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.logging.Log;

/** A Store that serves until somebody stops it: Ctrl-C, or an interrupt of the thread. */
record Serving(EmbeddedStore store, Log log) {
    /** Returns after an interrupt; on Ctrl-C the JVM ends, and with it the Store in good order. */
    void untilStopped() {
        Thread ending = new Thread(this::stop, "store-emulate-end");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        if (removed(ending)) {
            stop();
        }
    }

    private void stop() {
        long requests = store.requestCount();
        store.close();
        log.info("The embedded Store has stopped after " + requests + " requests");
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return false; // The hook runs already.
        }
    }
}
