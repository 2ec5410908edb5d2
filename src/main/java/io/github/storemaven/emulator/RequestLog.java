package io.github.storemaven.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, and how many there were. Thread safe. */
final class RequestLog {
    private static final int KEPT = 10_000;

    private final Deque<ReceivedRequest> last = new ArrayDeque<>();
    private long total;

    synchronized void add(ReceivedRequest request) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(request);
        total++;
    }

    synchronized List<ReceivedRequest> last() {
        return List.copyOf(last);
    }

    synchronized long total() {
        return total;
    }
}
