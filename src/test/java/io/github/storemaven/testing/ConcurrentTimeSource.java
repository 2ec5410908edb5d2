package io.github.storemaven.testing;

import io.github.storemaven.http.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * A clock of the test's for several threads: it moves when all that take part sleep, and only to where the first of them
 * wakes up. So as much happens at each moment as would without a limit of the machine.
 */
public final class ConcurrentTimeSource implements TimeSource {
    private final Set<Thread> members = ConcurrentHashMap.newKeySet();
    private final List<Sleeper> sleepers = new ArrayList<>();
    private Instant now = FakeTimeSource.START;
    private int awake;
    private long sleeps;

    /** @param number of its sleep, which no other has */
    private record Sleeper(Instant until, boolean isMember, long number) {}

    /** Makes threads that take part, from now until they end. */
    public ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } finally {
                    leave();
                }
            });
            thread.setDaemon(true);
            members.add(thread);
            synchronized (this) {
                awake++;
            }
            return thread;
        };
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        Sleeper sleeper = new Sleeper(now.plus(duration), members.contains(Thread.currentThread()), ++sleeps);
        sleepers.add(sleeper);
        awake -= sleeper.isMember() ? 1 : 0;
        advance();
        while (sleepers.contains(sleeper)) {
            wait();
        }
    }

    private synchronized void leave() {
        members.remove(Thread.currentThread());
        awake--;
        advance();
    }

    private void advance() {
        while (awake == 0 && !sleepers.isEmpty()) {
            now = sleepers.stream()
                    .map(Sleeper::until)
                    .min(Comparator.naturalOrder())
                    .filter(now::isBefore)
                    .orElse(now);
            sleepers.stream()
                    .filter(one -> !one.until().isAfter(now) && one.isMember())
                    .forEach(one -> awake++);
            sleepers.removeIf(one -> !one.until().isAfter(now));
            notifyAll();
        }
    }
}
