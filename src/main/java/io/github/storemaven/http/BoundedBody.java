package io.github.storemaven.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body in memory and gives up when it grows beyond a limit. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> inner = BodySubscribers.ofByteArray();
    private final int limit;
    private long received;
    private Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        inner.onSubscribe(newSubscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > limit) {
            subscription.cancel();
            inner.onError(new NoResponseException("the answer is larger than " + limit + " bytes", false, null));
        } else {
            inner.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable problem) {
        inner.onError(problem);
    }

    @Override
    public void onComplete() {
        inner.onComplete();
    }
}
