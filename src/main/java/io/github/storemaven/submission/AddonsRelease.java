package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.SharedBackOff;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.AddonComparison.Compared;
import io.github.storemaven.submission.AddonResult.Kind;
import io.github.storemaven.submission.AddonSchedule.Task;
import io.github.storemaven.submission.AddonSchedule.Waiting;
import io.github.storemaven.text.FileFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Releases many add-ons, each by the sequence of {@link Release}: all are compared first, and where one of them is wrong
 * nothing is sent. Then some workers send them at the throttle's limit, while others are processed by the Store. A refusal is one
 * add-on's; trouble of the service slows all down together (design, section 1).
 */
public final class AddonsRelease {
    /** Enough that slow responses and uploads leave no request of the throttle unused, and few drafts are open at a time. */
    private static final int WORKERS = 8;

    private final Service service;
    private final StoreClient store;
    private final AddonReader reader;
    private final Product.Application application;
    private final ReleaseOptions options;
    private final Set<ReleaseOutcome> tolerated;
    private final AddonRecord record;
    private final ReleaseLog log;
    private final ThreadFactory threads;

    private final Map<AddonEntry, Release> open = new ConcurrentHashMap<>();
    private final Set<AddonEntry> created = ConcurrentHashMap.newKeySet();
    private final Map<AddonEntry, ReleaseWait> waits = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private volatile List<AddonEntry> entries = List.of();
    private volatile AddonSchedule schedule;
    private AddonProgress progress;

    /**
     * How the Store is reached.
     *
     * @param backOff that all its calls pass
     * @param uploads makes the upload of one add-on
     * @param requests tells how many were sent
     * @param requestsPerMinute that are allowed
     */
    public record Service(
            StoreClient store,
            SharedBackOff backOff,
            Supplier<SubmissionUpload> uploads,
            TimeSource time,
            IntSupplier requests,
            int requestsPerMinute) {}

    /**
     * A release of many add-ons.
     *
     * @param application of all of them
     * @param tolerated ends of an add-on that are to be no failure
     * @param record the file that remembers what was sent; empty where nothing is remembered
     * @param threads makes the workers
     */
    public AddonsRelease(
            Service service,
            AddonReader reader,
            Product.Application application,
            ReleaseOptions options,
            Set<ReleaseOutcome> tolerated,
            Optional<Path> record,
            ReleaseLog log,
            ThreadFactory threads) {
        this.service = service;
        this.store = service.store();
        this.reader = reader;
        this.application = application;
        this.options = options;
        this.tolerated = Set.copyOf(tolerated);
        this.record = new AddonRecord(record, log);
        this.log = log;
        this.threads = threads;
        this.schedule = new AddonSchedule(service.time(), List.of());
    }

