package io.github.storemaven.goal;

/** Says on Ctrl-C what is left in the Store and how to go on. */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** @param saying what is left; its classes are loaded when the hook runs, since the build has not ended then */
    static Interruption watch(Runnable saying) {
        Thread hook = new Thread(saying, "store-interruption");
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
