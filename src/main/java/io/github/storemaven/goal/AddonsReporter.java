package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.submission.AddonsRelease;
import io.github.storemaven.submission.AddonsReport;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseOutcome;
import io.github.storemaven.submission.ReleaseReport;
import io.github.storemaven.submission.SummaryMarkdown;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a run of {@code submit-addons}: {@code addons.json} has its end, with what became of each add-on. */
final class AddonsReporter extends EndReporter {
    private volatile Optional<AddonsRelease> release = Optional.empty();
    private volatile Optional<RequestLog> calls = Optional.empty();
    private volatile Optional<AddonsReport> report = Optional.empty();

    AddonsReporter(AbstractServiceMojo mojo) {
        super(mojo);
    }

    /** From now on the Store is asked. */
    void begins(AddonsRelease many, RequestLog sent) {
        release = Optional.of(many);
        calls = Optional.of(sent);
    }

    /** All add-ons have come to an end. */
    void ended(AddonsReport all) {
        report = Optional.of(all);
        if (all.failure().isEmpty() && !all.tolerated().isEmpty()) {
            endedTolerably(all.outcome(), all.sentence());
        } else {
            ended(all.outcome(), all.sentence());
        }
    }

    @Override
    boolean isBegun() {
        return release.isPresent();
    }

    @Override
    List<Path> files() {
        return List.of(mojo.output().resolve("addons.json"));
    }

    @Override
    Optional<String> resumeHint() {
        return release.map(many -> String.join(" ", many.resumeHints())).filter(hints -> !hints.isEmpty());
    }

    @Override
    ReleaseEnd end(ReleaseOutcome outcome, String message) {
        AddonsReport all = report.or(() -> release.map(many -> many.report(outcome)))
                .orElseGet(() -> new AddonsReport(List.of(), 0));
        Optional<Product> application =
                ConfigurationProblems.given(mojo.applicationId).map(Product.Application::new);
        String product = application.map(Product::id).orElse("");
        Optional<String> link = application
                .filter(unused -> !mojo.rehearse)
                .map(PartnerCenter::page)
                .map(Object::toString);
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder();
        application.ifPresent(app -> json.add("product", app.json()));
        link.ifPresent(page -> json.add("link", page));
        Map<String, String> outputs =
                ReleaseReport.outputs(outcome, product, Optional.empty(), Optional.empty(), mojo.rehearse);
        link.ifPresent(page -> outputs.put("STORE_LINK", page));
        String title = SummaryMarkdown.title(
                "add-ons" + application.map(app -> " of " + app).orElse(""), outcome, mojo.rehearse);
        Optional<String> next = next(outcome);
        return new ReleaseEnd(
                outcome,
                message,
                product + "/addons",
                json(
                        outcome,
                        message,
                        next,
                        calls,
                        json.addAll(Json.PROVIDER.createObjectBuilder(all.json(!mojo.rehearse)))),
                outputs,
                title,
                new SummaryMarkdown(title)
                        .row("result", outcome.word())
                        .sentence(message, all.markdown(!mojo.rehearse))
                        .end(warnings(), next),
                mojo.rehearse,
                warnings(),
                findings());
    }
}
