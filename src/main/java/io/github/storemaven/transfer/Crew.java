package io.github.storemaven.transfer;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that do one work together; the first failure, or an interrupt of the caller, stops them all. */
final class Crew {
    private static final long SECONDS_TO_STOP = 10;

    private Crew() {}

    /** Returns when all have ended; one that does not heed its interrupt is waited for a few seconds only. */
    static void run(int size, Work work) throws IOException, InterruptedException {
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "store-upload-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            awaitAll(size, work, new ExecutorCompletionService<>(threads));
        } finally {
            threads.shutdownNow();
            var unused = threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        }
    }

    private static void awaitAll(int size, Work work, CompletionService<Void> running)
            throws IOException, InterruptedException {
        Callable<Void> task = () -> {
            work.run();
            return null;
        };
        for (int i = 0; i < size; i++) {
            running.submit(task);
        }
        for (int i = 0; i < size; i++) {
            try {
                running.take().get();
            } catch (ExecutionException e) {
                throw asThrown(e.getCause());
            }
        }
    }

    private static IOException asThrown(Throwable cause) {
        if (cause instanceof RuntimeException problem) {
            throw problem;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException problem ? problem : new IOException(cause);
    }

    /** What each thread does. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }
}
