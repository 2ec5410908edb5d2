package io.github.storemaven.transfer;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;

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

    /** Room for the next block. It is not that of the last one if a try that was given up may still be reading there. */
    ByteBuffer room(int length) {
        if (bodies > 1) {
            bytes = ByteBuffer.allocate(size);
        }
        bodies = 0;
        return bytes.clear().limit(length);
    }

    /** The block as the body of one try. */
    BodyPublisher body() {
        bodies++;
        return new BlockBody(bytes);
    }
}
