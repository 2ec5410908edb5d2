package io.github.storemaven.service;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Counts the requests of one run and keeps their correlation ids; each is one line of debug log, without bodies. */
public final class CallRecord {
    private final Consumer<String> debug;
    private final List<String> correlationIds = new ArrayList<>();
    private int requests;

    public CallRecord(Consumer<String> debug) {
        this.debug = debug;
    }

    /** A transport that hands everything on and writes it down. */
    public Transport watching(Transport inner) {
        return request -> {
            long start = System.nanoTime();
            try {
                Response answer = inner.send(request);
                note(request, answer.status() + tail(answer), start);
                return answer;
            } catch (IOException e) {
                note(request, "no answer: " + e.getMessage(), start);
                throw e;
            }
        };
    }

    /** Requests sent so far, repetitions included. */
    public synchronized int requests() {
        return requests;
    }

    /** The correlation ids of the answers, oldest first. */
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
        correlationIds.add(correlationId);
    }

    private void note(Request request, String end, long start) {
        synchronized (this) {
            requests++;
        }
        debug.accept(request + " -> " + end + " (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
    }
}
