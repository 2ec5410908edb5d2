package io.github.storemaven.credential;

import static io.github.storemaven.credential.EnvironmentCredential.CLIENT;
import static io.github.storemaven.credential.EnvironmentCredential.SECRET;
import static io.github.storemaven.credential.EnvironmentCredential.TENANT;

import io.github.storemaven.http.Transport;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import io.github.storemaven.text.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a credential: the server of settings.xml with its secret, with its key; in the environment a secret, a
 * certificate, a token file; a CI service's own token; where it is asked for, the identity of an Azure machine. The first that
 * is there is taken.
 */
public final class CredentialChain {
    private static final String PAGE =
            "https://github.com/storemaven/store-maven-plugin/blob/main/src/site/markdown/credentials.md";

    private static final String PLACES = "all places that are looked at: " + PAGE;

    private final String serverId;
    private final Optional<ServerEntry> server;
    private final Environment environment;
    private final Transport transport;
    private final Transport direct;
    private final Secrets secrets;
    private final List<String> otherServers;

    /**
     * A search.
     *
     * @param serverId the parameter store.serverId
     * @param server the server with this id, if there is one
     * @param environment the variables of the build
     * @param transport asks a CI service for its token
     * @param direct asks this machine for a token, through no proxy
     * @param secrets of this run, which those that are found join
     * @param otherServers ids of settings.xml, one of which may be meant
     */
    public CredentialChain(
            String serverId,
            Optional<ServerEntry> server,
            Map<String, String> environment,
            Transport transport,
            Transport direct,
            Secrets secrets,
            List<String> otherServers) {
        this.otherServers = List.copyOf(otherServers);
        this.serverId = serverId;
        this.server = server;
        this.environment = new Environment(environment);
        this.transport = transport;
        this.direct = direct;
        this.secrets = secrets;
    }

    /**
     * The credential; no request is made yet.
     *
     * @throws CredentialException when there is none, or the first one that is there is incomplete or unreadable
     */
    public Credential find() throws CredentialException {
        rememberSecrets();
        if (server.isPresent()) {
            ServerCredential credential = new ServerCredential(server.get());
            return server.get().asksForManagedIdentity()
                    ? credential.managedIdentity(environment, direct)
                    : credential.read();
        }
        return new EnvironmentCredential(environment, transport, direct, secrets)
                .find()
                .orElseThrow(() -> new CredentialException(nothingFound()));
    }

    /** Lets those that are found join the secrets of this run, whether they are a whole credential or not. */
    public void rememberSecrets() {
        server.ifPresent(entry -> entry.rememberIn(secrets));
        environment.rememberIn(secrets);
    }

    private String nothingFound() {
        Optional<String> meant = meantServer();
        if (meant.isPresent()) {
            return "No credentials for the Store: settings.xml has no server \"" + serverId + "\", but it has \""
                    + meant.get() + "\". Rename that one, or set \"-Dstore.serverId=" + meant.get() + "\".";
        }
        List<String> missing = environment.missing(TENANT, CLIENT);
        if (missing.isEmpty()) {
            return "No credentials for the Store: " + TENANT + " and " + CLIENT + " are set, but no secret is. Set "
                    + SECRET + ofService().map(", or "::concat).orElse("") + ".\nSee " + PLACES;
        }
        return "No credentials for the Store: settings.xml has no server \"" + serverId + "\"" + otherServers()
                + ", and the environment does not have " + String.join(" and ", missing)
                + ".\n- On your machine: write into <servers> of settings.xml\n  "
                + ServerCredential.lineToWrite(serverId) + "\n- On a CI service: set " + TENANT + ", " + CLIENT
                + " and "
                + SECRET
                + ofService().map("; or only the first two, and "::concat).orElse("")
                + ".\n- Without an account: rehearse with \"-Dstore.rehearse=true\".\n"
                + "Where to find the three values, and " + PLACES;
    }

    private Optional<String> meantServer() {
        return NearestName.of(serverId, otherServers)
                .or(() -> otherServers.stream()
                        .filter(CredentialChain::isOfTheStore)
                        .findFirst());
    }

    private String otherServers() {
        return otherServers.isEmpty() ? "" : " (it has " + ForeignText.list(otherServers) + ")";
    }

    private static boolean isOfTheStore(String id) {
        String name = id.toLowerCase(Locale.ROOT);
        return name.contains("store") || name.contains("microsoft");
    }

    /** What to do for a token of the service that this is, instead of a secret. */
    private Optional<String> ofService() {
        if (environment.has("GITHUB_ACTIONS")) {
            return Optional.of("give this job of GitHub Actions \"permissions: id-token: write\"");
        }
        return environment.has("TF_BUILD")
                ? Optional.of("give this step of Azure Pipelines System.AccessToken as SYSTEM_ACCESSTOKEN")
                : Optional.empty();
    }
}
