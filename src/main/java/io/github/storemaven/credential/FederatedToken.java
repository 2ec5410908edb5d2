package io.github.storemaven.credential;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A token of another identity provider that the Entra application trusts by a federated credential. */
public final class FederatedToken implements ClientCredential {
    private final String tenantId;
    private final String clientId;
    private final IdentityToken token;
    private final String source;

    FederatedToken(String tenantId, String clientId, IdentityToken token, String source) {
        this.tenantId = tenantId;
        this.clientId = clientId;
        this.token = token;
        this.source = source;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Map<String, String> form(URI tokenEndpoint, Instant now)
            throws CredentialException, IOException, InterruptedException {
        return ClientAssertion.form(token.read());
    }

    @Override
    public String toString() {
        return "federated token of " + clientId + " (" + source + ")";
    }

    /** Where a token comes from by which another identity provider vouches for this build; asked at each use. */
    sealed interface IdentityToken permits TokenFile, OidcTokenRequest {
        /** A new token, or the one that is there now. */
        String read() throws CredentialException, IOException, InterruptedException;
    }
}
