package io.github.storemaven.goal;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Follows a run of a goal that releases, from its first step on. What became of it is written and told once, whatever the end
 * is: a success, a failure before the Store was asked or after it, or a stop from outside.
 */
abstract class EndReporter {
    private static final String FAILED_BUILD = "The build has failed. ";
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    final AbstractServiceMojo mojo;

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private Optional<Instant> startedAt = Optional.empty();
    private volatile Tolerance tolerance = Tolerance.none();
    private volatile boolean isTolerated;
    private boolean isLeft;
    private boolean ended;

    EndReporter(AbstractServiceMojo mojo) {
        this.mojo = mojo;
    }

    /** The end, with all that is known by now; may be asked by the thread that ends the virtual machine. */
    abstract ReleaseEnd end(ReleaseOutcome outcome, String message);

    /** Where the result is written; the last file is the one that messages name. */
    abstract List<Path> files();

    /** What is left in the Store where the run stops now, and how to resume it. */
    abstract Optional<String> resumeHint();

    /** Whether the Store was asked. */
    abstract boolean isBegun();

    /** Does some work of the goal; a failure and a stop from outside are its end. */
    final void follow(AbstractStoreMojo.Work work)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        new ReleaseChannel(mojo).follow();
        startedAt = Optional.of(startedAt());
        Interruption interruption = Interruption.watch(this::interrupted);
        try {
            work.run();
        } catch (MojoExecutionException
                | MojoFailureException
                | IOException
                | InterruptedException
                | RuntimeException
                | Error failure) { // Whatever it is, there is a result.
            boolean isSuccess = tolerates(failure);
            isTolerated |= isSuccess;
            failed(failure);
            if (!isSuccess) {
                throw failure;
            }
            warnOf(failure);
        } finally {
            interruption.close();
        }
    }

    /** Ends that are a success with one warning. */
    final void tolerates(Tolerance ends) {
        tolerance = ends;
    }

    final Tolerance tolerance() {
        return tolerance;
    }

    /** Whether a failure is to be a success, and so is told in one warning. */
    final boolean tolerates(Throwable failure) {
        return tolerance.covers(failure);
    }

    /** A time-out says by itself what becomes of the submission. */
    private void warnOf(Throwable failure) {
        ReleaseOutcome outcome = Tolerance.outcome(failure);
        Optional<String> left = outcome == ReleaseOutcome.TIMED_OUT ? Optional.empty() : resumeHint();
        mojo.log()
                .warn(Tolerance.warning(
                        Tolerance.message(failure)
                                + left.map(hint -> " " + hint).orElse(""),
                        List.of(outcome)));
    }

    /** A log that is followed: what it warns of, and what checks find. */
    MavenReleaseLog log(ReleaseClock clock) {
        return new FollowedLog(clock);
    }

    /** What checks have found. */
    final void found(Findings some) {
        findings.addAll(some.all());
    }

    /** The goal does nothing, as asked. */
    final void skipped(String reason) {
        ended(ReleaseOutcome.SKIPPED, reason);
    }

    /** The goal fails. */
    final void failed(Throwable failure) {
        ReleaseOutcome outcome = Tolerance.outcome(failure);
        ended(outcome, outcome == ReleaseOutcome.INTERRUPTED ? stop() : Tolerance.message(failure));
    }

    /**
     * The build ends before this release does, in which nothing was sent: it waits for another submission, or was not begun.
     *
     * @param isStopped whether somebody has stopped the build; else it has failed
     */
    final void left(boolean isStopped) {
        if (isStopped) {
            resumeHint().filter(unused -> !mojo.rehearse).ifPresent(mojo.log()::warn);
            interrupted();
        } else if (isBegun()) {
            ended(ReleaseOutcome.BUSY, FAILED_BUILD + resumeHint().orElse(""));
        } else {
            isLeft = true;
            ended(ReleaseOutcome.SKIPPED, FAILED_BUILD + "This release was not begun, and nothing was sent");
        }
    }

    private String stop() {
        return "Stopped from outside during store:" + mojo.goal()
                + resumeHint().map(hint -> ". " + hint).orElse("");
    }

    /** Said by the thread that ends the virtual machine: nothing is waited for. */
    private void interrupted() {
        ended(ReleaseOutcome.INTERRUPTED, stop());
    }

    /** Some of many parts ended in a way that is to be a success, and the others well. */
    final void endedTolerably(ReleaseOutcome outcome, String message) {
        isTolerated = true;
        ended(outcome, message);
    }

    /** The first end is the end: behind a stop from outside, whatever fails is its consequence. */
    final synchronized void ended(ReleaseOutcome outcome, String message) {
        if (ended) {
            return;
        }
        ended = true;
        ReleaseEnd end = end(outcome, shown(message));
        try {
            for (Path file : files()) {
                ResultFile.write(file, end.json(), mojo.shared().secrets());
            }
            new BuildReport(mojo.shared())
                    .add(end, mojo.buildOutput(), mojo.shared().secrets());
        } catch (IOException problem) { // A release that has succeeded does not fail because a file of ours cannot be
            // written.
            mojo.getLog()
                    .warn("The result is not in " + files().get(files().size() - 1) + ". "
                            + FileFailure.sentence(problem) + ". " + end.message());
        }
        new ReleaseChannel(mojo).add(end, isTolerated, mojo.skippedBy().isPresent());
    }

    private String shown(String message) {
        String line = LINE_BREAK
                .splitAsStream(message)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return mojo.shared().secrets().mask(mojo.rehearse ? Rehearsal.withoutLinks(line) : line);
    }

    final List<String> warnings() {
        return List.copyOf(warnings);
    }

    final List<Finding> findings() {
        return List.copyOf(findings);
    }

    final Instant startedAt() {
        return startedAt.orElseGet(mojo.time::instant);
    }

    final Optional<String> tag() {
        return ReleaseTag.of(mojo.session).map(ForeignText::oneLine);
    }

    /**
     * What is true of each end, around what a goal has to tell besides.
     *
     * @param calls of the Store so far; empty where it was not asked
     */
    final JsonObject json(
            ReleaseOutcome outcome,
            String message,
            Optional<String> next,
            Optional<RequestLog> calls,
            JsonObjectBuilder besides) {
        JsonObjectBuilder json = Json.PROVIDER
                .createObjectBuilder()
                .add("result", outcome.word())
                .add("message", message);
        if (mojo.rehearse) {
            json.add("rehearsal", true);
        }
        json.addAll(besides);
        tag().ifPresent(one -> json.add("tag", one));
        next.ifPresent(one -> json.add("next", one));
        return json.add("startedAt", startedAt().toString())
                .add("endedAt", mojo.time.instant().toString())
                .add(
                        "correlationIds",
                        Json.PROVIDER.createArrayBuilder(
                                calls.map(RequestLog::correlationIds).orElse(List.of())))
                .build();
    }

    /** What is to follow; empty where nothing is to be done. */
    Optional<String> next(ReleaseOutcome outcome) {
        return switch (outcome) {
            case PUBLISHED, UNCHANGED, OVERTAKEN, SUBMITTED -> Optional.empty();
            case SKIPPED -> isLeft ? Optional.of(command(given())) : Optional.empty();
            case DRAFT -> Optional.of(commandThatCommits(Map.of("store.onPending", "resume")));
            case BUSY, TIMED_OUT, OUTAGE, INTERRUPTED -> Optional.of(command(given()));
            case REPLACED ->
                Optional.of("Look at what the other run releases; to release this after it: " + command(given()));
            case REFUSED, INVALID -> Optional.of("Correct what the message names; then: " + command(given()));
        };
    }

    /** The same command, with some properties besides. */
    final String commandThatCommits(Map<String, String> besides) {
        Properties given = given();
        given.remove("store.commit");
        given.putAll(besides);
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
    class FollowedLog extends MavenReleaseLog {
        FollowedLog(ReleaseClock clock) {
            super(
                    mojo.getLog(),
                    mojo::isNews,
                    mojo.rehearse,
                    clock,
                    mojo instanceof AbstractReleaseMojo release && release.fullDiff);
        }

        @Override
        public void warn(String line) {
            warnings.add(EndReporter.this.shown(line));
            super.warn(line);
        }

        @Override
        protected void found(Findings some) {
            EndReporter.this.found(some);
        }
    }
}
