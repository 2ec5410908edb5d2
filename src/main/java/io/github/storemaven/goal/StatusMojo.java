package io.github.storemaven.goal;

import io.github.storemaven.installer.InstallerStatus;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.FindingsMarkdown;
import io.github.storemaven.submission.NextCommand;
import io.github.storemaven.submission.ProductStatus;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.submission.StatusRenderer;
import io.github.storemaven.submission.StatusWait;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what is published and what is pending, and what can be done next; waits for what is pending where that is asked for.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends AbstractInstallerMojo {
    private static final String RESULT = "status.json";

    /**
     * true: show the app with all its flights and add-ons.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.all", defaultValue = "false")
    boolean all;

    /**
     * How far to wait: none, commit, certification or publication. Only on the command line or in an execution of this
     * goal, because elsewhere it belongs to submit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.waitFor", defaultValue = "none")
    String waitFor;

    /**
     * Longest wait, such as PT30M or P2D. Default: 1 hour for commit, 7 days for certification and publication.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.timeout")
    String timeout;

    /**
     * Ends of a wait that are a success with one warning: {@code timedOut} (the Store has accepted the submission and is at
     * work), {@code outage} (the service was not reached); taken from the same places as {@code waitFor}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.tolerate")
    List<String> tolerate;

    /**
     * Which CI service is told of the run: {@code auto} (by the environment), {@code none}, {@code github}, {@code azure} or
     * {@code teamcity}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.ciReport", defaultValue = "auto")
    String ciReport;

    private GoalReport report;

    @Inject
    public StatusMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Set<String> ownParameters() {
        return Set.of("waitFor", "timeout", "tolerate");
    }

    @Override
    void tellEnd(Optional<? extends Exception> failure) {
        if (report != null) {
            report.end(failure);
        }
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        forgetResult(RESULT);
        if (isForInstaller()) {
            tellInstaller();
            return;
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        checkProduct(problems);
        report = new GoalReport(this, CiChannel.of(this, ciReport, problems));
        if (all && (product().isFlight() || product().isAddon())) {
            problems.add(
                    "store.all is true, which is for an app with all its flights and add-ons; name no flight and no"
                            + " add-on beside it, or remove store.all");
        }
        ParameterValues choice = new ParameterValues(problems);
        WaitFor goal = choice.of(WaitFor.class, waitFor, "waitFor");
        Duration limit = choice.duration(timeout, "timeout").orElse(goal.usualTimeout());
        Tolerance named = choice.tolerated(tolerate, "tolerate");
        Tolerance tolerance = goal == WaitFor.NONE ? Tolerance.none() : named;
        ask(
                problems,
                connection -> tolerance.follow(getLog(), () -> {
                    List<ProductStatus> products = answered(() -> read(connection.service()));
                    conclude(
                            new StatusWait(
                                    connection.service(), connection.access().time(), log(), goal, limit, products),
                            tolerance);
                }));
    }

    @Override
    boolean takesInstallers() {
        return true;
    }

    /** This API tells whether the draft is ready and what is on its way, and not what is published. */
    private void tellInstaller()
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ConfigurationProblems problems = new ConfigurationProblems();
        InstallerAccess access = InstallerAccess.of(this, problems);
        ask(problems, connection -> {
            InstallerStatus status = answered(() -> InstallerStatus.of(access.client(connection), access.productId()));
            status.lines().stream().map(shared().secrets()::mask).forEach(getLog()::info);
            writeResult(RESULT, status.json());
        });
    }

    private List<ProductStatus> read(StoreClient store)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Product product = product().require(store);
        return all && product instanceof Product.Application application
                ? ProductStatus.readAll(store, application)
                : List.of(ProductStatus.read(store, product));
    }

    /** What is known is written and told, however the wait ends. */
    private void conclude(StatusWait wait, Tolerance tolerance)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        StatusRenderer renderer = new StatusRenderer(this::arguments, !rehearse);
        try {
            tolerance.follow(
                    getLog(),
                    () -> answered(() -> {
                        wait.run();
                        return wait;
                    }));
        } finally {
            writeResult(RESULT, renderer.json(wait.products()).build());
        }
        wait.products()
                .forEach(product ->
                        (all ? renderer.shortLines(product) : renderer.lines(product)).forEach(getLog()::info));
        report.summary(
                "status.md",
                FindingsMarkdown.of(
                        (rehearse ? Rehearsal.HEADING : "") + "Store status",
                        wait.products().stream()
                                .flatMap(product ->
                                        (all ? renderer.shortLines(product) : renderer.lines(product)).stream())
                                .toList()));
        if (wait.refusal().isPresent()) {
            throw new MojoFailureException(
                    rehearse
                            ? Rehearsal.withoutLinks(wait.refusal().get())
                            : wait.refusal().get());
        }
    }

    /** A product is named as it was named here, and by its id where it was found with an app. */
    private List<String> arguments(Product product) {
        List<String> arguments = new ArrayList<>();
        if (!all) {
            arguments.addAll(product().arguments());
        } else if (product instanceof Product.Addon) {
            arguments.add(NextCommand.argument("addonId", product.id()));
        } else {
            arguments.addAll(product().arguments());
            if (product instanceof Product.Flight) {
                arguments.add(NextCommand.argument("flightId", product.id()));
            }
        }
        arguments.addAll(storeArguments());
        return arguments;
    }
}
