package io.github.storemaven.transfer.bench;

/** Bytes per second, shared by all who take from it. */
final class Rate {
    private final double nanosPerByte;
    private final long slackNanos;
    private long free = System.nanoTime();

    /**
     * A rate.
     *
     * @param bytesPerSecond 0 for no limit
     * @param slackMillis what may be caught up on after a pause, since a busy machine wakes its threads late
     */
    Rate(double bytesPerSecond, long slackMillis) {
        this.slackNanos = slackMillis * 1_000_000;
        this.nanosPerByte = bytesPerSecond > 0 ? 1e9 / bytesPerSecond : 0;
    }

    /** When a number of bytes has passed, by the JVM's nano clock. */
    synchronized long pass(int bytes) {
        free = Math.max(free, System.nanoTime() - slackNanos) + (long) (bytes * nanosPerByte);
        return free;
    }
}
