package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.http.Durations;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.service.PollInterval;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The only place that a product has for a submission that is pending, while another one is in it: it is waited for until the
 * place may be free, and nothing of others is deleted or canceled. What was there at the first look tells a newcomer, which
 * is another run's, and a version that was published meanwhile.
 */
final class BusySlot {
    /** Others' submissions take hours. */
    private static final PollInterval POLLS = new PollInterval(Duration.ofSeconds(15), Duration.ofSeconds(60));

    /** For the answer to the poll at the end, and behind it: others may have had their turn meanwhile. */
    private static final Duration LAST_POLL = Duration.ofMinutes(1);

    /** What a person has to publish is told apart by {@link #needsAPerson}. */
    private static final PublishTime BY_ITSELF = new PublishTime("Immediate", Optional.empty());

    private final Product product;
    private final ReleaseRequest request;
    private final Submissions submissions;
    private final TimeSource time;
    private final Duration timeout;
    private final PackageDigests digests;
    private final ReleaseProgress progress;
    private final ReleaseLog log;

    private Optional<FirstLook> first = Optional.empty();
    private Optional<Wait> wait = Optional.empty();

    /** @param timeout from the first look on; zero for no wait */
    BusySlot(
            Product product,
            ReleaseRequest request,
            Submissions submissions,
            TimeSource time,
            Duration timeout,
            PackageDigests digests,
            ReleaseProgress progress,
            ReleaseLog log) {
        this.product = product;
        this.request = request;
        this.submissions = submissions;
        this.time = time;
        this.timeout = timeout;
        this.digests = digests;
        this.progress = progress;
        this.log = log;
    }

    private record FirstLook(Instant moment, Optional<String> pending, List<JsonObject> packages) {}

    /** A wait for another submission. */
    private static final class Wait {
        private final BusySlotException busy;
        private final Instant start;
        private final Instant end;
        private final StatusPoller poller;
        private Instant due;

        /** @param end when nobody waits any longer */
        Wait(BusySlotException busy, Instant start, Instant end, StatusPoller poller) {
            this.busy = busy;
            this.start = start;
            this.end = end;
            this.poller = poller;
        }

        /** Another run's draft is gone when it is a draft no more; what is on its way, when it has come to its end. */
        boolean isOver() {
            return busy.status().isDraft() ? !poller.status().isDraft() : poller.isOver();
        }
    }

    /** Takes a look at the product; the first one counts. */
    void look(StoreState state) {
        if (first.isEmpty()) {
            first = Optional.of(new FirstLook(time.instant(), state.pendingId(), packages(state)));
        }
    }

    /** Whether a submission came into being after the first look. */
    boolean isNewcomer(String id) {
        return first.filter(look -> !look.pending().equals(Optional.of(id))).isPresent();
    }

