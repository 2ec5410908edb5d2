package io.github.storemaven.goal;

import io.github.storemaven.credential.Credential;
import io.github.storemaven.credential.CredentialChain;
import io.github.storemaven.credential.CredentialException;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.PollInterval;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Finds addresses and credentials for a goal, and what is wrong with them; the network is needed later. */
final class StoreConnector {
    /** The embedded Store allows as many calls as come. */
    private static final int NO_THROTTLE = 1_000_000;

    private final AbstractServiceMojo mojo;
    private final SettingsDecrypter decrypter;
    private final ConfigurationProblems problems;
    private final StoreAccess access;

    StoreConnector(AbstractServiceMojo mojo, SettingsDecrypter decrypter, ConfigurationProblems problems) {
        this.mojo = mojo;
        this.decrypter = decrypter;
        this.problems = problems;
        this.access = new StoreAccess(
                mojo.time,
                mojo.network,
                proxies(),
                mojo.shared(),
                new RequestLog(mojo.getLog()::debug),
                mojo.getLog()::info,
                mojo.rehearse ? PollInterval.OF_A_REHEARSAL : PollInterval.OF_THE_STORE);
    }

    /**
     * A connection to the Store, the embedded one in a rehearsal.
     *
     * @throws MojoFailureException with all that is wrong with the configuration
     */
    Prepared prepare() throws MojoFailureException, IOException {
        return prepare(problems);
    }

    /**
     * The same where a lack of credentials stops nothing.
     *
     * @param ofCredentials takes what is wrong with them; the connection cannot be opened then
     */
    Prepared prepare(ConfigurationProblems ofCredentials) throws MojoFailureException, IOException {
        int pace =
                new ParameterValues(problems).number(mojo.requestsPerMinute, "requestsPerMinute", 1, Integer.MAX_VALUE);
        Prepared opening = mojo.rehearse ? rehearsal() : service(pace, ofCredentials);
        endWithSession();
        return opening;
    }

    /**
     * A goal that waits for the end of the build starts the Store of a rehearsal, and releases, while the end is told to all
     * who listen: too late to begin to listen.
     */
    private void endWithSession() {
        BuildState shared = mojo.shared();
        shared.shared("end", () -> {
            SessionEnd.of(mojo.session).last(() -> {
                new ReleaseSummary(shared).tell(mojo.getLog());
                Rehearsal.end(shared, mojo.getLog());
            });
            return true;
        });
    }

    /** What a goal names is looked up once more when it begins, since goals before it may have created it. */
    private Prepared rehearsal() throws MojoFailureException, IOException {
        mojo.rehearsal(problems);
        FailureTranslator.failIfAny(problems);
        return () -> {
            Rehearsal.Place place = mojo.rehearsal(new ConfigurationProblems()).begin(mojo.session, mojo.getLog());
            place.madeUp().ifPresent(mojo.getLog()::warn);
            return connection(place.serviceUrl(), place.loginUrl(), place.credential(), NO_THROTTLE);
        };
    }

    private Prepared service(int requestsPerMinute, ConfigurationProblems ofCredentials) throws MojoFailureException {
        if (mojo.faults != null) {
            problems.add(
                    "store.faults is set and this is not a rehearsal; add \"-Dstore.rehearse=true\", or remove it");
        }
        if (ConfigurationProblems.given(mojo.switches).isPresent()) {
            problems.add(
                    "store.switches is set and this is not a rehearsal; add \"-Dstore.rehearse=true\", or remove it");
        }
        ParameterValues values = new ParameterValues(problems);
        URI service = values.address(mojo.serviceUrl, "serviceUrl");
        URI login = values.address(mojo.loginUrl, "loginUrl");
        Credential credential = credential(ofCredentials);
        FailureTranslator.failIfAny(problems);
        return () -> connection(service, login, credential, requestsPerMinute);
    }

    private Connection connection(URI service, URI login, Credential credential, int requestsPerMinute) {
        TokenCache tokens = access.tokens(login, credential);
        StoreClient store = access.service(service, tokens, requestsPerMinute);
        return new Connection(service, login, access, store, tokens, credential, requestsPerMinute);
    }

    private Credential credential(ConfigurationProblems ofCredentials) {
        Optional<String> misspelt = servers().misspelt(mojo.serverId);
        if (misspelt.isPresent()) {
            ofCredentials.add(misspelt.get());
            return null;
        }
        try {
            return search().find();
        } catch (CredentialException | MojoFailureException problem) {
            ofCredentials.add(problem.getMessage());
            return null;
        }
    }

    private CredentialChain search() throws MojoFailureException {
        return new CredentialChain(
                mojo.serverId,
                servers().find(mojo.serverId),
                environment(),
                access.repeating(),
                access.repeatingDirectly(),
                access.secrets(),
                servers().ids());
    }

    private SettingsServer servers() {
        return new SettingsServer(mojo.session.getSettings(), decrypter);
    }

    /** A transport to hosts that are not the Store. */
    Transport hosts() {
        return access.repeating();
    }

    /** Lets the secrets that settings and environment hold be known, also to goals that do not need a credential. */
    Secrets secrets() {
        try {
            search().rememberSecrets();
        } catch (MojoFailureException undecryptable) {
            // It is told by the goals that need the credential; what cannot be read is in no text either.
            mojo.getLog().debug(undecryptable.getMessage());
        }
        return access.secrets();
    }

    private Proxy.Selector proxies() {
        return mojo.rehearse
                ? Proxy.Selector.direct()
                : new SettingsProxies(mojo.session.getRepositorySession(), mojo.session.getSettings());
    }

    /** Read through the session, so that a daemon's own environment does not count. */
    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        mojo.session.getSystemProperties().forEach((name, value) -> {
            if (name.toString().startsWith("env.")) {
                environment.put(name.toString().substring("env.".length()), value.toString());
            }
        });
        return environment;
    }

    /** A connection to the Store that can be opened: nothing is wrong with its parameters. */
    @FunctionalInterface
    interface Prepared {
        Connection open() throws MojoFailureException, IOException;
    }
}
