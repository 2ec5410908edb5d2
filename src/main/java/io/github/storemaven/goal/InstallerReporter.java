package io.github.storemaven.goal;

import io.github.storemaven.installer.InstallerRelease;
import io.github.storemaven.installer.InstallerResult;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.submission.ReleaseReport;
import io.github.storemaven.submission.SummaryMarkdown;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a run of {@code submit-installer}: {@code installer.json} has its end. */
final class InstallerReporter extends EndReporter {
    private final AbstractProductMojo named;

    private volatile Optional<InstallerRelease> release = Optional.empty();
    private volatile Optional<RequestLog> calls = Optional.empty();

    InstallerReporter(AbstractProductMojo mojo) {
        super(mojo);
        this.named = mojo;
    }

    /** From now on the Store is asked. */
    void begins(InstallerRelease one, RequestLog sent) {
        release = Optional.of(one);
        calls = Optional.of(sent);
    }

    /** The Store has answered to the end. */
    void ended(InstallerResult result) {
        ReleaseOutcome outcome = switch (result.status()) {
            case "UNCHANGED" -> ReleaseOutcome.UNCHANGED;
            case "DRAFT" -> ReleaseOutcome.DRAFT;
            default -> result.isPublished() ? ReleaseOutcome.PUBLISHED : ReleaseOutcome.SUBMITTED;
        };
        ended(outcome, result.sentence());
    }

    @Override
    boolean isBegun() {
        return release.isPresent();
    }

    @Override
    List<Path> files() {
        return List.of(mojo.output().resolve("installer.json"));
    }

    @Override
    Optional<String> resumeHint() {
        return release.map(one -> one.known().left()).filter(left -> !left.isEmpty() && !mojo.rehearse);
    }

    /** The record of the draft tells whose it is, so nothing has to be named. */
    @Override
    Optional<String> next(ReleaseOutcome outcome) {
        return outcome == ReleaseOutcome.DRAFT ? Optional.of(commandThatCommits(Map.of())) : super.next(outcome);
    }

    @Override
    ReleaseEnd end(ReleaseOutcome outcome, String message) {
        String product = ConfigurationProblems.given(named.productId).orElse("");
        InstallerResult known =
                release.map(InstallerRelease::known).orElseGet(() -> new InstallerResult(product, "", "", 0, ""));
        Optional<String> submission = ConfigurationProblems.given(known.submissionId());
        Optional<String> status = ConfigurationProblems.given(known.status());
        String title =
                SummaryMarkdown.title("product" + (product.isEmpty() ? "" : " " + product), outcome, mojo.rehearse);
        SummaryMarkdown summary = new SummaryMarkdown(title).row("result", outcome.word());
        submission.ifPresent(id -> summary.row("submission", id));
        status.ifPresent(state -> summary.row("state", state));
        ConfigurationProblems.given(known.ongoing()).ifPresent(id -> summary.row("pending", id));
        Optional<String> next = next(outcome);
        return new ReleaseEnd(
                outcome,
                message,
                product,
                json(outcome, message, next, calls, json(product, known)),
                ReleaseReport.outputs(outcome, product, submission, status, mojo.rehearse),
                title,
                summary.sentence(
                                message,
                                SummaryMarkdown.changes(
                                        release.map(InstallerRelease::changes).orElse(List.of())))
                        .end(warnings(), next),
                mojo.rehearse,
                warnings(),
                findings());
    }

    private JsonObjectBuilder json(String product, InstallerResult known) {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder();
        if (!product.isEmpty()) {
            json.add(
                    "product",
                    Json.PROVIDER.createObjectBuilder().add("kind", "installer").add("id", product));
        }
        ConfigurationProblems.given(known.submissionId()).ifPresent(id -> json.add("submissionId", id));
        ConfigurationProblems.given(known.status()).ifPresent(status -> json.add("status", status));
        ConfigurationProblems.given(known.ongoing())
                .ifPresent(id -> json.add(
                        "pending",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("submissionId", id)
                                .add("status", "INPROGRESS")));
        release.ifPresent(one -> json.add("packages", one.packages()));
        calls.ifPresent(sent -> json.add(
                "counts",
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("requests", sent.requests())
                        .add("images", known.images())
                        .add("seconds", seconds())));
        return json;
    }

    private double seconds() {
        return Math.round(Duration.between(startedAt(), mojo.time.instant()).toMillis() / 100.0) / 10.0;
    }
}
