package io.github.storemaven.goal;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.PackageDigests;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.submission.Plan;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.submission.ReleaseProgress;
import io.github.storemaven.submission.ReleaseReport;
import io.github.storemaven.submission.ReleaseReport.Activity;
import io.github.storemaven.submission.ReleaseReport.ReleasedPackage;
import io.github.storemaven.submission.ReleaseResult;
import io.github.storemaven.submission.SubmissionUpload;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Follows a run of {@code submit} from its first step on and writes what became of it, once, whatever the end is: a success, a
 * failure before the Store was asked or after it, or a stop from outside.
 */
final class ReleaseReporter {
    private static final Set<ReleaseOutcome> ON_ITS_WAY = Set.of(ReleaseOutcome.SUBMITTED, ReleaseOutcome.PUBLISHED);
    private static final Set<ReleaseOutcome> NOT_SENT = Set.of(ReleaseOutcome.BUSY, ReleaseOutcome.OVERTAKEN);
    private static final String FAILED_BUILD = "The build has failed. ";

    private final AbstractServiceMojo mojo;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    private Optional<Instant> startedAt = Optional.empty();
    private volatile List<PackageFile> packages = List.of();
    private volatile Optional<Run> run = Optional.empty();
    private volatile Tolerance tolerance = Tolerance.none();
    private volatile boolean isTolerated;
    private boolean isLeft;
    private boolean ended;

    ReleaseReporter(AbstractServiceMojo mojo) {
        this.mojo = mojo;
    }

    /** What a release is at, once the Store is asked. */
    record Run(
            Product product,
            ReleaseProgress progress,
            PackageDigests digests,
            RequestLog calls,
            SubmissionUpload upload,
            ReleaseClock clock) {
        private JsonObject counts() {
            return Json.PROVIDER
                    .createObjectBuilder()
                    .add("requests", calls.requests())
                    .add("bytes", upload.bytes())
                    .add("seconds", clock.seconds())
                    .add("parts", clock.parts())
                    .build();
        }
    }

