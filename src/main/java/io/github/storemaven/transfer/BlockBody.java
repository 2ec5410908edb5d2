package io.github.storemaven.transfer;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A block in memory as the body of a request, in slices without copies; the JDK's own publisher copies it all first. */
final class BlockBody implements BodyPublisher {
    private static final int SLICE = 64 * 1024;

    private final ByteBuffer content;

    /** @param content is sent from its position to its limit, and not changed meanwhile */
    BlockBody(ByteBuffer content) {
        this.content = content.asReadOnlyBuffer();
    }

    @Override
    public long contentLength() {
        return content.remaining();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Slices(subscriber, content.duplicate()));
    }

    /** Hands out slices as they are asked for; asking again from within onNext only adds to what is due. */
    private static final class Slices implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final ByteBuffer rest;
        private long due;
        private boolean handingOut;
        private boolean over;

        Slices(Subscriber<? super ByteBuffer> subscriber, ByteBuffer rest) {
            this.subscriber = subscriber;
            this.rest = rest;
        }

        @Override
        public void request(long count) {
            synchronized (this) {
                due = Math.min(due, Long.MAX_VALUE - count) + count;
                if (handingOut) {
                    return;
                }
                handingOut = true;
            }
            while (isDue()) {
                subscriber.onNext(next());
            }
        }

        private synchronized boolean isDue() {
            if (!over && !rest.hasRemaining()) {
                over = true;
                subscriber.onComplete();
            }
            handingOut = !over && due > 0;
            due -= handingOut ? 1 : 0;
            return handingOut;
        }

        private ByteBuffer next() {
            ByteBuffer slice = rest.slice(rest.position(), Math.min(SLICE, rest.remaining()));
            rest.position(rest.position() + slice.remaining());
            return slice;
        }

        @Override
        public synchronized void cancel() {
            over = true;
        }
    }
}
