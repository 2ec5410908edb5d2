package io.github.storemaven.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The blocks of a content in the order of sending: those that depend on all the rest come last. */
final class BlockQueue {
    private final List<Block> order;
    private final AtomicInteger next = new AtomicInteger();

    BlockQueue(UploadContent content, int blockSize) {
        List<Block> first = new ArrayList<>();
        List<Block> last = new ArrayList<>();
        for (long offset = 0; offset < content.size(); offset += blockSize) {
            int length = (int) Math.min(blockSize, content.size() - offset);
            Block block = new Block(first.size() + last.size(), offset, length);
            (content.dependsOnTheRest(offset, length) ? last : first).add(block);
        }
        first.addAll(last);
        order = first;
    }

    int size() {
        return order.size();
    }

    /** The next block, for one caller alone; empty when all are taken. */
    Optional<Block> take() {
        int index = next.getAndIncrement();
        return index < order.size() ? Optional.of(order.get(index)) : Optional.empty();
    }

    /** A range of the content. */
    record Block(int index, long offset, int length) {}
}
