package io.github.storemaven.service;

import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Counts the requests of one run and keeps their correlation ids; each is one line of debug log, without bodies. */
public final class RequestLog {
    private final Consumer<String> debug;
    /** Those of a long wait help nobody. */
    private static final int MAX_IDS = 10;

    private final Deque<String> correlationIds = new ArrayDeque<>();
    private int requests;
    private Consumer<Request> listener = request -> {};

    public RequestLog(Consumer<String> debug) {
        this.debug = debug;
    }

    /** Tells somebody of each request before it is sent. */
    public void listen(Consumer<Request> others) {
        listener = others;
    }

    /** A transport that hands everything on and writes it down. */
    public Transport wrap(Transport inner) {
        return request -> {
            long start = System.nanoTime();
            listener.accept(request);
            try {
                Response answer = inner.send(request);
                log(request, answer.status() + tail(answer), start);
                return answer;
            } catch (IOException e) {
                log(request, "no answer: " + NoResponseException.reasonOf(e), start);
                throw e;
            }
        };
    }

    /** Requests sent so far, repetitions included. */
    public synchronized int requests() {
        return requests;
    }

    /** The correlation ids of the last ten answers that had one, oldest first. */
    public synchronized List<String> correlationIds() {
        return List.copyOf(correlationIds);
    }

    private String tail(Response answer) {
        return StoreError.correlationId(answer)
                .map(id -> {
                    remember(id);
                    return ", correlation id " + id;
                })
                .orElse("");
    }

    private synchronized void remember(String correlationId) {
        correlationIds.addLast(correlationId);
        if (correlationIds.size() > MAX_IDS) {
            correlationIds.removeFirst();
        }
    }

    private void log(Request request, String end, long start) {
        synchronized (this) {
            requests++;
        }
        debug.accept(request + " -> " + end + " (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
    }
}
