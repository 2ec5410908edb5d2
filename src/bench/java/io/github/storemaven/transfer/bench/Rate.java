package io.github.storemaven.transfer.bench;

/** Bytes per second, shared by all who take from it. */
final class Rate {
    /** What a late waker may catch up on. */
    private static final long SLACK_NANOS = 5_000_000;

    private final double nanosPerByte;
    private long free = System.nanoTime();

    /** @param bytesPerSecond 0 for no limit */
    Rate(double bytesPerSecond) {
        this.nanosPerByte = bytesPerSecond > 0 ? 1e9 / bytesPerSecond : 0;
    }

    /** When a number of bytes has passed, by the JVM's nano clock. */
    synchronized long pass(int bytes) {
        free = Math.max(free, System.nanoTime() - SLACK_NANOS) + (long) (bytes * nanosPerByte);
        return free;
    }
}
