package io.github.storemaven.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, and how many there were. Thread safe. */
final class RequestLog {
    private static final int KEPT = 10_000;
    private static final int MAX_CHARACTERS = 500;

    private final Deque<RecordedRequest> last = new ArrayDeque<>();
    private long total;

    synchronized void add(RecordedRequest request) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(cut(request));
        total++;
    }

    /** Whoever calls decides how long a path is, but not how much memory it takes. */
    private static RecordedRequest cut(RecordedRequest request) {
        return new RecordedRequest(
                request.at(),
                cut(request.method()),
                cut(request.path()),
                cut(request.query()),
                request.call(),
                request.status());
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }

    synchronized List<RecordedRequest> last() {
        return List.copyOf(last);
    }

    synchronized long total() {
        return total;
    }
}
