package io.github.storemaven.transfer;

import java.time.Duration;

/**
 * How an upload is cut and how much of it is under way at once; what is 0 is chosen.
 *
 * @param parallelism connections at once
 * @param blockSize in bytes
 */
public record UploadSettings(int parallelism, int blockSize) {
    /** The blocks under way are no more than this; one that is sent again may be held twice for a while. */
    static final long BUFFERS = 64L << 20;

    private static final int MOST_BLOCKS = 50_000;
    private static final int SMALLEST = 512 << 10;
    private static final int LARGEST = 2 << 20;
    private static final int USUAL = 8;
    private static final int MANY = 16;
    private static final Duration FAR_AWAY = Duration.ofMillis(400);

    /** @throws IllegalArgumentException when the two need more than 64 MiB */
    public UploadSettings {
        if (parallelism < 0 || blockSize < 0 || (long) Math.max(1, parallelism) * blockSize > BUFFERS) {
            throw new IllegalArgumentException("parallelism " + parallelism + " and block size " + blockSize
                    + " must not be negative and must not need more than " + BUFFERS + " bytes together");
        }
    }

    /** Everything chosen from the size of the archive and the latency of the storage. */
    public static UploadSettings chosen() {
        return new UploadSettings(0, 0);
    }

    /**
     * The size of a block. It depends on nothing but the archive's size, so that a later run cuts the same blocks. What
     * is under way when a run is stopped has to be sent again: with the usual parallelism that is a twentieth at most,
     * from 84 MB on.
     */
    int blockSize(long size) {
        long wanted = blockSize > 0 ? blockSize : clamp(size / (20 * USUAL), SMALLEST, LARGEST);
        long needed = (size + MOST_BLOCKS - 1) / MOST_BLOCKS;
        if (needed > BUFFERS) {
            throw new IllegalArgumentException("an archive of " + size + " bytes is too large to be uploaded");
        }
        return (int) Math.max(wanted, needed);
    }

    /**
     * How many blocks are sent at once, given the time of the first exchange with its handshakes: more when the storage is far
     * away, and more of the smallest blocks, of which each waits for its answer as long as it is sent.
     */
    int parallelism(long size, Duration firstExchange) {
        boolean waits = firstExchange.compareTo(FAR_AWAY) > 0 || blockSize(size) == SMALLEST;
        int usual = waits ? MANY : USUAL;
        int wanted = parallelism > 0 ? parallelism : usual;
        long blocks = Math.max(1, (size + blockSize(size) - 1) / blockSize(size));
        return (int) Math.min(blocks, Math.min(wanted, BUFFERS / blockSize(size)));
    }

    private static long clamp(long number, long least, long most) {
        return Math.max(least, Math.min(most, number));
    }
}
