package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.RequestLog;
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
import io.github.storemaven.submission.SummaryMarkdown;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Follows a run of {@code submit}: {@code submission.json} has its end. */
final class ReleaseReporter extends EndReporter {
    private static final Set<ReleaseOutcome> ON_ITS_WAY = Set.of(ReleaseOutcome.SUBMITTED, ReleaseOutcome.PUBLISHED);
    private static final Set<ReleaseOutcome> NOT_SENT = Set.of(ReleaseOutcome.BUSY, ReleaseOutcome.OVERTAKEN);

    private volatile List<PackageFile> packages = List.of();
    private volatile Optional<Run> run = Optional.empty();
    private volatile Optional<ReleaseResult> result = Optional.empty();

    ReleaseReporter(AbstractServiceMojo mojo) {
        super(mojo);
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

    /** What is to be released. */
    void releases(List<PackageFile> files) {
        packages = files;
    }

    /** From now on the Store is asked. */
    void begins(Run release) {
        run = Optional.of(release);
    }

    /** The Store has answered to the end. */
    void ended(ReleaseResult end, String message) {
        result = Optional.of(end);
        ended(end.outcome(), message);
    }

    @Override
    Optional<String> resumeHint() {
        return progress(ReleaseProgress::resumeHint);
    }

    @Override
    boolean isBegun() {
        return run.isPresent();
    }

    private Optional<Product> product() {
        return run.map(Run::product).or(mojo::namedProduct);
    }

    @Override
    List<Path> files() {
        return new ResultFile(mojo.output()).of(product());
    }

    @Override
    ReleaseEnd end(ReleaseOutcome outcome, String message) {
        ReleaseReport report = report(outcome, message);
        return new ReleaseEnd(
                outcome,
                message,
                report.product().map(Product::id).orElse(""),
                report.json(),
                report.outputs(),
                report.title(),
                SummaryMarkdown.of(report),
                mojo.rehearse,
                report.warnings(),
                report.findings());
    }

    private ReleaseReport report(ReleaseOutcome outcome, String message) {
        return new ReleaseReport(
                outcome,
                message,
                product(),
                result.map(ReleaseResult::submissionId).or(() -> progress(ReleaseProgress::submissionId)),
                result.map(ReleaseResult::status).or(() -> progress(ReleaseProgress::status)),
                outcome == ReleaseOutcome.BUSY ? progress(ReleaseProgress::pending) : Optional.empty(),
                released(outcome),
                outcome == ReleaseOutcome.UNCHANGED ? Optional.empty() : progress(ReleaseProgress::plan),
                warnings(),
                findings(),
                next(outcome),
                tag(),
                mojo.rehearse,
                new Activity(
                        startedAt(),
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

    @Override
    Optional<String> next(ReleaseOutcome outcome) {
        return outcome == ReleaseOutcome.SUBMITTED
                ? result.filter(one -> one.kind() == ReleaseResult.Kind.AWAITS_MANUAL_PUBLISH)
                        .map(one -> "Press \"Publish now\" in Partner Center")
                : super.next(outcome);
    }

    @Override
    MavenReleaseLog log(ReleaseClock clock) {
        return new FollowedLog(clock) {
            /** Several products that wait for others are told apart. */
            @Override
            public void info(String line) {
                boolean isOneOfSeveral =
                        mojo.isDeferred() && progress(ReleaseProgress::pending).isPresent();
                super.info(isOneOfSeveral ? run.orElseThrow().product() + ": " + line : line);
            }

            /** What is sent is read as a whole now, and its digest is wanted at the end. */
            @Override
            protected void uploadBegins() {
                run.ifPresent(one -> one.digests().begin(packages));
                super.uploadBegins();
            }
        };
    }
}
