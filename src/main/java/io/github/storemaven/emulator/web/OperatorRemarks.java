package io.github.storemaven.emulator.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the server knows and its clients are not told, for whoever runs it: why a commit failed, what was odd about a
 * request. The last ones are kept. Thread safe.
 */
public final class OperatorRemarks {
    private static final int KEPT = 100;
    private static final int MAX_CHARACTERS = 500;

    private final Deque<String> last = new ArrayDeque<>();
    private final Consumer<String> listener;

    /** @param listener is told each one as it comes */
    public OperatorRemarks(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Makes one. */
    public void add(String remark) {
        String cut = remark.length() <= MAX_CHARACTERS ? remark : remark.substring(0, MAX_CHARACTERS) + "...";
        synchronized (this) {
            if (last.size() == KEPT) {
                last.removeFirst();
            }
            last.addLast(cut);
        }
        listener.accept(cut);
    }

    /** The last ones, oldest first. */
    public synchronized List<String> last() {
        return List.copyOf(last);
    }
}
