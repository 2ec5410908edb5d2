package io.github.storemaven.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says in one line that an answer is late: after ten seconds without one. */
public final class SlowResponseNotice implements Transport {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpTransport inner;
    private final WaitListener listener;
    private final Executor later;

    public SlowResponseNotice(HttpTransport inner, WaitListener listener) {
        this(inner, listener, CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** @param later runs what it is given after ten seconds */
    SlowResponseNotice(HttpTransport inner, WaitListener listener, Executor later) {
        this.inner = inner;
        this.listener = listener;
        this.later = later;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        later.execute(() -> {
            if (!ended.get()) {
                listener.waits("No answer for " + PATIENCE.toSeconds() + " s to " + request + inner.way(request.uri())
                        + "; waiting up to " + Durations.readable(request.timeout()));
            }
        });
        try {
            return inner.send(request);
        } finally {
            ended.set(true);
        }
    }
}
