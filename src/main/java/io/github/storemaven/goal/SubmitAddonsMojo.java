package io.github.storemaven.goal;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.SharedBackOff;
import io.github.storemaven.submission.AddonEntry;
import io.github.storemaven.submission.AddonReader;
import io.github.storemaven.submission.AddonResult;
import io.github.storemaven.submission.AddonsRelease;
import io.github.storemaven.submission.AddonsReport;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.submission.SubmissionUpload;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Publishes all add-ons of the store folder that differ from what the Store has, several at a time, as fast as the Store
 * allows.
 *
 * @since 0.1.0
 */
@Mojo(name = "submit-addons", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class SubmitAddonsMojo extends AbstractSubmitMojo {
    /** What a module that names it is not passed over for. */
    private static final Set<String> NAMES = Set.of("addons", "storeDirectory");

    /**
     * Names or patterns of folders below {@code addons} of the store folder, such as {@code coins-*}; by default all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addons")
    List<String> addons;

    /**
     * When a submission is pending already: {@code replace}, {@code resume} or {@code fail}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    /**
     * Whether a {@code -SNAPSHOT} project is released too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.snapshots", defaultValue = "false")
    boolean snapshots;

    /**
     * Skips this goal, and no other.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.submit-addons.skip", defaultValue = "false")
    boolean skipSubmitAddons;

    /** Makes those who send; tests put their own in. */
    ThreadFactory workers = work -> new Thread(work, "store-addons");

    private final AddonsReporter reporter = new AddonsReporter(this);

    @Inject
    public SubmitAddonsMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Optional<String> skippedBy() {
        return skipSubmitAddons ? Optional.of("store.submit-addons.skip") : super.skippedBy();
    }

    @Override
    EndReporter reporter() {
        return reporter;
    }

    @Override
    Set<String> names() {
        return NAMES;
    }

    @Override
    boolean isEmpty() throws IOException {
        return parameters().areAbsent();
    }

    @Override
    void submit() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (hasProject() && project.getArtifact().isSnapshot() && !snapshots && !rehearse) {
            String line = "Skipping the add-ons of a snapshot (" + project.getVersion()
                    + "); \"-Dstore.snapshots=true\" releases them too";
            getLog().info(line);
            reporter.skipped(line);
            return;
        }
        needNetwork();
        forgetEnd();
        ConfigurationProblems problems = new ConfigurationProblems();
        prepareEnd(problems);
        ReleaseOptions options = options(problems);
        AddonReader reader = parameters().reader();
        List<AddonEntry> entries = parameters().check(reader, problems);
        change(problems, connection -> reporter.follow(() -> release(connection, reader, entries, options)));
    }

    private void release(Connection connection, AddonReader reader, List<AddonEntry> entries, ReleaseOptions options)
            throws MojoFailureException, IOException, InterruptedException {
        StoreAccess access = connection.access();
        SharedBackOff backOff = access.backOff(connection.requestsPerMinute());
        AddonsRelease release = new AddonsRelease(
                new AddonsRelease.Service(
                        access.service(connection.serviceUrl(), connection.tokens(), backOff),
                        backOff,
                        () -> upload(connection),
                        access.time(),
                        access.calls()::requests,
                        connection.requestsPerMinute()),
                reader,
                new Product.Application(applicationId.strip()),
                options,
                reporter.tolerance().ends(),
                rehearse ? Optional.empty() : Optional.of(output().resolve("addons-record.json")),
                log(),
                workers);
        reporter.begins(release, access.calls());
        Interruption interruption = Interruption.watch(() -> sayWhatIsLeft(release));
        try {
            conclude(answered(() -> release.run(entries)));
        } catch (InterruptedException | RuntimeException | Error stopped) { // What is left has to be told.
            sayWhatIsLeft(release);
            throw stopped;
        } finally {
            interruption.close();
        }
    }

    private void conclude(AddonsReport all) throws MojoFailureException {
        AddonsReport report = rehearse ? all.withReasons(Rehearsal::withoutLinks) : all;
        reporter.ended(report);
        if (!report.tolerated().isEmpty()) {
            report.rows(AddonResult.Kind.TOLERATED).forEach(log()::info);
            log().warn(Tolerance.warning(report.toleratedSentence(), report.tolerated()));
        }
        Optional<String> failure = report.failure();
        if (failure.isPresent()) {
            String table =
                    failure.get() + "\nAll add-ons are in " + reporter.files().get(0);
            throw new MojoFailureException(rehearse ? Rehearsal.withoutLinks(table) : table);
        }
        report.drafts().ifPresent(getLog()::info);
        getLog().info(report.line());
    }

    /** Each add-on's few pictures are no progress to show. */
    private static SubmissionUpload upload(Connection connection) {
        StoreAccess access = connection.access();
        return new SubmissionUpload(
                new BlockUpload(access.transport(), access.time(), access.retryPolicy(), UploadSettings.chosen()),
                new UploadListener() {},
                connection.serviceUrl());
    }

    /** The Store of a rehearsal ends with the build, so nothing is left in it. */
    private void sayWhatIsLeft(AddonsRelease release) {
        if (!rehearse) {
            release.resumeHints().forEach(getLog()::warn);
        }
    }

    private AddonParameters parameters() {
        return new AddonParameters(this, addons);
    }

    @Override
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        return parameters().named(super.rehearsal(problems));
    }

    private ReleaseOptions options(ConfigurationProblems problems) {
        ParameterValues values = new ParameterValues(problems);
        WaitFor goal = values.of(WaitFor.class, waitFor, "waitFor");
        return new ReleaseOptions(
                values.of(OnPending.class, onPending, "onPending"),
                commit,
                goal,
                values.duration(timeout, "timeout").orElse(goal.usualTimeout()),
                output().resolve("draft.json"),
                false,
                OnRollout.FAIL,
                values.wait(busyTimeout, "busyTimeout"));
    }
}
