package io.github.storemaven.transfer;

import io.github.storemaven.transfer.BlockQueue.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Brings all blocks into the storage, each of them read once; several threads work on one run. */
final class BlockRun {
    private final UploadContent content;
    private final int blockSize;
    private final BlockQueue queue;
    private final Set<String> there;
    private final BlockBlobClient storage;
    private final Progress progress;
    private final AtomicReferenceArray<BlockId> ids;

    /** @param there names of the blocks that need not be sent */
    BlockRun(UploadContent content, int blockSize, Set<String> there, BlockBlobClient storage, Progress progress) {
        this.content = content;
        this.blockSize = blockSize;
        this.queue = new BlockQueue(content, blockSize);
        this.there = there;
        this.storage = storage;
        this.progress = progress;
        this.ids = new AtomicReferenceArray<>(queue.size());
    }

    /** Takes blocks until there are no more. A block stays in memory until it is stored, so that no try reads it again. */
    void work() throws IOException, InterruptedException {
        BlockBuffer buffer = new BlockBuffer(blockSize);
        Optional<Block> block = queue.take();
        while (block.isPresent() && !Thread.currentThread().isInterrupted()) {
            bring(block.get(), buffer);
            block = queue.take();
        }
    }

    private void bring(Block block, BlockBuffer buffer) throws IOException, InterruptedException {
        ByteBuffer bytes = buffer.room(block.length());
        content.read(block.offset(), bytes);
        BlockId id = BlockId.of(block.index(), bytes.flip());
        ids.set(block.index(), id);
        if (there.contains(id.text())) {
            progress.found(block.length());
        } else {
            storage.stageBlock(id, buffer::body);
            progress.sent(block.length());
        }
    }

    /** The names of all blocks, in the order of the content. */
    List<BlockId> ids() {
        return IntStream.range(0, ids.length()).mapToObj(ids::get).toList();
    }
}
