package io.github.storemaven.emulator.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the requests of HttpServer on a bounded number of threads. HttpServer reads the head of a request on such a thread
 * and waits for it without end; here a head that does not arrive in time ends its connection, and sooner when others
 * wait for a thread.
 */
final class Connections implements Executor, AutoCloseable {
    private static final Duration CROWDED_HEAD_TIMEOUT = Duration.ofSeconds(1);

    private final IdleFirst waiting = new IdleFirst();
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Connections::daemon);
    private final Map<Thread, Head> heads = new ConcurrentHashMap<>();
    private final Duration headTimeout;

    Connections(int most, Duration headTimeout) {
        this.threads = new ThreadPoolExecutor(0, most, 1, TimeUnit.MINUTES, waiting, Connections::daemon, this::await);
        this.headTimeout = headTimeout;
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "embedded Store");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(() -> watched(request));
    }

    private void watched(Runnable request) {
        Head head = new Head(Thread.currentThread(), System.nanoTime());
        heads.put(Thread.currentThread(), head);
        var watch = timer.scheduleWithFixedDelay(
                head::look,
                Math.min(CROWDED_HEAD_TIMEOUT.toMillis(), headTimeout.toMillis()),
                CROWDED_HEAD_TIMEOUT.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            request.run();
        } finally {
            head.arrived();
            watch.cancel(false);
            heads.remove(Thread.currentThread());
        }
    }

    /** A request for which there is no thread; what comes while it closes is dropped, like all that is under way then. */
    private void await(Runnable request, ThreadPoolExecutor all) {
        if (!all.isShutdown()) {
            waiting.put(request);
        }
    }

    /** Gives a request to a thread that has nothing to do; only where there is none does the pool begin one more. */
    private static final class IdleFirst extends LinkedTransferQueue<Runnable> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable request) {
            return tryTransfer(request);
        }
    }

    /** The request of this thread is a whole one. */
    void headArrived() {
        Head head = heads.get(Thread.currentThread());
        if (head != null) {
            head.arrived();
        }
    }

    int threads() {
        return threads.getPoolSize();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        endTimer();
    }

    void endTimer() {
        timer.shutdownNow();
    }

    /** The head of one request, while it is being read; an interrupt of the reading thread closes the connection. */
    private final class Head {
        private final Thread reader;
        private final long began;
        private boolean arrived;

        Head(Thread reader, long began) {
            this.reader = reader;
            this.began = began;
        }

        synchronized void arrived() {
            arrived = true;
        }

        synchronized void look() {
            boolean late = System.nanoTime() - began >= headTimeout.toNanos();
            if (!arrived && (late || !threads.getQueue().isEmpty())) {
                arrived = true;
                reader.interrupt();
            }
        }
    }
}
