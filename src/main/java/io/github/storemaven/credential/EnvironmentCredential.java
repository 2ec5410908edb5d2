package io.github.storemaven.credential;

import io.github.storemaven.http.Transport;
import io.github.storemaven.text.Secrets;
import java.util.List;
import java.util.Optional;

/** A credential from environment variables, under the names that Azure's own libraries use. Design, section 1. */
record EnvironmentCredential(Environment environment, Transport transport, Transport direct, Secrets secrets) {
    static final String TENANT = "AZURE_TENANT_ID";
    static final String CLIENT = "AZURE_CLIENT_ID";
    static final String SECRET = "AZURE_CLIENT_SECRET";
    static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";
    static final String PASSPHRASE = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
    static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";
    static final String MANAGED_IDENTITY = "AZURE_MANAGED_IDENTITY";

    /** The first that is set; a CI service's token counts only where tenant or client show that it is wanted. */
    Optional<Credential> find() throws CredentialException {
        if (environment.has(SECRET)) {
            complete(SECRET);
            return Optional.of(new ClientSecret(tenant(), client(), environment.stripped(SECRET), source(SECRET)));
        }
        if (environment.has(CERTIFICATE)) {
            return Optional.of(certificate());
        }
        if (environment.has(TOKEN_FILE)) {
            complete(TOKEN_FILE);
            TokenFile file = new TokenFile(environment.stripped(TOKEN_FILE), source(TOKEN_FILE));
            return Optional.of(new FederatedToken(tenant(), client(), file, source(TOKEN_FILE)));
        }
        boolean asksForMachine = asksForMachine();
        boolean isServiceMeant = environment.missing(TENANT, CLIENT).size() < (asksForMachine ? 1 : 2);
        Optional<Credential> ofService = isServiceMeant ? ofService() : Optional.empty();
        return ofService.isEmpty() && asksForMachine ? Optional.of(ofMachine()) : ofService;
    }

    private boolean asksForMachine() throws CredentialException {
        String value = environment.get(MANAGED_IDENTITY).orElse("false").strip();
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new CredentialException(
                    "The variable " + MANAGED_IDENTITY + " is \"" + value + "\"; allowed values: true, false.");
        }
        return value.equalsIgnoreCase("true");
    }

    /** Of one that was assigned to the machine where a client is named, as Azure's own libraries do it. */
    private Credential ofMachine() throws CredentialException {
        return ManagedIdentity.named(
                environment.get(CLIENT).map(String::strip).orElse("system"),
                source(MANAGED_IDENTITY),
                environment,
                direct);
    }

    private Credential certificate() throws CredentialException {
        complete(CERTIFICATE);
        return ClientCertificate.read(
                tenant(),
                client(),
                environment.stripped(CERTIFICATE),
                environment.get(PASSPHRASE).orElse(null),
                source(CERTIFICATE));
    }

    private Optional<Credential> ofService() throws CredentialException {
        Optional<OidcTokenRequest> token = OidcTokenRequest.find(environment, transport, secrets);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        complete("The OIDC token of " + token.get().service());
        return Optional.of(new FederatedToken(
                tenant(), client(), token.get(), "OIDC token of " + token.get().service()));
    }

    private void complete(String proof) throws CredentialException {
        List<String> missing = environment.missing(TENANT, CLIENT);
        if (!missing.isEmpty()) {
            throw new CredentialException(proof + " is set, and the environment does not have "
                    + String.join(" and ", missing) + ". Set " + (missing.size() == 1 ? "it" : "them") + " too.");
        }
    }

    private String tenant() {
        return environment.stripped(TENANT);
    }

    private String client() {
        return environment.stripped(CLIENT);
    }

    private static String source(String variable) {
        return variable + " in the environment";
    }
}