    /** The version that was published during the wait and that one of ours must not follow; empty where there is none. */
    Optional<String> overtakenBy(StoreState state) {
        return wait.isPresent()
                ? packages(state).stream()
                        .filter(held -> !first.orElseThrow().packages().contains(held))
                        .filter(held -> request.packages().stream().anyMatch(ours -> isLower(ours, held)))
                        .map(held -> Members.text(held, "version").orElse(""))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isLower(PackageFile ours, JsonObject held) {
        return Members.text(held, "architecture")
                        .filter(ours.architecture()::equalsIgnoreCase)
                        .isPresent()
                && new PackageVersion(ours.version())
                                .compareTo(new PackageVersion(
                                        Members.text(held, "version").orElse("")))
                        < 0;
    }

    private List<JsonObject> packages(StoreState state) {
        return Members.objects(
                state.publishedOrBlank(), product.type().packagesMember().orElse(""));
    }

    /** Whether a submission is one to wait for: it leaves the place by itself, and in time. */
    static boolean isWaitedFor(BusySlotException busy, Instant end) {
        return busy.isWaitedFor() && !needsAPerson(busy, busy.status(), end);
    }

    /** "Publish now", or a date that is beyond the wait: the service alone does not end that in time. */
    private static boolean needsAPerson(BusySlotException busy, SubmissionStatus status, Instant end) {
        return status.isAwaitingPublication()
                && (busy.publishing().isManual() || busy.publishing().isAfter(end));
    }

    /**
     * Begins to wait until another submission may have left the place; then everything has to be looked at again.
     *
     * @throws ReleaseRefusedException the reason itself, with what to do next, where it is none to wait for, and when the time is
     *     up
     */
    void await(ReleaseRefusedException reason) throws ReleaseRefusedException, InterruptedException {
        if (!(reason instanceof BusySlotException busy)) {
            throw reason;
        }
        Instant start = time.instant();
        Instant end = first.orElseThrow().moment().plus(timeout);
        if (!start.isBefore(end) || !isWaitedFor(busy, end)) {
            progress.isBehind(busy.pending());
            throw advising(busy, busy.status(), end);
        }
        log.waitsForPlace(busy.named(), busy.status().name(), end, timeout);
        progress.isBehind(busy.pending());
        progress.waits(busy.id());
        StatusPoller poller =
                new StatusPoller(submissions, time, log, WaitFor.PUBLICATION, Duration.between(start, end));
        poller.begin(busy.id(), busy.status(), BY_ITSELF);
        Wait now = new Wait(busy, start, end, poller);
        pause(now);
        wait = Optional.of(now);
    }

    /** How long to wait before the next poll. */
    Duration pause() {
        return Durations.longer(Duration.ZERO, Duration.between(time.instant(), wait.orElseThrow().due));
    }

    /**
     * Asks once about the submission that is waited for.
     *
     * @return whether it may have left the place
     * @throws ReleaseRefusedException when the time is up, and when a person has to end it
     */
    boolean poll() throws ReleaseRefusedException, StoreRefusedException, InterruptedException {
        Wait now = wait.orElseThrow();
        try {
            now.poller.poll(left(now.end).plus(LAST_POLL));
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                return ended(now, "deleted");
            }
            throw refused;
        }
        SubmissionStatus status = now.poller.status();
        progress.isBehind(now.busy.pending(status));
        if (now.isOver()) {
            return ended(now, status.name());
        }
        if (needsAPerson(now.busy, status, now.end) || !time.instant().isBefore(now.end)) {
            progress.ended();
            throw advising(now.busy, status, now.end);
        }
        pause(now);
        return false;
    }

    private boolean ended(Wait now, String state) {
        log.placeMayBeFree(now.busy.id(), state, Durations.readable(Duration.between(now.start, time.instant())));
        progress.isBehindNothing();
        progress.ended();
        return true;
    }

    /** At least so long that nobody is asked too often, and never beyond the end, where the last poll is. */
    private void pause(Wait now) {
        Duration interval = POLLS.after(Duration.between(now.start, time.instant()));
        now.due = time.instant().plus(Durations.shorter(interval, left(now.end)));
    }

    private Duration left(Instant end) {
        return Durations.longer(Duration.ZERO, Duration.between(time.instant(), end));
    }

    /** @param status by now */
    private BusySlotException advising(BusySlotException busy, SubmissionStatus status, Instant end)
            throws InterruptedException {
        String now = status.name().equals(busy.status().name())
                ? ""
                : "It is in the state " + ForeignText.oneLine(status.name()) + " by now. ";
        boolean person = needsAPerson(busy, status, end);
        String wait = timeout.isZero() && busy.isWaitedFor() && !person
                ? " Or wait for it with \"-Dstore.busyTimeout=PT4H\"."
                : "";
        return busy.advising(now
                + (person ? whoEnds(busy) : "")
                + (busy.isWaitedFor()
                        ? "Run the same command again when it is published or deleted" + files() + "." + wait + " "
                        : ""));
    }

    private static String whoEnds(BusySlotException busy) {
        return busy.publishing()
                .date()
                .map(date -> "The Store publishes it on " + date + ", and not before. ")
                .orElse("It is published when somebody presses \"Publish now\" in Partner Center. ");
    }

    private String files() throws InterruptedException {
        digests.begin(request.packages());
        StringBuilder files = new StringBuilder();
        for (PackageFile file : request.packages()) {
            files.append(files.isEmpty() ? ", with the same " : "; ")
                    .append(file.file().getFileName())
                    .append(digests.of(file)
                            .map(digest -> ", SHA-256 " + digest)
                            .orElse(""));
        }
        return files.toString();
    }
}
