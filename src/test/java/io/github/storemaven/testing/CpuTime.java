package io.github.storemaven.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits on what work costs the processor, which no other program on the machine can make it exceed. Work that would not
 * end in an age is given up at its limit.
 */
public final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LOOK_MILLISECONDS = 50;

    private CpuTime() {}

    /** What the work gives; fails if it takes longer. */
    public static <T> T within(Duration limit, Callable<T> work) throws Exception {
        AtomicLong end = new AtomicLong();
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return work.call();
            } finally {
                end.set(THREADS.getCurrentThreadCpuTime());
            }
        });
        Thread thread = new Thread(task, "measured");
        thread.setDaemon(true);
        thread.start();
        T result = result(task, thread, limit);
        if (end.get() > limit.toNanos()) {
            throw exceeded(limit, end.get(), thread);
        }
        return result;
    }

    /** Does the work of this thread, and tells what it cost. */
    public static Duration of(Work work) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    }

    private static <T> T result(FutureTask<T> task, Thread thread, Duration limit) throws Exception {
        while (true) {
            try {
                return task.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException busy) {
                long spent = THREADS.getThreadCpuTime(thread.getId());
                if (spent > limit.toNanos()) {
                    throw exceeded(limit, spent, thread);
                }
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Exception exception) {
                    throw exception;
                }
                throw (Error) failed.getCause();
            }
        }
    }

    private static AssertionError exceeded(Duration limit, long nanoseconds, Thread thread) {
        AssertionError error = new AssertionError(
                nanoseconds / 1_000_000 + " ms of the processor, more than " + limit.toMillis() + " ms");
        if (thread.isAlive()) {
            error.setStackTrace(thread.getStackTrace());
        }
        return error;
    }

    /** Something that costs time. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
