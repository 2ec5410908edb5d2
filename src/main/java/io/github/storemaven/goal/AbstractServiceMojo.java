package io.github.storemaven.goal;

import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.installer.InstallerRefusedException;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.NextCommand;
import io.github.storemaven.submission.ProductFolder;
import io.github.storemaven.submission.ProductSelector;
import io.github.storemaven.submission.ReleaseLog;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals that talk to the Store have: addresses, credentials, throttle, rehearsal. */
abstract class AbstractServiceMojo extends AbstractStoreMojo {
    /**
     * Id of the {@code <server>} in settings.xml that has the credentials.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.serverId", defaultValue = "microsoft-store")
    String serverId;

    /**
     * Root of the Store service; plain http only for loopback addresses.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.serviceUrl", defaultValue = "https://manage.devcenter.microsoft.com")
    String serviceUrl;

    /**
     * Root of the token endpoint; plain http only for loopback addresses.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.loginUrl", defaultValue = "https://login.microsoftonline.com")
    String loginUrl;

    /**
     * Store ID of the app: 12 letters and digits, in Partner Center under Product identity. Needed unless an add-on is
     * named by its Store ID.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.applicationId")
    String applicationId;

    /**
     * Rehearsal: a Store inside the build answers. Nothing reaches Microsoft, and no account is needed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rehearse", defaultValue = "false")
    boolean rehearse;

    /**
     * Most calls of the Store in any 60 seconds, over all modules of a build. The service allows 20 for a tenant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.requestsPerMinute", defaultValue = "20")
    String requestsPerMinute;

    /**
     * Document that the product has published in a rehearsal, as pull writes it. Default: a built-in one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rehearseDocument")
    File rehearseDocument;

    /**
     * JSON file of faults for a rehearsal, such as a refused certification.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.faults")
    File faults;

    /**
     * Choices of the embedded Store where the real one differs by account or is not known, as name=value with commas
     * between them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.switches")
    String switches;

    /**
     * true (the default): in a build of several modules, goals that change something in the Store wait for its end.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.submitAtEnd", defaultValue = "true")
    boolean submitAtEnd;

    /** The time of the whole goal; tests put their own in. */
    TimeSource time = TimeSource.system();

    /** The way to the network, through proxies; tests put their own in. */
    Function<Proxy.Selector, Transport> network = HttpTransport::new;

    private final SettingsDecrypter decrypter;
    private Optional<StoreConnector.Prepared> prepared = Optional.empty();
    private boolean rehearsedByEnvironment;
    private boolean contradicted;
    private Optional<Work> rest = Optional.empty();

    AbstractServiceMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    final void run() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        checkKind();
        rehearsed(this::work);
    }

    /** Fails where another kind of product is named than the goal knows. */
    void checkKind() throws MojoFailureException {}

    private void rehearsed(Work work)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (!rehearse) {
            work.run();
            return;
        }
        Rehearsal.announce(shared(), getLog());
        tellWhyItIsRehearsed();
        boolean passed = false;
        try {
            work.run();
            passed = true;
        } finally {
            if (!passed) {
                Rehearsal.fail(shared());
            }
        }
    }

    /** Once, though the goal may have several turns at the end of the build. */
    private void tellWhyItIsRehearsed() {
        if (rehearsedByEnvironment) {
            getLog().info("This is a rehearsal since STORE_REHEARSE is true in the environment");
        }
        if (contradicted) {
            getLog().warn("store.rehearse and STORE_REHEARSE in the environment contradict each other; this is a"
                    + " rehearsal");
        }
        rehearsedByEnvironment = false;
        contradicted = false;
    }

    /**
     * Takes what the environment says about a rehearsal; where the parameter says something else, the rehearsal wins.
     *
     * @param isSet whether the parameter has a value of its own
     */
    final void rehearseByEnvironment(boolean wanted, boolean isSet) {
        contradicted = isSet && wanted != rehearse;
        rehearsedByEnvironment = wanted && !rehearse;
        rehearse |= wanted;
    }

    /** Does what the goal is for. */
    abstract void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException;

    /** What a rehearsal has to bring into being for this goal. */
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        return new Rehearsal()
                .name("applicationId", applicationId)
                .document(rehearseDocument, problems)
                .faults(faults)
                .switches(switches, problems);
    }

    /** The log of what is done in the Store, in a rehearsal without links. */
    ReleaseLog log() {
        return new MavenReleaseLog(getLog(), this::isNews, rehearse, new ReleaseClock(System::nanoTime), false);
    }

    /** Whether no goal of this build has told this of this module. */
    final boolean isNews(String line) {
        return shared().isFirst("lines of " + folder(), line);
    }

    /** Writes what a goal has found or done; in a rehearsal it says so. */
    final void writeResult(String file, JsonObject result) throws IOException {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder(result);
        if (rehearse) {
            json.add("rehearsal", true);
        }
        ResultFile.write(output().resolve(file), json.build(), shared().secrets());
    }

    /** Deletes the result of an earlier run, which would be taken for that of one that came to no end. */
    final void forgetResult(String file) throws IOException {
        Files.deleteIfExists(output().resolve(file));
    }

    /** What a command to copy needs, so that it asks the same Store as this goal. */
    final List<String> storeArguments() {
        CommandLine commandLine = new CommandLine(session, project);
        List<String> arguments = new ArrayList<>();
        for (String name : List.of("store.serverId", "store.serviceUrl", "store.loginUrl")) {
            commandLine.property(name).map(CommandLine.Property::argument).ifPresent(arguments::add);
        }
        if (rehearse) {
            arguments.add(NextCommand.argument("rehearse", "true"));
        }
        return arguments;
    }

    /** The store folder: the one that is named, or the usual one. */
    final File storeFolder(File named) {
        return named == null ? folder().resolve("src").resolve("store").toFile() : named;
    }

    /** Whether there is a store folder, or one whose name differs only in case, which is told where it is read. */
    final boolean hasStoreFolder(File named) throws IOException {
        Path store = storeFolder(named).toPath();
        return Files.exists(store, LinkOption.NOFOLLOW_LINKS)
                || ProductFolder.wrongCase(folder(), store).isPresent();
    }

    /** Where the texts and images of the product are. */
    final ProductFolder productFolder(File store, File addon) {
        return new ProductFolder(
                storeFolder(store).toPath(),
                store != null,
                Optional.ofNullable(addon).map(File::toPath));
    }

    /** How the product is named. */
    ProductSelector product() {
        return new ProductSelector(applicationId, null, null, null, null, CreatedId::isToCome);
    }

    /** The product, where it is named by its id. */
    final Optional<Product> namedProduct() {
        return product().known();
    }

    /** What is wrong with the parameters that name the product; one of them has to. */
    final void checkProduct(ConfigurationProblems problems) {
        checkGivenProduct(problems);
        if (product().lacksApplication()
                && hasProject()
                && session.getProjects().size() > 1) {
            problems.add(
                    "Module " + project.getArtifactId() + " names no app: add <store.applicationId>, the 12 characters"
                            + " that Partner Center shows, to the <properties> of " + project.getFile()
                            + ", or <store.skip>true</store.skip>" + meantFor("applicationId"));
        } else if (product().lacksApplication()) {
            problems.missing(
                    "applicationId",
                    "The Store ID of the app, 12 characters that Partner Center shows,",
                    meantFor("applicationId"));
        }
    }

    /** The same where none of them has to be set. */
    void checkGivenProduct(ConfigurationProblems problems) {
        product().check(problems);
    }

    /** Fails where the build is offline and this is not a rehearsal. */
    final void needNetwork() throws MojoFailureException {
        if (session.isOffline() && !rehearse) {
            throw new MojoFailureException("store:" + goal()
                    + " talks to the Store and Maven is offline (-o); rehearse with \"-Dstore.rehearse=true\"");
        }
    }

    /** Runs, and turns the Store's no into a failure with its message. */
    final <T> T answered(StoreCall<T> call) throws MojoFailureException, IOException, InterruptedException {
        try {
            return call.call();
        } catch (ReleaseRefusedException | InstallerRefusedException | StoreRefusedException refused) {
            throw new MojoFailureException(refused.getMessage(), refused);
        }
    }

    /** Something that asks the Store. */
    @FunctionalInterface
    interface StoreCall<T> {
        T call()
                throws ReleaseRefusedException, InstallerRefusedException, StoreRefusedException, MojoFailureException,
                        IOException, InterruptedException;
    }

    /** The connection to the Store; fails with all that is wrong with the configuration. */
    final Connection connect(ConfigurationProblems problems) throws MojoFailureException, IOException {
        return opening(problems).open();
    }

    /** What changes something in the Store. */
    @FunctionalInterface
    interface Change {
        void make(Connection connection)
                throws MojoExecutionException, MojoFailureException, IOException, InterruptedException;
    }

    /**
     * Makes a change: at once, or with several modules at the end of a build that has not failed.
     *
     * @throws MojoFailureException with all that is wrong with the configuration, at once in any case
     */
    final void change(ConfigurationProblems problems, Change change)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        change(problems, false, change);
    }

    /**
     * The same.
     *
     * @param staysBehind whether it overtakes no goal of another module that is continued later
     */
    final void change(ConfigurationProblems problems, boolean staysBehind, Change change)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        StoreConnector.Prepared opening = opening(problems);
        if (!isDeferred()) {
            change.make(opening.open());
            return;
        }
        defer(() -> change.make(opening.open()), "store.submitAtEnd is true", staysBehind);
        leaveBehind();
    }

    /**
     * Asks, and changes nothing: at once, or behind the goals that wait for the end of the build, which would make the answer
     * a false one.
     *
     * @throws MojoFailureException with all that is wrong with the configuration, at once in any case
     */
    final void ask(ConfigurationProblems problems, Change question)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        StoreConnector.Prepared opening = opening(problems);
        inTurn(() -> question.make(opening.open()));
    }

    /** Does what only asks: at once, or behind the goals that wait for the end of the build. */
    final void inTurn(Work question)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (isDeferred() && DeferredGoals.of(session, getLog()).areThere()) {
            defer(question, "goals that change something in the Store wait there", true);
        } else {
            question.run();
        }
    }

    private void defer(Work work, String reason, boolean staysBehind) {
        String command = GoalCommand.of(project, execution, session.getRequest(), rehearse);
        DeferredGoals.of(session, getLog())
                .add(
                        new DeferredGoals.Goal(
                                project, execution, command, staysBehind, () -> takeTurn(work), this::leave),
                        reason);
    }

    /** Does what waited, or the rest of it. @return whether there is something left, behind the other goals */
    private boolean takeTurn(Work work) throws MojoExecutionException, MojoFailureException {
        takeCreatedIds();
        Work now = rest.orElse(work);
        rest = Optional.empty();
        ended(() -> rehearsed(now));
        return rest.isPresent();
    }

    /** At the end of the build the ids of what it has created are known. */
    void takeCreatedIds() {}

    /** What is left of a deferred goal is done behind the others. */
    final void continueLater(Work work) {
        rest = Optional.of(work);
    }

    /**
     * A deferred goal does not come to its end.
     *
     * @param isStopped whether the build was stopped from outside; else it has failed
     */
    void leave(boolean isStopped) {}

    /** Whether what changes something in the Store waits for the end of the build. */
    final boolean isDeferred() {
        return submitAtEnd && session.getProjects().size() > 1;
    }

    /** What a deferred goal leaves behind for the goals after it. */
    void leaveBehind() {}

    /**
     * Asks for the token in the background, while many files are read and checked: of a release in earnest that begins at once,
     * where nothing is wrong with its parameters. The Store itself is asked nothing yet.
     */
    final void obtainTokenAhead(ConfigurationProblems problems) throws IOException {
        if (rehearse || isDeferred() || !problems.lines().isEmpty()) {
            return;
        }
        try {
            Connection connection = opening(new ConfigurationProblems()).open();
            connection.tokens().obtainAhead();
            prepared = Optional.of(() -> connection);
        } catch (MojoFailureException wrongConnection) {
            // It is told with all else that is wrong, when the connection is needed.
        }
    }

    private StoreConnector.Prepared opening(ConfigurationProblems problems) throws MojoFailureException, IOException {
        if (prepared.isPresent()) {
            FailureTranslator.failIfAny(problems);
            return prepared.get();
        }
        return new StoreConnector(this, decrypter, problems).prepare();
    }

    /** A transport to hosts that are not the Store: it repeats what may be repeated, follows no redirect, sends no token. */
    final Transport hostTransport() {
        return new StoreConnector(this, decrypter, new ConfigurationProblems()).hosts();
    }

    /** The secrets of this build, those of settings and environment among them. */
    final Secrets secrets() {
        return new StoreConnector(this, decrypter, new ConfigurationProblems()).secrets();
    }
}