    /** Does some work of the goal; a failure and a stop from outside are its end. */
    void follow(AbstractStoreMojo.Work work)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        new ReleaseChannel(mojo).follow();
        startedAt = startedAt.or(() -> Optional.of(mojo.time.instant()));
        Interruption interruption = Interruption.watch(this::interrupted);
        try {
            work.run();
        } catch (MojoExecutionException
                | MojoFailureException
                | IOException
                | InterruptedException
                | RuntimeException
                | Error failure) { // Whatever it is, there is a result.
            isTolerated = tolerates(failure);
            failed(failure);
            if (!isTolerated) {
                throw failure;
            }
            warnOf(failure);
        } finally {
            interruption.close();
        }
    }

    /** Ends that are a success with one warning. */
    void tolerates(Tolerance ends) {
        tolerance = ends;
    }

    /** Whether a failure is to be a success, and so is told in one warning. */
    boolean tolerates(Throwable failure) {
        return tolerance.covers(failure);
    }

    /** A time-out says by itself what becomes of the submission. */
    private void warnOf(Throwable failure) {
        ReleaseOutcome outcome = ReleaseOutcome.of(failure);
        Optional<String> left =
                outcome == ReleaseOutcome.TIMED_OUT ? Optional.empty() : progress(ReleaseProgress::resumeHint);
        mojo.log()
                .warn(Tolerance.warning(
                        Tolerance.message(failure)
                                + left.map(hint -> " " + hint).orElse(""),
                        outcome));
    }

    /** A log that is followed: what it warns of, and what checks find. */
    MavenReleaseLog log(ReleaseClock clock) {
        return new FollowedLog(clock);
    }

    /** What is to be released. */
    void releases(List<PackageFile> files) {
        packages = files;
    }

    /** From now on the Store is asked. */
    void begins(Run release) {
        run = Optional.of(release);
    }

    /** The goal does nothing, as asked. */
    void skipped(String reason) {
        end(ReleaseOutcome.SKIPPED, reason, Optional.empty());
    }

    /** The Store has answered to the end. */
    void ended(ReleaseResult result, String message) {
        end(result.outcome(), message, Optional.of(result));
    }

    /** The goal fails. */
    void failed(Throwable failure) {
        ReleaseOutcome outcome = ReleaseOutcome.of(failure);
        end(outcome, outcome == ReleaseOutcome.INTERRUPTED ? stop() : Tolerance.message(failure), Optional.empty());
    }

    /**
     * The build ends before this release does, in which nothing was sent: it waits for another submission, or was not begun.
     *
     * @param isStopped whether somebody has stopped the build; else it has failed
     */
    void left(boolean isStopped) {
        if (isStopped) {
            progress(ReleaseProgress::resumeHint)
                    .filter(unused -> !mojo.rehearse)
                    .ifPresent(mojo.log()::warn);
            interrupted();
        } else if (run.isPresent()) {
            end(
                    ReleaseOutcome.BUSY,
                    FAILED_BUILD + progress(ReleaseProgress::resumeHint).orElse(""),
                    Optional.empty());
        } else {
            isLeft = true;
            end(
                    ReleaseOutcome.SKIPPED,
                    FAILED_BUILD + "This release was not begun, and nothing was sent",
                    Optional.empty());
        }
    }

    private String stop() {
        return "Stopped from outside during store:" + mojo.goal()
                + progress(ReleaseProgress::resumeHint).map(hint -> ". " + hint).orElse("");
    }

    /** Said by the thread that ends the virtual machine: nothing is waited for. */
    private void interrupted() {
        end(ReleaseOutcome.INTERRUPTED, stop(), Optional.empty());
    }

    /** The first end is the end: behind a stop from outside, whatever fails is its consequence. */
    private synchronized void end(ReleaseOutcome outcome, String message, Optional<ReleaseResult> result) {
        if (ended) {
            return;
        }
        ended = true;
        ReleaseReport report = report(outcome, shown(message), result);
        try {
            new ResultFile(mojo.output()).write(report, mojo.shared().secrets());
            new BuildReport(mojo.shared())
                    .add(report, mojo.buildOutput(), mojo.shared().secrets());
        } catch (IOException problem) { // A release that has succeeded does not fail because a file of ours cannot be
            // written.
            mojo.getLog()
                    .warn("The result is not in "
                            + new ResultFile(mojo.output()).last() + ". " + FileFailure.sentence(problem)
                            + report.submissionId()
                                    .map(id -> ". Submission " + id
                                            + report.product()
                                                    .map(of -> " of " + of)
                                                    .orElse("") + " is in the state "
                                            + report.status()
                                                    .map(SubmissionStatus::name)
                                                    .orElse("unknown"))
                                    .orElse(""));
        }
        new ReleaseChannel(mojo).add(report, isTolerated, mojo.skippedBy().isPresent());
    }

    private String shown(String message) {
        String line = message.replaceAll("\\s*\\R\\s*", " ").strip();
        return mojo.shared().secrets().mask(mojo.rehearse ? Rehearsal.withoutLinks(line) : line);
    }

    private ReleaseReport report(ReleaseOutcome outcome, String message, Optional<ReleaseResult> result) {
        return new ReleaseReport(
                outcome,
                message,
                run.map(Run::product).or(mojo::namedProduct),
                result.map(ReleaseResult::submissionId).or(() -> progress(ReleaseProgress::submissionId)),
                result.map(ReleaseResult::status).or(() -> progress(ReleaseProgress::status)),
                outcome == ReleaseOutcome.BUSY ? progress(ReleaseProgress::pending) : Optional.empty(),
                released(outcome),
                outcome == ReleaseOutcome.UNCHANGED ? Optional.empty() : progress(ReleaseProgress::plan),
                List.copyOf(warnings),
                List.copyOf(findings),
                next(outcome, result),
                ReleaseTag.of(mojo.session).map(ForeignText::oneLine),
                mojo.rehearse,
                new Activity(
                        startedAt.orElseGet(mojo.time::instant),
                        mojo.time.instant(),
                        run.map(one -> one.calls().correlationIds()).orElse(List.of()),
                        run.map(Run::counts).orElse(JsonValue.EMPTY_JSON_OBJECT)));
    }

    private <T> Optional<T> progress(Function<ReleaseProgress, Optional<T>> part) {
        return run.flatMap(one -> part.apply(one.progress()));
    }

    private List<ReleasedPackage> released(ReleaseOutcome outcome) {
        Set<String> sent = ON_ITS_WAY.contains(outcome) || outcome == ReleaseOutcome.DRAFT
                ? progress(ReleaseProgress::plan)
                        .map(Plan::pendingFiles)
                        .map(Set::copyOf)
                        .orElse(Set.of())
                : Set.of();
        if (NOT_SENT.contains(outcome)) {
            run.ifPresent(one -> one.digests().begin(packages));
        }
        List<ReleasedPackage> released = new ArrayList<>();
        for (PackageFile one : packages) {
            released.add(new ReleasedPackage(
                    one, one.file().toFile().length(), digest(one, outcome), sent.contains(one.name())));
        }
        return released;
    }

    private Optional<String> digest(PackageFile one, ReleaseOutcome outcome) {
        try {
            PackageDigests digests = run.map(Run::digests).orElseGet(PackageDigests::new);
            return outcome == ReleaseOutcome.INTERRUPTED ? digests.known(one) : digests.of(one);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> next(ReleaseOutcome outcome, Optional<ReleaseResult> result) {
        return switch (outcome) {
            case PUBLISHED, UNCHANGED, OVERTAKEN -> Optional.empty();
            case SKIPPED -> isLeft ? Optional.of(command(given())) : Optional.empty();
            case SUBMITTED ->
                result.filter(one -> one.kind() == ReleaseResult.Kind.AWAITS_MANUAL_PUBLISH)
                        .map(one -> "Press \"Publish now\" in Partner Center");
            case DRAFT -> Optional.of(commandThatCommits());
            case BUSY, TIMED_OUT, OUTAGE, INTERRUPTED -> Optional.of(command(given()));
            case REPLACED ->
                Optional.of("Look at what the other run releases; to release this after it: " + command(given()));
            case REFUSED, INVALID -> Optional.of("Correct what the message names; then: " + command(given()));
        };
    }

    private String commandThatCommits() {
        Properties given = given();
        given.remove("store.commit");
        given.setProperty("store.onPending", "resume");
        return command(given);
    }

    private Properties given() {
        Properties given = new Properties();
        given.putAll(mojo.session.getRequest().getUserProperties());
        return given;
    }

    private String command(Properties given) {
        return GoalCommand.of(mojo.project, mojo.execution, mojo.session.getRequest(), mojo.rehearse, given);
    }

    /** Maven's log with an ear in it. */
    private final class FollowedLog extends MavenReleaseLog {
        FollowedLog(ReleaseClock clock) {
            super(mojo.getLog(), mojo.rehearse, clock, mojo instanceof AbstractReleaseMojo release && release.fullDiff);
        }

        /** Several products that wait for others are told apart. */
        @Override
        public void info(String line) {
            boolean isOneOfSeveral =
                    mojo.isDeferred() && progress(ReleaseProgress::pending).isPresent();
            super.info(isOneOfSeveral ? run.orElseThrow().product() + ": " + line : line);
        }

        @Override
        public void warn(String line) {
            warnings.add(shown(line));
            super.warn(line);
        }

        @Override
        protected void found(Findings some) {
            findings.addAll(some.all());
        }

        /** What is sent is read as a whole now, and its digest is wanted at the end. */
        @Override
        protected void uploadBegins() {
            run.ifPresent(one -> one.digests().begin(packages));
            super.uploadBegins();
        }
    }
}
