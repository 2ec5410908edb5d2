package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Sends the blocks of a content with several threads, each block read once; those that depend on all the rest come last. */
final class BlockSender {
    private static final long SECONDS_TO_STOP = 10;

    private final UploadContent content;
    private final int blockSize;
    private final BlockQueue queue;
    private final Set<String> stored;
    private final BlockBlobClient storage;
    private final BlockUpload.Progress progress;
    private final AtomicReferenceArray<BlockId> ids;

    /** @param stored names of the blocks that need not be sent */
    BlockSender(
            UploadContent content,
            int blockSize,
            Set<String> stored,
            BlockBlobClient storage,
            BlockUpload.Progress progress) {
        this.content = content;
        this.blockSize = blockSize;
        this.queue = new BlockQueue(content, blockSize);
        this.stored = stored;
        this.storage = storage;
        this.progress = progress;
        this.ids = new AtomicReferenceArray<>(queue.size());
    }

    /**
     * Sends all blocks with a number of threads. The first failure, or an interrupt of the caller, stops them all; one that
     * does not heed its interrupt is waited for a few seconds only.
     *
     * @return the names of all blocks, in the order of the content
     */
    List<BlockId> send(int parallelism) throws IOException, InterruptedException {
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "store-upload-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            awaitAll(parallelism, new ExecutorCompletionService<>(threads));
        } finally {
            threads.shutdownNow();
            var unused = threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        }
        return IntStream.range(0, ids.length()).mapToObj(ids::get).toList();
    }

    private void awaitAll(int parallelism, CompletionService<Void> running) throws IOException, InterruptedException {
        Callable<Void> task = () -> {
            work();
            return null;
        };
        for (int i = 0; i < parallelism; i++) {
            running.submit(task);
        }
        for (int i = 0; i < parallelism; i++) {
            try {
                running.take().get();
            } catch (ExecutionException e) {
                throw asThrown(e.getCause());
            }
        }
    }

    private static IOException asThrown(Throwable cause) {
        if (cause instanceof RuntimeException problem) {
            throw problem;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException problem ? problem : new IOException(cause);
    }

    /** Takes blocks until there are no more. A block stays in memory until it is stored, so that no attempt reads it again. */
    private void work() throws IOException, InterruptedException {
        BlockBuffer buffer = new BlockBuffer(blockSize);
        Optional<BlockQueue.Block> block = queue.take();
        while (block.isPresent() && !Thread.currentThread().isInterrupted()) {
            send(block.get(), buffer);
            block = queue.take();
        }
    }

    private void send(BlockQueue.Block block, BlockBuffer buffer) throws IOException, InterruptedException {
        ByteBuffer bytes = buffer.prepare(block.length());
        content.read(block.offset(), bytes);
        BlockId id = BlockId.of(block.index(), bytes.flip());
        ids.set(block.index(), id);
        if (stored.contains(id.text())) {
            progress.resumed(block.length());
        } else {
            storage.stageBlock(id, buffer::body);
            progress.sent(block.length());
        }
    }

    /** The blocks of a content in the order of sending: those that depend on all the rest come last. */
    private static final class BlockQueue {
        private final List<Block> order;
        private final AtomicInteger next = new AtomicInteger();

        BlockQueue(UploadContent content, int blockSize) {
            List<Block> first = new ArrayList<>();
            List<Block> last = new ArrayList<>();
            for (long offset = 0; offset < content.size(); offset += blockSize) {
                int length = (int) Math.min(blockSize, content.size() - offset);
                Block block = new Block(first.size() + last.size(), offset, length);
                (content.needsChecksums(offset, length) ? last : first).add(block);
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
}
