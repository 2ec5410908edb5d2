package io.github.storemaven.credential;

import static io.github.storemaven.credential.EnvironmentCredential.CERTIFICATE;
import static io.github.storemaven.credential.EnvironmentCredential.CLIENT;
import static io.github.storemaven.credential.EnvironmentCredential.MANAGED_IDENTITY;
import static io.github.storemaven.credential.EnvironmentCredential.SECRET;
import static io.github.storemaven.credential.EnvironmentCredential.TENANT;
import static io.github.storemaven.credential.EnvironmentCredential.TOKEN_FILE;

import io.github.storemaven.http.Transport;
import io.github.storemaven.text.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a credential: the server of settings.xml with its secret, with its key; in the environment a secret, a
 * certificate, a token file; a CI service's own token; where it is asked for, the identity of an Azure machine. The first that
 * is there is taken.
 */
public final class CredentialChain {
    private final String serverId;
    private final Optional<ServerEntry> server;
    private final Environment environment;
    private final Transport transport;
    private final Transport direct;
    private final Secrets secrets;

    /**
     * A search.
     *
     * @param serverId the parameter store.serverId
     * @param server the server with this id, if there is one
     * @param environment the variables of the build
     * @param transport asks a CI service for its token
     * @param direct asks this machine for a token, through no proxy
     * @param secrets of this run, which those that are found join
     */
    public CredentialChain(
            String serverId,
            Optional<ServerEntry> server,
            Map<String, String> environment,
            Transport transport,
            Transport direct,
            Secrets secrets) {
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
        return "No credentials for the Store. Looked for:\n"
                + "- the server " + serverId + " in settings.xml: it does not exist\n"
                + "- in the environment, " + state(TENANT) + " and " + state(CLIENT) + ", with one of\n"
                + "  " + state(SECRET) + ", " + state(CERTIFICATE) + ", " + state(TOKEN_FILE) + ",\n"
                + "  " + states(OidcTokenRequest.GITHUB) + " (the job needs \"permissions: id-token: write\"),\n"
                + "  " + states(OidcTokenRequest.AZURE_PIPELINES) + " (the step needs System.AccessToken)\n"
                + "- " + state(MANAGED_IDENTITY) + ", on a machine of Azure\n"
                + "Write to settings.xml, or set the variables:\n"
                + ServerCredential.linesToWrite(serverId)
                + "\nWithout an account, rehearse: \"-Dstore.rehearse=true\"";
    }

    private String states(String... names) {
        return String.join(" with ", List.of(names).stream().map(this::state).toList());
    }

    private String state(String name) {
        return name + (environment.has(name) ? " (set)" : " (not set)");
    }
}
