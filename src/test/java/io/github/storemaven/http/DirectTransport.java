package io.github.storemaven.http;

import com.sun.net.httpserver.Headers;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.web.Response.Delivery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeoutException;

/**
 * Asks embedded Stores that it knows in the thread of the caller, without a socket, and everybody else by
 * {@link HttpTransport}. No time passes: a response that is held back longer than the timeout is missing at once, any other
 * is there at once.
 */
public final class DirectTransport implements Transport {
    private static final Transport NETWORK = new HttpTransport(Proxy.Selector.direct());

    private final Map<String, EmbeddedStore> stores = new ConcurrentHashMap<>();

    /** Asks this one directly, until {@link #remove}. */
    public void add(EmbeddedStore store) {
        stores.put(store.serviceUrl().getAuthority(), store);
    }

    public void remove(EmbeddedStore store) {
        stores.remove(store.serviceUrl().getAuthority());
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        EmbeddedStore store = stores.get(request.uri().getAuthority());
        return store == null ? NETWORK.send(request) : answered(request, store);
    }

    /** Whoever is stopped while the request is on its way learns of no answer. */
    private static Response answered(Request request, EmbeddedStore store) throws IOException, InterruptedException {
        io.github.storemaven.emulator.web.Response sent = store.answer(arriving(request));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return received(request, sent);
    }

    private static io.github.storemaven.emulator.web.Request arriving(Request request) {
        Headers headers = new Headers();
        request.headers().forEach(headers::set);
        long length = request.body().contentLength();
        headers.set(length < 0 ? "Transfer-Encoding" : "Content-Length", length < 0 ? "chunked" : "" + length);
        URI uri = request.uri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new io.github.storemaven.emulator.web.Request(
                request.method(), URI.create(path + query), headers, body(request.body()));
    }

    private static InputStream body(BodyPublisher publisher) {
        BodySubscriber<byte[]> collected = BodySubscribers.ofByteArray();
        publisher.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                collected.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                collected.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable problem) {
                collected.onError(problem);
            }

            @Override
            public void onComplete() {
                collected.onComplete();
            }
        });
        return new ByteArrayInputStream(
                collected.getBody().toCompletableFuture().join());
    }

    private static Response received(Request request, io.github.storemaven.emulator.web.Response sent)
            throws IOException {
        if (sent.delivery() == Delivery.STALLED || sent.delay().compareTo(request.timeout()) >= 0) {
            throw new NoResponseException(
                    "no whole answer within " + Durations.readable(request.timeout()), true, new TimeoutException());
        }
        if (sent.delivery() == Delivery.DROPPED) {
            throw NoResponseException.of(new EOFException(), "");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!request.method().equals("HEAD")) {
            sent.content().writeTo(body);
        }
        if (body.size() > request.maxResponseBytes()) {
            throw new NoResponseException(
                    "the answer is larger than " + request.maxResponseBytes() + " bytes", false, null);
        }
        Map<String, List<String>> headers = new TreeMap<>();
        sent.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("Content-Length", List.of("" + sent.content().length()));
        return new Response(sent.status(), headers, body.toByteArray());
    }
}
