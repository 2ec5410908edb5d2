package io.github.storemaven.goal;

import io.github.storemaven.submission.Release;
import io.github.storemaven.submission.ReleaseLog;

/** Says on Ctrl-C what is left in the Store and how to go on. */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption watch(Release release, ReleaseLog log) {
        Thread hook = new Thread(() -> release.howToGoOn().ifPresent(log::warn), "store-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already.
        }
    }
}
