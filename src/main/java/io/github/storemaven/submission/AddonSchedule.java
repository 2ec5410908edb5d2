package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Who of many add-ons is next: one that has not been sent, or one that is committed and due to be asked about. They take
 * turns, so that neither starves the other; a poll is one request, and a submission four or more.
 */
final class AddonSchedule {
    /**
     * A poll before the Store can be done costs a request for nothing, and while there is something to send no time is won
     * by it.
     */
    private static final Duration FIRST_POLL = Duration.ofMinutes(1);

    private final TimeSource time;
    private final Deque<AddonEntry> unsent;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparing(Waiting::due));
    private boolean pollIsNext;
    private Optional<Stop> stop = Optional.empty();

    /** What a worker does next. */
    sealed interface Task {
        /** Sends, or compares, an add-on. */
        record Send(AddonEntry entry) implements Task {}

        /** Asks about a submission. */
        record Poll(Waiting waiting) implements Task {}

        /** Waits until the next submission is due. */
        record Pause(Duration duration) implements Task {}

        /** Ends: what others have begun they finish themselves. */
        record End() implements Task {}
    }

    /** Why nothing further is begun, and how what was not ended is said to have ended. */
    record Stop(ReleaseOutcome end, String reason) {}

    /**
     * A committed submission.
     *
     * @param since when it was committed or last asked about
     * @param pause until it may be asked about
     */
    record Waiting(AddonEntry entry, ReleaseWait release, Duration since, Duration pause) {
        Duration due() {
            return since.plus(pause);
        }
    }

    AddonSchedule(TimeSource time, Collection<AddonEntry> entries) {
        this.time = time;
        this.unsent = new ArrayDeque<>(entries);
    }

    synchronized Task next() {
        if (stop.isPresent()) {
            return new Task.End();
        }
        Optional<Duration> left = Optional.ofNullable(waiting.peek()).map(this::untilDue);
        boolean isDue = left.filter(wait -> wait.compareTo(Duration.ZERO) <= 0).isPresent();
        if (isDue && (pollIsNext || unsent.isEmpty())) {
            pollIsNext = false;
            return new Task.Poll(waiting.remove());
        }
        if (!unsent.isEmpty()) {
            pollIsNext = true;
            return new Task.Send(unsent.remove());
        }
        return left.<Task>map(Task.Pause::new).orElseGet(Task.End::new);
    }

    /** A submission is to be asked about, after its pause. */
    synchronized void add(AddonEntry entry, ReleaseWait wait) throws StatusPoller.TimedOutException {
        waiting.add(new Waiting(entry, wait, time.elapsed(), wait.pause()));
    }

    /** Nothing further is begun; the first reason counts. */
    synchronized void stop(ReleaseOutcome end, String reason) {
        stop = stop.or(() -> Optional.of(new Stop(end, reason)));
    }

    /** Why nothing further is begun. */
    synchronized Optional<Stop> stopped() {
        return stop;
    }

    /** The submissions that are committed and not known to be accepted or refused. */
    synchronized List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    private Duration untilDue(Waiting one) {
        Duration pause = unsent.isEmpty() || one.pause().compareTo(FIRST_POLL) > 0 ? one.pause() : FIRST_POLL;
        return one.since().plus(pause).minus(time.elapsed());
    }
}
