package io.github.storemaven.goal;

import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PackageMode;
import io.github.storemaven.submission.ReleaseChecks;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.ReleaseLog;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.ReleaseRequestReader;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Publishes a submission of an app, or of a flight or an add-on when one is named: creates it, updates it, uploads its files, commits it and waits.
 *
 * @since 0.1.0
 */
@Mojo(name = "submit", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class SubmitMojo extends AbstractReleaseMojo {
    private static final String FIRST_STEPS = """
        Nothing is configured for the Store yet. A %s needs
          1. the app: its Store ID (Partner Center, Product identity) as
             <applicationId>, or "-Dstore.applicationId=...";
          2. something to release: a package (.msix, .msixbundle, .msixupload)
             in the build directory, or texts and images in src/store\
        """;

    private static final String CREDENTIALS = """
        ;
          3. credentials: the <server> microsoft-store in settings.xml.
        Without an account a rehearsal needs only 1 and 2:
             mvn store:submit "-Dstore.rehearse=true"\
        """;

    /**
     * What to do when another submission is not finished: replace (delete a draft made by API and create a new one),
     * resume (continue with it) or fail.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    /**
     * What to do when the gradual rollout of the last submission is in progress: fail, or finalize, which gives it to
     * everybody first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onRollout", defaultValue = "fail")
    String onRollout;

    /**
     * false: stop before publishing, and leave a draft that somebody can look at in Partner Center.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.commit", defaultValue = "true")
    boolean commit;

    /**
     * When the goal ends: none (at once), commit (the Store has accepted the files, minutes), certification or publication
     * (hours to days).
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.waitFor", defaultValue = "commit")
    String waitFor;

    /**
     * Longest wait, such as PT30M or P2D. Default: 1 hour for commit, 7 days for certification and publication.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.timeout")
    String timeout;

    /**
     * How long to wait while another submission of the product is being processed, such as PT2H. Default: not at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.busyTimeout", defaultValue = "PT0S")
    String busyTimeout;

    /**
     * Ends that are a success with one warning: {@code busy} (another submission is pending, nothing was sent), {@code
     * timedOut} (the Store has accepted the submission and is at work), {@code outage} (the service was not reached).
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.tolerate")
    List<String> tolerate;

    /**
     * true: a project with a -SNAPSHOT version is released too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.snapshots", defaultValue = "false")
    boolean snapshots;

    /**
     * true: skip store:submit only. store.skip skips every goal of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.submit.skip", defaultValue = "false")
    boolean skipSubmit;

    private final ReleaseReporter reporter = new ReleaseReporter(this);

    @Inject
    public SubmitMojo(SettingsDecrypter decrypter, RepositorySystem repositorySystem) {
        super(decrypter, repositorySystem);
    }

    @Override
    Optional<String> skippedBy() {
        return skipSubmit ? Optional.of("store.submit.skip") : super.skippedBy();
    }

    /** What has become of the release is told of all releases together; whatever was not followed failed before. */
    @Override
    void tellEnd(Optional<? extends Exception> failure) {
        failure.ifPresent(reporter::failed);
    }

    @Override
    void failed(MojoFailureException wrong) {
        reporter.failed(wrong);
    }

    @Override
    void leave(boolean isStopped) {
        reporter.left(isStopped);
    }

    @Override
    void skipped(String line) {
        reporter.skipped(line);
    }

    @Override
    ReleaseLog log() {
        return reporter.log(new ReleaseClock(System::nanoTime));
    }

    @Override
    void workOnWhatIsThere() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        reporter.follow(this::releaseWhatIsThere);
    }

    private void releaseWhatIsThere()
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (isUnwantedSnapshot()) {
            String line = "Skipping the release of a snapshot (" + project.getVersion()
                    + "); \"-Dstore.snapshots=true\" releases it anyway";
            getLog().info(line);
            reporter.skipped(line);
            return;
        }
        if (rehearse && !snapshots && isSnapshot()) {
            getLog().info("Without a rehearsal this goal skips a snapshot (" + project.getVersion()
                    + "); \"-Dstore.snapshots=true\" releases it anyway");
            Rehearsal.skipSnapshot(shared());
        }
        if (product().isUnnamed() && isEmpty()) {
            throw new MojoFailureException(
                    rehearse ? FIRST_STEPS.formatted("rehearsal") : FIRST_STEPS.formatted("release") + CREDENTIALS);
        }
        needNetwork();
        if (isDeferred()) {
            new ResultFile(output()).forget();
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        checkProduct(problems);
        boolean isNamed = problems.lines().isEmpty();
        ReleaseConfiguration configuration = configuration(problems);
        ReleaseRequestReader reader = reader(configuration, problems);
        if (isNamed) {
            getLog().info("Releasing " + reader.audience());
        }
        tellPreview();
        ReleaseOptions options = options(problems);
        if (reader.readsMuch()) {
            obtainTokenAhead(problems);
        }
        ReleaseRequestReader.Result sources = released(reader.read());
        ReleaseChecks checks = checks(configuration);
        checks.report(checks.sources(sources), problems);
        release(configuration, sources, options, checks, problems);
    }

    private void release(
            ReleaseConfiguration configuration,
            ReleaseRequestReader.Result sources,
            ReleaseOptions options,
            ReleaseChecks checks,
            ConfigurationProblems problems)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ReleaseRequest request = sources.request();
        reporter.releases(request.packages());
        ReleaseRegistry registry = ReleaseRegistry.of(shared());
        ReleaseRegistry.Entry entry = entry(request);
        registry.add(entry).ifPresent(problems::add);
        try {
            change(
                    problems,
                    request.mode() == PackageMode.ADD, // What it adds to may be released by another module.
                    connection -> reporter.follow(() -> {
                        Product product = answered(() -> product().require(connection.service()));
                        if (!configuration.product().isNamedById()) {
                            getLog().info("The id of " + product().named() + " is " + product.id());
                        }
                        answered(() -> registry.begin(entry, product, connection.service()));
                        advance(new ReleaseRun(
                                this,
                                connection,
                                reporter,
                                product,
                                request,
                                options,
                                checks.merged(request, sources.packages())));
                        tellWhatIsNotChecked(configuration.identity().expected(), sources.packages());
                    }));
        } finally {
            if (!isDeferred()) {
                registry.conclude(entry);
            }
        }
    }

    /** While another submission holds the place of this product, the other goals of the build have their turn. */
    private void advance(ReleaseRun release)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (!answered(release::advance)) {
            continueLater(() -> reporter.follow(() -> advance(release)));
        }
    }

    /** The embedded Store takes packages of any identity. */
    private void tellWhatIsNotChecked(ExpectedIdentity expected, List<PackageInfo> packages) {
        if (rehearse
                && !packages.isEmpty()
                && expected.packageIdentityName()
                        .or(expected::packageFamilyName)
                        .isEmpty()) {
            getLog().info("Not checked by a rehearsal: whether the package's identity name "
                    + ForeignText.oneLine(packages.get(0).identity().name())
                    + " is that of the app. To check it, set <packageIdentityName> (Partner Center, Product identity)");
        }
    }

    private ReleaseRegistry.Entry entry(ReleaseRequest wanted) {
        ReleaseRegistry.Entry entry = new ReleaseRegistry.Entry(
                        project.getArtifactId(), session.getProjects().indexOf(project))
                .with("applicationId", applicationId)
                .with("flightId", flightId)
                .with("flightName", flightName)
                .with("addonId", addonId)
                .with("addonProductId", addonProductId)
                .sends(ReleaseRegistry.packages(wanted));
        if (wanted.mode() == PackageMode.ADD) {
            entry.adds();
        }
        return isDeferred() ? entry : entry.atOnce();
    }

    private boolean isUnwantedSnapshot() {
        return !snapshots && !rehearse && isSnapshot();
    }

    /** Whether it is a snapshot for everybody; testers in a flight may have one. */
    private boolean isSnapshot() {
        return hasProject() && !product().isFlight() && project.getArtifact().isSnapshot();
    }

    private ReleaseOptions options(ConfigurationProblems problems) {
        ParameterValues choice = new ParameterValues(problems);
        reporter.tolerates(choice.tolerated(tolerate, "tolerate"));
        WaitFor goal = choice.of(WaitFor.class, waitFor, "waitFor");
        return new ReleaseOptions(
                choice.of(OnPending.class, onPending, "onPending"),
                commit,
                goal,
                choice.duration(timeout, "timeout").orElse(goal.usualTimeout()),
                output().resolve("draft.json"),
                showNotes,
                choice.of(OnRollout.class, onRollout, "onRollout"),
                choice.wait(busyTimeout, "busyTimeout"));
    }
}