    /**
     * Compares all and releases those that differ.
     *
     * @return what has become of each, failures included
     * @throws ReleaseRefusedException with all mistakes; nothing was sent then
     * @throws StoreRefusedException when the Store does not list the add-ons
     */
    public AddonsReport run(List<AddonEntry> wanted)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        entries = List.copyOf(wanted);
        progress = new AddonProgress(service.time(), log, service.requestsPerMinute(), entries);
        new AddonList(store, application).match(entries);
        entries.stream().filter(entry -> entry.isKnown(record)).forEach(this::endUnchanged);
        try {
            if (compare()) {
                send();
            }
        } finally {
            record.write();
        }
        return schedule.stopped()
                .map(stop -> report(stop.end(), stop.reason()))
                .orElseGet(() -> report(ReleaseOutcome.INVALID, ""));
    }

    /**
     * What has become of each by now.
     *
     * @param end of those that have come to none, since the run stops now
     */
    public AddonsReport report(ReleaseOutcome end) {
        return report(end, "");
    }

    private AddonsReport report(ReleaseOutcome end, String reason) {
        return new AddonsReport(
                entries.stream()
                        .map(entry -> entry.result().orElseGet(() -> unfinished(entry, end, reason)))
                        .toList(),
                service.requests().getAsInt());
    }

    /** What an interruption would leave in the Store, and how to resume it. */
    public List<String> resumeHints() {
        Stream<String> drafts = open.values().stream().flatMap(release -> release.resumeHint().stream());
        long waiting = schedule.waiting().stream()
                .filter(one -> !one.release().isBehindAnother())
                .count();
        return Stream.concat(
                        drafts,
                        waiting == 0
                                ? Stream.of()
                                : Stream.of(AddonsReport.number(waiting) + " submissions are committed and on their way"
                                        + " in the Store; the same command waits for them"))
                .toList();
    }

    /** Whether all were compared, so that the rest may be sent. */
    private boolean compare() throws ReleaseRefusedException, InterruptedException {
        List<AddonEntry> unknown =
                entries.stream().filter(entry -> entry.result().isEmpty()).toList();
        AtomicInteger requests = new AtomicInteger(
                unknown.stream().mapToInt(AddonEntry::requestsToCompare).sum());
        progress.tellComparing(requests.get());
        AddonComparison comparison =
                new AddonComparison(store, reader, options.onPending(), options.draftRecord(), log);
        NavigableMap<String, List<String>> problems = Collections.synchronizedNavigableMap(new TreeMap<>());
        NavigableMap<String, List<String>> prices = Collections.synchronizedNavigableMap(new TreeMap<>());
        AtomicInteger done = new AtomicInteger();
        together(
                unknown,
                entry -> {
                    Compared compared = comparison.compare(entry);
                    if (!compared.problems().lines().isEmpty()) {
                        problems.put(entry.productId(), compared.problems().lines());
                    } else if (compared.isUnchanged()) {
                        record.put(entry.published().orElseThrow(), entry.digest(), Optional.empty());
                        endUnchanged(entry);
                    } else {
                        tell(entry, compared);
                        prices.put(entry.productId(), compared.prices());
                        entry.keep(compared.state());
                    }
                    done.incrementAndGet();
                    requests.addAndGet(-entry.requestsToCompare());
                },
                () -> progress.compared(done.get(), unknown.size(), requests.get()));
        refuse(problems);
        tellPrices(prices);
        return schedule.stopped().isEmpty();
    }

    private static void refuse(Map<String, List<String>> problems) throws ReleaseRefusedException {
        ConfigurationProblems all = new ConfigurationProblems();
        problems.values().forEach(lines -> lines.forEach(all::add));
        if (all.message().isPresent()) {
            throw new ReleaseRefusedException(
                    ReleaseOutcome.INVALID, all.message().get(), null);
        }
    }

    private void tell(AddonEntry entry, Compared compared) {
        synchronized (log) {
            log.info(entry.productId() + (entry.isListed() ? ":" : ", which is created:"));
            compared.planned().plan().lines(false).forEach(log::info);
        }
    }

    /** One table before anything is sent. */
    private void tellPrices(Map<String, List<String>> prices) {
        int width = prices.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> rows = new ArrayList<>();
        prices.forEach((id, lines) ->
                lines.forEach(line -> rows.add("  " + id + " ".repeat(width - id.length()) + "  " + line)));
        if (!rows.isEmpty()) {
            log.warn("Prices change:");
            rows.forEach(log::warn);
        }
    }

    private void send() throws InterruptedException {
        together(entries.stream().filter(AddonEntry::isChanged).toList(), this::send, progress::sent);
    }

    private void send(AddonEntry entry)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        StoreState state = entry.take();
        ConfigurationProblems problems = new ConfigurationProblems();
        AddonReader.Sources sources = reader.read(entry.folder(), problems);
        if (!sources.request().digest().equals(entry.digest())) {
            throw new ReleaseRefusedException(entry.folder().name()
                    + " has changed since this run compared it, and was not sent; run the same command again");
        }
        if (!entry.isListed()) {
            entry.list(created(entry));
            created.add(entry);
        }
        Release release = new Release(
                store,
                service.uploads().get(),
                service.time(),
                new AddonLog(log, entry.productId()),
                entry.product(),
                sources.request(),
                options,
                sources.checks().merged(sources.request(), List.of()));
        open.put(entry, release);
        try {
            await(entry, release.begin(state));
        } catch (ReleaseRefusedException | StoreRefusedException | IOException failure) {
            failOpen(entry, Optional.empty(), failure);
        }
    }

    private ProductResource created(AddonEntry entry)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        ProductResource resource = new Creation(
                        "add-on " + entry.productId(),
                        () -> store.findAddOns(entry.productId(), Optional.of(application.id())),
                        () -> store.createAddOn(AddonFolders.createRequest(entry.folder(), application.id())),
                        service.time())
                .post();
        if (resource.id().isEmpty()) {
            throw new IOException("The Store created add-on " + entry.productId() + " and gave it no id");
        }
        return resource;
    }

    private void await(AddonEntry entry, ReleaseWait wait)
            throws ReleaseRefusedException, IOException, InterruptedException {
        if (!wait.isBehindAnother()) {
            open.remove(entry); // Not where it is stopped, so that somebody can tell what is left.
        }
        if (wait.isOver()) {
            conclude(entry, wait.result());
        } else {
            waits.put(entry, wait);
            schedule.add(entry, wait);
        }
    }

    private void poll(Waiting waiting) throws InterruptedException {
        try {
            waiting.release().poll();
            await(waiting.entry(), waiting.release());
        } catch (ReleaseRefusedException | StoreRefusedException | IOException failure) {
            failOpen(waiting.entry(), waiting.release().submissionId(), failure);
        }
    }

    private void failOpen(AddonEntry entry, Optional<String> submission, Exception failure) {
        fail(entry, submission, failure, Optional.ofNullable(open.remove(entry)).flatMap(Release::resumeHint));
    }

    private void conclude(AddonEntry entry, ReleaseResult result) {
        Optional<String> reason = switch (result.kind()) {
            case FAILED -> Optional.of(StatusReport.refusal(result));
            case OVERTAKEN ->
                Optional.of("A newer submission was published meanwhile; this run has sent nothing of it");
            default -> Optional.empty();
        };
        Kind kind = switch (result.kind()) {
            case FAILED, OVERTAKEN -> Kind.FAILED;
            case DRAFTED -> Kind.DRAFTED;
            case ALREADY_PUBLISHED -> Kind.UNCHANGED;
            case RELEASED, AWAITS_MANUAL_PUBLISH, AWAITS_PUBLISH_DATE -> {
                record.put(result.submissionId(), entry.digest(), entry.published());
                yield created.contains(entry) ? Kind.CREATED : Kind.SUBMITTED;
            }
        };
        waits.remove(entry);
        entry.end(result(entry, kind, result.outcome(), Optional.of(result.submissionId()), reason));
    }

    private void endUnchanged(AddonEntry entry) {
        entry.end(result(entry, Kind.UNCHANGED, ReleaseOutcome.UNCHANGED, entry.published(), Optional.empty()));
    }

    private static AddonResult result(
            AddonEntry entry, Kind kind, ReleaseOutcome end, Optional<String> submission, Optional<String> reason) {
        Optional<String> id = Optional.of(entry)
                .filter(AddonEntry::isListed)
                .map(one -> one.product().id());
        return new AddonResult(entry.productId(), id, kind, end, submission, reason);
    }

    private void fail(AddonEntry entry, Optional<String> submission, Exception failure, Optional<String> hint) {
        String reason = failure instanceof IOException problem ? FileFailure.sentence(problem) : failure.getMessage();
        ReleaseOutcome end = ReleaseOutcome.of(failure);
        waits.remove(entry);
        entry.end(result(
                entry,
                ReleaseOutcome.isAmong(tolerated, failure) ? Kind.TOLERATED : Kind.FAILED,
                end,
                submission,
                Optional.of(hint.map(left -> reason + " " + left).orElse(reason))));
        if (failure instanceof StoreRefusedException refused
                && (refused.isUnauthorized() || refused.error().isEmpty())) {
            schedule.stop(end, reason); // Without a token, or with one that may do nothing, each of the others ends so.
        }
    }

    /** Of one that has come to no end, since the run stops. */
    private AddonResult unfinished(AddonEntry entry, ReleaseOutcome end, String reason) {
        Optional<ReleaseWait> wait = Optional.ofNullable(waits.get(entry));
        Optional<Release> begun = Optional.ofNullable(open.get(entry)).filter(unused -> wait.isEmpty());
        String left = wait.map(one -> one.isBehindAnother()
                        ? "Another submission is pending; nothing was sent."
                        : "It is committed, and its end is not known; the same command waits for it.")
                .or(() -> begun.flatMap(Release::resumeHint))
                .orElse("It was not sent.");
        return result(
                entry,
                tolerated.contains(end) ? Kind.TOLERATED : Kind.FAILED,
                end,
                wait.flatMap(ReleaseWait::submissionId)
                        .or(() -> begun.flatMap(release -> release.progress().submissionId())),
                Optional.of((left + " " + reason).strip()));
    }

    /** What is done with one add-on. */
    @FunctionalInterface
    private interface Step {
        void run(AddonEntry entry)
                throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException;
    }

    /**
     * Does a step with each add-on, by some workers at a time, and waits for what is committed on the way.
     *
     * @param progress tells it where it is due, and whether it was
     */
    private void together(List<AddonEntry> some, Step step, BooleanSupplier progress) throws InterruptedException {
        schedule = new AddonSchedule(service.time(), some);
        List<Thread> workers = Stream.generate(() -> threads.newThread(() -> work(step, progress)))
                .limit(WORKERS)
                .toList();
        workers.forEach(Thread::start);
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException stopped) {
            schedule.stop(ReleaseOutcome.INTERRUPTED, "The build was stopped");
            workers.forEach(Thread::interrupt);
            throw stopped;
        }
        if (fault.get() instanceof Error error) {
            throw error;
        }
        if (fault.get() instanceof RuntimeException problem) {
            throw problem;
        }
    }

    private void work(Step step, BooleanSupplier progress) {
        try {
            for (Task task = schedule.next(); !(task instanceof Task.End); task = schedule.next()) {
                run(task, step);
                service.backOff().exhausted().ifPresent(reason -> schedule.stop(ReleaseOutcome.OUTAGE, reason));
                if (progress.getAsBoolean()) {
                    record.write();
                }
            }
        } catch (InterruptedException stopped) {
            schedule.stop(ReleaseOutcome.INTERRUPTED, "The build was stopped");
        } catch (RuntimeException | Error broken) { // A fault of ours ends the run, and is told as such.
            fault.compareAndSet(null, broken);
            schedule.stop(ReleaseOutcome.INVALID, broken.toString());
        }
    }

    private void run(Task task, Step step) throws InterruptedException {
        if (task instanceof Task.Send send) {
            try {
                step.run(send.entry());
            } catch (ReleaseRefusedException | StoreRefusedException | IOException failure) {
                fail(send.entry(), Optional.empty(), failure, Optional.empty());
            }
        } else if (task instanceof Task.Poll poll) {
            poll(poll.waiting());
        } else if (task instanceof Task.Pause pause) {
            service.time().sleep(pause.duration());
        }
    }
}
