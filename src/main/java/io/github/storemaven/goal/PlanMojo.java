package io.github.storemaven.goal;

import io.github.storemaven.check.Findings;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.OfflineChecks;
import io.github.storemaven.submission.Plan;
import io.github.storemaven.submission.PlanMarkdown;
import io.github.storemaven.submission.PlannedRelease;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.text.ReplacedFile;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what submit would change now, path by path; reads alone, and sends nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractWantedMojo {
    /**
     * What submit would do about a pending submission; with {@code resume} the plan is on that one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    @Inject
    public PlanMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void workOnWhatIsThere() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        Problems problems = new Problems();
        ProductChoice choice = new ProductChoice(this);
        choice.check(problems);
        OnPending pending = new Choice(problems).of(OnPending.class, onPending, "onPending");
        Sources sources = new WantedSearch(this, choice, problems).findWhatIsThere();
        Checks checks = new Checks(this);
        checks.report(checks.of(sources), problems);
        Connection connection = connect(problems);
        Product product = answered(() -> choice.require(connection.service()));
        PlannedRelease planned = answered(() -> PlannedRelease.of(
                connection.service(),
                sources.wanted().of(product),
                pending,
                output().resolve("draft.json"),
                new MavenReleaseLog(getLog(), rehearse, new ReleaseClock(System::nanoTime))));
        getLog().info("Plan for " + product + " on " + planned.description());
        tell(planned.showingNotes(showNotes));
        Findings merged = OfflineChecks.presence(product, planned.published(), planned.checked(), sources.packages());
        checks.report(checks.told(merged), problems);
        if (planned.isUpdate()) {
            guardPrice(planned.plan(), problems);
        }
        problems.failIfAny();
    }

    private static void guardPrice(Plan plan, Problems problems) {
        try {
            plan.guardPrice();
        } catch (ReleaseRefusedException refused) {
            problems.add(refused.getMessage());
        }
    }

    private void tell(PlannedRelease planned) throws IOException {
        Plan plan = planned.plan();
        plan.lines().stream().map(shared().secrets()::mask).forEach(getLog()::info);
        plan.warnings().forEach(getLog()::warn);
        planned.pending()
                .flatMap(PlannedRelease.Pending::reason)
                .ifPresent(reason -> getLog().warn("submit would stop: " + reason));
        ResultFile.write(output().resolve("plan.json"), planned.json(), shared().secrets());
        ReplacedFile.write(
                output().resolve("plan.md"), shared().secrets().mask(PlanMarkdown.of(plan, planned.description())));
    }
}
