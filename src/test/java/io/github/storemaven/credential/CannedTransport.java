package io.github.storemaven.credential;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;

/** Answers with what was put in, the last answer for ever, and keeps what it was asked. */
final class CannedTransport implements Transport {
    private final List<Response> answers = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();

    CannedTransport answer(int status, String body) {
        answers.add(new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    static CannedTransport of(int status, String body) {
        return new CannedTransport().answer(status, body);
    }

    @Override
    public synchronized Response send(Request request) throws IOException {
        if (answers.isEmpty()) {
            throw new java.net.ConnectException();
        }
        requests.add(request);
        return answers.size() == 1 ? answers.get(0) : answers.remove(0);
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    Request request() {
        return requests().get(requests().size() - 1);
    }

    static String body(Request request) {
        BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
        request.body().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                text.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer item) {
                text.onNext(List.of(item));
            }

            @Override
            public void onError(Throwable problem) {
                text.onError(problem);
            }

            @Override
            public void onComplete() {
                text.onComplete();
            }
        });
        return text.getBody().toCompletableFuture().join();
    }
}
