package io.github.storemaven.transfer.bench;

/**
 * A line to a storage.
 *
 * @param latencyMillis from the end of a request to its answer
 * @param bytesPerConnection a second, 0 for no limit
 * @param bytesInAll a second, 0 for no limit
 */
record Line(String name, long latencyMillis, double bytesPerConnection, double bytesInAll) {
    static final Line SHAPED = new Line("40 ms a request, 12.5 MB/s a connection, 50 MB/s in all", 40, 12.5e6, 50e6);
    static final Line UNSHAPED = new Line("loopback, not shaped", 0, 0, 0);

    static final long SLACK_MILLIS = 50;

    /** Much less than the latency, which a connection would else make up for after each request. */
    static final long CONNECTION_SLACK_MILLIS = 5;

    /** How long a number of bytes takes at best, in seconds; 0 without a limit. */
    double limit(long bytes) {
        return bytesInAll > 0 ? bytes / bytesInAll : 0;
    }
}
