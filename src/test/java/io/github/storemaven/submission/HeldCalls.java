package io.github.storemaven.submission;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds calls until something else has happened, so that the two halves of a release meet where a test wants them to. */
final class HeldCalls implements Transport {
    /** What happened, as {@code sent putBlock 1}, {@code putBlock 1: 201} or {@code cancelled putBlock 1}. */
    final List<String> events = new CopyOnWriteArrayList<>();

    private final Transport inner;
    private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> moments = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    HeldCalls(Transport inner) {
        this.inner = inner;
    }

    /** Holds all calls of a name. */
    HeldCalls hold(String call, CountDownLatch until) {
        holds.put(call, until);
        return this;
    }

    /** When a call is about to be sent, or held; the first of its name is 1. */
    CountDownLatch sent(String call, int number) {
        return moment("sent " + call + " " + number);
    }

    /** When a call has ended in any way. */
    CountDownLatch ended(String call, int number) {
        return moment("ended " + call + " " + number);
    }

    private CountDownLatch moment(String name) {
        return moments.computeIfAbsent(name, one -> new CountDownLatch(1));
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        String call = BrokenCalls.call(request);
        int number = counts.computeIfAbsent(call, name -> new AtomicInteger()).incrementAndGet();
        String name = call + " " + number;
        events.add("sent " + name);
        sent(call, number).countDown();
        try {
            holds.getOrDefault(call, new CountDownLatch(0)).await();
            Response response = inner.send(request);
            events.add(name + ": " + response.status());
            return response;
        } catch (InterruptedException end) {
            events.add("cancelled " + name);
            throw end;
        } finally {
            ended(call, number).countDown();
        }
    }
}
