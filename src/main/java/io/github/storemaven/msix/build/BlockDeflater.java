package io.github.storemaven.msix.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;

/**
 * Hashes and deflates blocks on all cores: reference of packages, section 2. Each block can be inflated by itself, so it
 * can be made by itself: neither the number of threads nor their order changes a byte.
 */
final class BlockDeflater implements AutoCloseable {
    /** Of the content, in bytes; the last block of a file is shorter. */
    static final int BLOCK_SIZE = 64 * 1024;

    private static final int LEVEL = 6;

    /** Blocks that cannot be compressed grow by some 25 bytes. */
    private static final int MAX_PACKED = BLOCK_SIZE + 64;

    private static final int BLOCKS_PER_THREAD = 4;
    private static final int MAX_BLOCKS = 256;
    private static final int SECONDS_TO_STOP = 10;

    private final ConcurrentLinkedQueue<Compressor> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads;
    private final int capacity;

    /** A deflater with a number of threads. */
    BlockDeflater(int parallelism) {
        capacity = Math.min(MAX_BLOCKS, parallelism * BLOCKS_PER_THREAD);
        threads = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "store-package-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A block that was worked on. */
    static final class Block {
        private final byte[] content;
        private final byte[] hash;
        private final byte[] packed;

        private Block(byte[] content, byte[] hash, byte[] packed) {
            this.content = content;
            this.hash = hash;
            this.packed = packed;
        }

        /** As it is in the file. */
        byte[] content() {
            return content;
        }

        /** SHA-256 of the content. */
        byte[] hash() {
            return hash;
        }

        /** Deflated, and ending on a byte; empty where the file is stored. */
        byte[] packed() {
            return packed;
        }

        /** Whether deflating is worth it: a file whose first block shrinks by less than a hundredth is stored. */
        private boolean shrinks() {
            return (packed.length + 2) * 100L < content.length * 99L;
        }
    }

    /** How many blocks may be submitted and not taken: enough for all threads, and no more memory than that. */
    int capacity() {
        return capacity;
    }

    /**
     * Has a block worked on.
     *
     * @param first whether it is the first block of its file, which decides for all of them
     * @param stored whether the file is stored; set before the first block is done
     */
    Future<Block> submit(byte[] content, boolean first, AtomicBoolean stored) {
        return threads.submit(() -> {
            Compressor compressor = idle.poll();
            if (compressor == null) {
                compressor = new Compressor();
            }
            try {
                byte[] packed = stored.get() ? new byte[0] : compressor.deflate(content);
                Block block = new Block(content, compressor.hash(content), packed);
                if (first && !block.shrinks()) {
                    stored.set(true);
                }
                return block;
            } finally {
                idle.add(compressor);
            }
        });
    }

    /**
     * Waits for a block.
     *
     * @throws InterruptedIOException when the build is being stopped
     */
    static Block take(Future<Block> block) throws IOException {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a package was written");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block could not be deflated", e.getCause());
        }
    }

    /** Hashes a block at once. */
    static byte[] hash(byte[] content) {
        return sha256().digest(content);
    }

    /** Stops the threads, and gives back the memory that is not Java's. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        idle.forEach(Compressor::end);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What one thread needs for its blocks. */
    private static final class Compressor {
        private final Deflater deflater = new Deflater(LEVEL, true);
        private final MessageDigest digest = sha256();
        private final byte[] output = new byte[MAX_PACKED];

        byte[] deflate(byte[] content) {
            deflater.reset();
            deflater.setInput(content);
            int length = deflater.deflate(output, 0, output.length, Deflater.FULL_FLUSH);
            return Arrays.copyOf(output, length);
        }

        byte[] hash(byte[] content) {
            return digest.digest(content);
        }

        void end() {
            deflater.end();
        }
    }
}
