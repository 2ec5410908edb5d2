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
import io.github.storemaven.json.Json;
import io.github.storemaven.submission.ConfigurationProblems;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
    private static final String RESULT = "installer.json";

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
     * Ends that are a success with one warning: {@code busy} (another submission is in progress, nothing was sent), {@code
     * timedOut} (what was submitted is not published yet), {@code outage} (the service was not reached).
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.tolerate")
    List<String> tolerate;

    /**
     * Skips this goal, and no other.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.submit-installer.skip", defaultValue = "false")
    boolean skipSubmitInstaller;

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
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        InstallerSources sources = new InstallerSources(this, installersFile, productFile);
        ModuleSkip module = new ModuleSkip(this);
        module.warnOfModules(sources.areAbsent());
        if (module.skips(sources.areAbsent() && !module.names(NAMES))) {
            return;
        }
        needNetwork();
        forgetResult(RESULT);
        ConfigurationProblems problems = new ConfigurationProblems();
        if (product().isFlight() || product().isAddon()) {
            problems.add("An MSI or EXE product is released to everybody, and a flight or an add-on is named as well;"
                    + " remove store.flightId, store.flightName, store.addonId and store.addonProductId");
        }
        InstallerAccess access = InstallerAccess.of(this, problems);
        InstallerOptions options = options(problems);
        Tolerance tolerance = new ParameterValues(problems).tolerated(tolerate, "tolerate");
        InstallerSources.Read read = sources.read(problems);
        read.report(this, problems);
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
                connection -> tolerance.follow(
                        getLog(), () -> release(connection, access.client(connection), read.request(), options)));
    }

    private InstallerOptions options(ConfigurationProblems problems) {
        ParameterValues choice = new ParameterValues(problems);
        WaitFor goal = choice.of(WaitFor.class, waitFor, "waitFor");
        return new InstallerOptions(
                choice.of(OnPending.class, onPending, "onPending"),
                commit,
                goal,
                choice.duration(timeout, "timeout")
                        .orElse(goal == WaitFor.PUBLICATION ? Duration.ofDays(7) : Duration.ofHours(1)),
                sendImages,
                recordFile == null ? output().resolve("installer-draft.json") : recordFile.toPath());
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
        long start = System.nanoTime();
        InstallerRelease release = new InstallerRelease(
                productId.strip(),
                client,
                connection.access().retryPolicy().wrap(connection.access().transport()),
                connection.access().secrets(),
                request,
                options,
                connection.access().time(),
                new InstallerLog(getLog()::info, getLog()::warn));
        InstallerResult result = answered(release::run);
        writeResult(RESULT, json(result, connection, (System.nanoTime() - start) / 1e9));
    }

    private static JsonObject json(InstallerResult result, Connection connection, double seconds) {
        JsonObjectBuilder json = Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "product",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("kind", "installer")
                                .add("id", result.productId()))
                .add("status", result.status());
        if (!result.submissionId().isEmpty()) {
            json.add("submissionId", result.submissionId());
        }
        return json.add(
                        "correlationIds",
                        Json.PROVIDER.createArrayBuilder(
                                connection.access().calls().correlationIds()))
                .add(
                        "counts",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("requests", connection.access().calls().requests())
                                .add("images", result.images())
                                .add("seconds", Math.round(seconds * 10) / 10.0))
                .build();
    }
}
