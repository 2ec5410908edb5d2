package io.github.storemaven.goal;

import io.github.storemaven.check.Findings;
import io.github.storemaven.ci.Annotation.Level;
import io.github.storemaven.installer.PlannedInstaller;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.AddonEntry;
import io.github.storemaven.submission.AddonReader;
import io.github.storemaven.submission.AddonsPlan;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.FlightPromotion;
import io.github.storemaven.submission.Plan;
import io.github.storemaven.submission.PlanMarkdown;
import io.github.storemaven.submission.PlannedRelease;
import io.github.storemaven.submission.ReleaseChecks;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.submission.ReleaseRequestReader;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows what submit would change. Only reads.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractReleaseMojo {
    /**
     * What submit would do about a pending submission. With resume the plan is compared with that one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    /**
     * What submit would do when the gradual rollout of the last submission is in progress: fail or finalize.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onRollout", defaultValue = "fail")
    String onRollout;

    /**
     * How long submit would wait while another submission is pending, as in ISO 8601; not at all by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.busyTimeout", defaultValue = "PT0S")
    String busyTimeout;

    /**
     * The packages of an MSI or EXE product; {@code src/store/installers.json} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.installersFile")
    File installersFile;

    /**
     * Properties and availability of an MSI or EXE product; {@code src/store/product.json} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.productFile")
    File productFile;

    /**
     * Whether images of an MSI or EXE product would be sent although they look like those of the Store.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.sendImages", defaultValue = "false")
    boolean sendImages;

    /**
     * Where this project keeps what it knows of the draft of an MSI or EXE product; by default {@code installer-draft.json} in
     * the output directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.recordFile")
    File recordFile;

    /**
     * Names or patterns of folders below {@code addons} of the store folder: the plan is for these add-ons.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addons")
    List<String> addons;

    @Inject
    public PlanMojo(SettingsDecrypter decrypter, RepositorySystem repositorySystem) {
        super(decrypter, repositorySystem);
    }

    @Override
    void workOnWhatIsThere() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        if (isForInstaller()) {
            planInstaller();
            return;
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        OnPending pending = new ParameterValues(problems).of(OnPending.class, onPending, "onPending");
        if (parameters().areNamed()) {
            openReport(problems);
            planAddons(pending, problems);
            return;
        }
        checkProduct(problems);
        OnRollout rollout = new ParameterValues(problems).of(OnRollout.class, onRollout, "onRollout");
        Duration busy = new ParameterValues(problems).wait(busyTimeout, "busyTimeout");
        ReleaseConfiguration configuration = configuration(problems);
        ReleaseRequestReader.Result sources =
                released(reader(configuration, problems).readWhatIsThere());
        ReleaseChecks checks = checks(configuration);
        report(checks, checks.sources(sources), problems);
        ask(problems, connection -> {
            Product product = answered(() -> configuration.product().require(connection.service()));
            PlannedRelease planned = answered(() -> PlannedRelease.of(
                    connection.service(),
                    product,
                    sources.request(),
                    pending,
                    rollout,
                    busy.isZero()
                            ? Optional.empty()
                            : Optional.of(time.instant().plus(busy)),
                    output().resolve("draft.json"),
                    log()));
            tell(planned.showingNotes(showNotes));
            tellPreview();
            report(checks, checks.merged(planned, sources), problems);
            checks.countAdvice();
            if (!planned.plan().changes().isEmpty()) {
                answered(() -> new FlightPromotion(connection.service(), product, sources.request(), log()).problem())
                        .ifPresent(problems::add);
            }
            if (planned.isUpdate()) {
                guardPrice(planned.plan(), problems);
            }
            FailureTranslator.failIfFound(problems);
        });
    }

    @Override
    boolean takesInstallers() {
        return true;
    }

    private void planInstaller()
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ConfigurationProblems problems = new ConfigurationProblems();
        openReport(problems);
        InstallerAccess access = InstallerAccess.of(this, problems);
        InstallerSources.Read read = new InstallerSources(this, installersFile, productFile).read(problems);
        read.report(this, problems);
        report().add(read.findings());
        Path record = InstallerAccess.record(this, recordFile);
        ask(problems, connection -> {
            PlannedInstaller planned = answered(() -> PlannedInstaller.of(
                            access.client(connection), access.productId(), read.request(), record, sendImages)
                    .showingNotes(showNotes));
            MavenColours colours = MavenColours.ofMaven();
            planned.lines().stream().map(shared().secrets()::mask).forEach(line -> getLog().info(line, colours));
            ResultFile.write(output().resolve("plan.json"), planned.json(), shared().secrets());
        });
    }

    private void report(ReleaseChecks checks, Findings findings, ConfigurationProblems problems) {
        checks.report(findings, problems);
        report().add(findings);
    }

    private void planAddons(OnPending pending, ConfigurationProblems problems)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        AddonReader reader = parameters().reader();
        List<AddonEntry> entries = parameters().check(reader, problems);
        ask(problems, connection -> {
            AddonsPlan plan = answered(() -> new AddonsPlan(
                            connection.service(), reader, pending, output().resolve("draft.json"), fullDiff, log())
                    .of(entries, new Product.Application(applicationId.strip()), problems));
            write(plan.json(), plan.markdown());
            FailureTranslator.failIfFound(problems);
        });
    }

    private AddonParameters parameters() {
        return new AddonParameters(this, addons);
    }

    @Override
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        Rehearsal rehearsal = super.rehearsal(problems);
        return parameters().areNamed() ? parameters().named(rehearsal) : rehearsal;
    }

    private static void guardPrice(Plan plan, ConfigurationProblems problems) {
        try {
            plan.guardPrice();
        } catch (ReleaseRefusedException refused) {
            problems.add(refused.getMessage());
        }
    }

    private void tell(PlannedRelease planned) throws IOException {
        Plan plan = planned.plan();
        log().releaseNotes(plan);
        planned.pending()
                .filter(one -> one.reason().isEmpty())
                .ifPresent(one ->
                        getLog().info("Submission " + one.submissionId() + " is pending (" + one.status() + ")"));
        MavenColours colours = MavenColours.ofMaven();
        plan.lines(fullDiff).stream().map(shared().secrets()::mask).forEach(line -> getLog().info(line, colours));
        if (plan.changes().isEmpty()) {
            plan.notSentLine().ifPresent(getLog()::info);
        }
        plan.warnings().forEach(getLog()::warn);
        planned.pending()
                .ifPresent(pending -> pending.reason().ifPresent(reason -> {
                    String would = pending.waits() ? "submit would wait" : "submit would stop";
                    getLog().warn(would + ": " + reason);
                    report().add(Level.WARNING, would, reason);
                }));
        planned.rollout().ifPresent(rollout -> getLog().warn(rollout.line()));
        write(planned.json(), PlanMarkdown.of(plan, fullDiff));
    }

    private void write(JsonObject json, String markdown) throws IOException {
        ResultFile.write(output().resolve("plan.json"), json, shared().secrets());
        report().summary("plan.md", rehearse ? markdown.replaceFirst("^#+ ", "$0" + Rehearsal.HEADING) : markdown);
        getLog().info("Written to " + named(output().resolve("plan.md")) + " and plan.json");
    }
}
