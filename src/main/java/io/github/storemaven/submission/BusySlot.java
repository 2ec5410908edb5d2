package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import java.io.IOException;
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
    private static final Duration SHORTEST = Duration.ofSeconds(15);

    /** For the answer to the poll at the end. */
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
    private boolean waited;

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
        return waited
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
     * Waits until another submission may have left the place; then everything has to be looked at again.
     *
     * @throws ReleaseRefusedException the reason itself, with what to do next, where it is none to wait for, and when the time is
     *     up
     */
    void await(ReleaseRefusedException reason)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (!(reason instanceof BusySlotException busy)) {
            throw reason;
        }
        Instant end = first.orElseThrow().moment().plus(timeout);
        progress.isBehind(busy.pending());
        if (timeout.isZero() || !isWaitedFor(busy, end)) {
            throw advising(busy, busy.status(), end);
        }
        waited = true;
        log.waitsForPlace(busy.named(), busy.status().name(), end, timeout);
        progress.waits(busy.id());
        try {
            Instant start = time.instant();
            String state = poll(busy, end);
            log.placeMayBeFree(busy.id(), state, StatusPoller.readable(Duration.between(start, time.instant())));
            progress.isBehindNothing();
            progress.ended();
        } catch (ReleaseRefusedException told) {
            progress.ended();
            throw told;
        }
    }

    private String poll(BusySlotException busy, Instant end)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        boolean wasDraft = busy.status().isDraft();
        StatusPoller poller = new StatusPoller(
                submissions,
                time,
                log,
                WaitFor.PUBLICATION,
                Duration.between(time.instant(), end).plus(LAST_POLL));
        poller.begin(busy.id(), busy.status(), BY_ITSELF);
        try {
            do {
                if (!time.instant().isBefore(end)) {
                    throw advising(busy, poller.status(), end);
                }
                time.sleep(pause(poller.pause(), end));
                poller.poll();
                progress.isBehind(busy.pending(poller.status()));
                if (needsAPerson(busy, poller.status(), end)) {
                    throw advising(busy, poller.status(), end);
                }
            } while (wasDraft ? poller.status().isDraft() : !poller.isOver());
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                return "deleted";
            }
            throw refused;
        }
        return poller.status().name();
    }

    /** At least so long that nobody is asked too often, and never beyond the end, where the last poll is. */
    private Duration pause(Duration wanted, Instant end) {
        Duration left = Duration.between(time.instant(), end);
        Duration longer = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        return longer.compareTo(left) < 0 ? longer : left;
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
        return busy.advising(now + (person ? whoEnds(busy) : "")
                + "Run the same command again when it is published or gone" + files() + "." + wait);
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
