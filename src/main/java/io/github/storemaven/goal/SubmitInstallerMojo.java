package io.github.storemaven.goal;

import io.github.storemaven.installer.InstallerAddresses;
import io.github.storemaven.installer.InstallerClient;
import io.github.storemaven.installer.InstallerLog;
import io.github.storemaven.installer.InstallerOptions;
import io.github.storemaven.installer.InstallerOptions.OnPending;
import io.github.storemaven.installer.InstallerOptions.WaitFor;
import io.github.storemaven.installer.InstallerRelease;
import io.github.storemaven.installer.InstallerRequest;
import io.github.storemaven.installer.InstallerResult;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseLog;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Publishes an MSI or EXE product, whose installers the Store fetches from where you host them.
 *
 * @since 0.1.0
 */
@Mojo(name = "submit-installer", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class SubmitInstallerMojo extends AbstractSubmitMojo {
    /** What a module that names it is not passed over for. */
    private static final Set<String> NAMES = Set.of("productId", "installersFile", "productFile", "storeDirectory");

    /**
     * The packages as a JSON array of package objects; {@code src/store/installers.json} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.installersFile")
    File installersFile;

    /**
     * Properties and availability as a JSON merge patch; {@code src/store/product.json} if it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.productFile")
    File productFile;

    /**
     * Whether the host of each installer is asked whether its address answers.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.checkInstallers", defaultValue = "true")
    boolean checkInstallers;

    /**
     * Whether each installer is fetched and compared with the file that was built here.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.verifyInstallers", defaultValue = "false")
    boolean verifyInstallers;

    /**
     * Whether images are sent although they look like those of the Store.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.sendImages", defaultValue = "false")
    boolean sendImages;

    /**
     * Where this project keeps what it knows of the draft; by default {@code installer-draft.json} in the output directory.
     * A rehearsal has one of its own.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.recordFile")
    File recordFile;

    /**
     * When the draft has changes that this project did not make: {@code replace} and {@code fail} stop, {@code resume} submits
     * them too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.onPending", defaultValue = "replace")
    String onPending;

    /**
     * Skips this goal, and no other.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.submit-installer.skip", defaultValue = "false")
    boolean skipSubmitInstaller;

    private final InstallerReporter reporter = new InstallerReporter(this);

    @Inject
    public SubmitInstallerMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Optional<String> skippedBy() {
        return skipSubmitInstaller ? Optional.of("store.submit-installer.skip") : super.skippedBy();
    }

    @Override
    boolean takesInstallers() {
        return true;
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
        return sources().areAbsent();
    }

    private InstallerSources sources() {
        return new InstallerSources(this, installersFile, productFile);
    }

    @Override
    void submit() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        forgetEnd();
        ConfigurationProblems problems = new ConfigurationProblems();
        prepareEnd(problems);
        if (product().isFlight() || product().isAddon()) {
            problems.add("An MSI or EXE product is released to everybody, and a flight or an add-on is named as well;"
                    + " remove store.flightId, store.flightName, store.addonId and store.addonProductId");
        }
        InstallerAccess access = InstallerAccess.of(this, problems);
        InstallerOptions options = options(problems);
        InstallerSources.Read read = sources().read(problems);
        read.report(this, problems);
        reporter.found(read.findings());
        if (read.request().isEmpty() && problems.lines().isEmpty()) {
            problems.add("There is nothing to release: write the packages into src/store/installers.json, or texts and"
                    + " images into src/store/listings");
        }
        ReleaseRegistry.of(shared())
                .addInstaller(access.productId(), project.getArtifactId())
                .ifPresent(problems::add);
        askHosts(read.request(), problems);
        change(
                problems,
                connection ->
                        reporter.follow(() -> release(connection, access.client(connection), read.request(), options)));
    }

    private InstallerOptions options(ConfigurationProblems problems) throws IOException {
        ParameterValues choice = new ParameterValues(problems);
        WaitFor goal = choice.of(WaitFor.class, waitFor, "waitFor");
        return new InstallerOptions(
                choice.of(OnPending.class, onPending, "onPending"),
                commit,
                goal,
                choice.duration(timeout, "timeout")
                        .orElse(goal == WaitFor.PUBLICATION ? Duration.ofDays(7) : Duration.ofHours(1)),
                choice.wait(busyTimeout, "busyTimeout"),
                sendImages,
                InstallerAccess.record(this, recordFile));
    }

    /** A rehearsal and an offline build ask nobody. */
    private void askHosts(InstallerRequest request, ConfigurationProblems problems)
            throws IOException, InterruptedException {
        if (rehearse || session.isOffline() || !problems.lines().isEmpty()) {
            return;
        }
        InstallerAddresses hosts = new InstallerAddresses(hostTransport(), problems::add);
        if (checkInstallers) {
            hosts.check(request.packages(), request.installers());
        }
        if (verifyInstallers) {
            hosts.verify(request.installers());
        }
    }

    private void release(
            Connection connection, InstallerClient client, InstallerRequest request, InstallerOptions options)
            throws MojoFailureException, IOException, InterruptedException {
        getLog().info("Releasing product " + productId + " to everybody");
        ReleaseLog log = log();
        MavenColours colours = MavenColours.ofMaven();
        InstallerLog words = new InstallerLog(log::info, line -> getLog().info(line, colours), log::warn, rehearse);
        InstallerRelease release = new InstallerRelease(
                productId.strip(),
                client,
                connection.access().retryPolicy().wrap(connection.access().transport()),
                connection.access().secrets(),
                request,
                options,
                connection.access().time(),
                words);
        reporter.begins(release, connection.access().calls());
        InstallerResult result = answered(release::run);
        reporter.ended(result);
        words.ended(result);
    }
}
