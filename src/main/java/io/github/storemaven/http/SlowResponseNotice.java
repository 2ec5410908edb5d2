package io.github.storemaven.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Says in one line that an answer is late: after fifteen seconds, when a connection is there or has failed, and each time that
 * three times as long has passed.
 */
public final class SlowResponseNotice implements Transport {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Transport inner;
    private final WaitListener listener;
    private final Executor later;

    public SlowResponseNotice(Transport inner, WaitListener listener) {
        this(inner, listener, CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** @param later runs what it is given after fifteen seconds */
    SlowResponseNotice(Transport inner, WaitListener listener, Executor later) {
        this.inner = inner;
        this.listener = listener;
        this.later = later;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Wait wait = new Wait(request);
        later.execute(wait);
        try {
            return inner.send(request);
        } finally {
            wait.ended = true;
        }
    }

    /** One request, told of again and again until it ends. */
    private final class Wait implements Runnable {
        private final Request request;
        private long seconds;
        private long next = PATIENCE.toSeconds();
        private volatile boolean ended;

        Wait(Request request) {
            this.request = request;
        }

        @Override
        public void run() {
            if (!ended) {
                seconds += PATIENCE.toSeconds();
                if (seconds == next) {
                    next *= 3;
                    listener.waits("No answer from " + request.hostAndPort() + inner.way(request.uri()) + " for "
                            + seconds + " s; this attempt ends after " + Durations.readable(request.timeout()));
                }
                later.execute(this);
            }
        }
    }
}
