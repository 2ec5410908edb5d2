package io.github.storemaven.goal;

import io.github.storemaven.credential.Credential;
import io.github.storemaven.credential.CredentialProblem;
import io.github.storemaven.credential.CredentialSearch;
import io.github.storemaven.credential.Tokens;
import io.github.storemaven.http.ProxyChoice;
import io.github.storemaven.service.CallRecord;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.submission.ReleaseRefused;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals that talk to the Store have: addresses, credentials, throttle, rehearsal. */
abstract class AbstractServiceMojo extends AbstractStoreMojo {
    /**
     * The {@code <server>} of settings.xml with the credentials.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.serverId", defaultValue = "microsoft-store")
    String serverId;

    /**
     * Root of the Store service; plain http for loopback addresses alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.serviceUrl", defaultValue = "https://manage.devcenter.microsoft.com")
    String serviceUrl;

    /**
     * Root of the token endpoint; plain http for loopback addresses alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.loginUrl", defaultValue = "https://login.microsoftonline.com")
    String loginUrl;

    /**
     * Store ID of the app.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.applicationId")
    String applicationId;

    /**
     * A package flight, by its id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.flightId")
    String flightId;

    /**
     * A package flight, by its exact friendly name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.flightName")
    String flightName;

    /**
     * An add-on, by its Store ID.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonId")
    String addonId;

    /**
     * An add-on, by the product id that its developer gave it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.addonProductId")
    String addonProductId;

    /**
     * Runs against the embedded Store in this build: no credentials, no network.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rehearse", defaultValue = "false")
    boolean rehearse;

    /**
     * Store calls in any 60 seconds, over all modules of a build; the service allows 20 a tenant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.requestsPerMinute", defaultValue = "20")
    int requestsPerMinute;

    /**
     * The document that the product has published in a rehearsal, as {@code pull} writes it; by default a built-in one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rehearseDocument")
    File rehearseDocument;

    /**
     * What goes wrong in a rehearsal: a JSON file of fault switches.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.faults")
    File faults;

    /** The embedded Store allows as many calls as come. */
    private static final int NO_THROTTLE = 1_000_000;

    private final SettingsDecrypter decrypter;

    AbstractServiceMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    final void run() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (!rehearse) {
            work();
            return;
        }
        getLog().info("REHEARSAL of store:" + goal() + " against an embedded Store; nothing reaches Microsoft");
        try {
            work();
        } finally {
            getLog().info("REHEARSAL over; nothing left this machine");
        }
    }

    /** Does what the goal is for. */
    abstract void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException;

    /** What a rehearsal has to bring into being for this goal. */
    Rehearsal rehearsal(Problems problems) throws IOException {
        return new Rehearsal()
                .name("applicationId", applicationId)
                .name("flightId", flightId)
                .name("flightName", flightName)
                .name("addonId", addonId)
                .name("addonProductId", addonProductId)
                .document(rehearseDocument, problems)
                .faults(faults);
    }

    /** Fails where the build is offline and this is no rehearsal. */
    final void needNetwork() throws MojoFailureException {
        if (session.isOffline() && !rehearse) {
            throw new MojoFailureException("store:" + goal()
                    + " talks to the Store and Maven is offline (-o); rehearse with -Dstore.rehearse=true");
        }
    }

    /** Runs, and turns the Store's no into a failure with its message. */
    final <T> T answered(StoreCall<T> call) throws MojoFailureException, IOException, InterruptedException {
        try {
            return call.call();
        } catch (ReleaseRefused | StoreRefused refused) {
            throw new MojoFailureException(refused.getMessage(), refused);
        }
    }

    /** Something that asks the Store. */
    @FunctionalInterface
    interface StoreCall<T> {
        T call() throws ReleaseRefused, StoreRefused, MojoFailureException, IOException, InterruptedException;
    }

    /**
     * The connection to the Store, the embedded one in a rehearsal.
     *
     * @throws MojoFailureException with all that is wrong with the configuration
     */
    final Connection connect(Problems problems)
            throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        if (requestsPerMinute < 1) {
            problems.add("store.requestsPerMinute is " + requestsPerMinute + "; it is 1 or more");
        }
        StoreAccess access = new StoreAccess(proxies(), shared(), new CallRecord(getLog()::debug));
        if (rehearse) {
            Rehearsal rehearsal = rehearsal(problems);
            problems.failIfAny();
            Rehearsal.Place place = rehearsal.begin(session);
            return connection(access, place.serviceUrl(), place.loginUrl(), place.credential());
        }
        if (faults != null) {
            problems.add("store.faults is set and this is no rehearsal; add -Dstore.rehearse=true, or take it away");
        }
        Addresses addresses = new Addresses(problems);
        URI service = addresses.read(serviceUrl, "serviceUrl");
        URI login = addresses.read(loginUrl, "loginUrl");
        Credential credential = credential(access, problems);
        problems.failIfAny();
        return connection(access, service, login, credential);
    }

    private Connection connection(StoreAccess access, URI service, URI login, Credential credential) {
        Tokens tokens = access.tokens(login, credential);
        StoreService store = access.service(service, tokens, rehearse ? NO_THROTTLE : requestsPerMinute);
        return new Connection(service, access, store, tokens, credential.source());
    }

    final SharedState shared() {
        return new SharedState(session.getRepositorySession());
    }

    private Credential credential(StoreAccess access, Problems problems) throws MojoFailureException {
        try {
            return new CredentialSearch(
                            serverId,
                            new SettingsServer(session.getSettings(), decrypter).find(serverId),
                            environment(),
                            access.transport())
                    .find();
        } catch (CredentialProblem problem) {
            problems.add(problem.getMessage());
            return null;
        }
    }

    private ProxyChoice proxies() {
        return rehearse ? ProxyChoice.direct() : new SettingsProxies(session.getRepositorySession());
    }

    /** Read through the session, so that a daemon's own environment does not count. */
    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        session.getSystemProperties().forEach((name, value) -> {
            if (name.toString().startsWith("env.")) {
                environment.put(name.toString().substring("env.".length()), value.toString());
            }
        });
        return environment;
    }
}
