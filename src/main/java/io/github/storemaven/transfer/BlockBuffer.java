package io.github.storemaven.transfer;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Room for one block after the other. For one thread. */
final class BlockBuffer {
    private final int size;
    private ByteBuffer bytes;
    private int bodies;

    /** @param size of the largest block in bytes */
    BlockBuffer(int size) {
        this.size = size;
        this.bytes = ByteBuffer.allocate(size);
    }

    /** Room for the next block. It is not that of the last one if an attempt that was given up may still be reading there. */
    ByteBuffer prepare(int length) {
        if (bodies > 1) {
            bytes = ByteBuffer.allocate(size);
        }
        bodies = 0;
        return bytes.clear().limit(length);
    }

    /** The block as the body of one attempt. */
    BodyPublisher body() {
        bodies++;
        return new Body(bytes);
    }

    /** A block in memory as the body of a request, in slices without copies; the JDK's own publisher copies it all first. */
    static final class Body implements BodyPublisher {
        private static final int SLICE = 64 * 1024;

        private final ByteBuffer content;

        /** @param content is sent from its position to its limit, and not changed meanwhile */
        Body(ByteBuffer content) {
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

        /** Gives slices as they are asked for; asking again from within onNext only adds to the demand. */
        private static final class Slices implements Subscription {
            private final Subscriber<? super ByteBuffer> subscriber;
            private final ByteBuffer rest;
            private long demand;
            private boolean giving;
            private boolean over;

            Slices(Subscriber<? super ByteBuffer> subscriber, ByteBuffer rest) {
                this.subscriber = subscriber;
                this.rest = rest;
            }

            @Override
            public void request(long count) {
                synchronized (this) {
                    demand = Math.min(demand, Long.MAX_VALUE - count) + count;
                    if (giving) {
                        return;
                    }
                    giving = true;
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
                giving = !over && demand > 0;
                demand -= giving ? 1 : 0;
                return giving;
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
}
