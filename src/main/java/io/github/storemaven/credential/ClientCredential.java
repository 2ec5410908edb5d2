package io.github.storemaven.credential;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** What proves to the token endpoint who asks: a secret, or an assertion in its place. Reference, section 3.1. */
public sealed interface ClientCredential extends Credential permits ClientSecret, ClientCertificate, FederatedToken {
    /**
     * The members of the token request that hold the proof.
     *
     * @param tokenEndpoint the address that it will be sent to, the tenant included
     * @param now the time of the request
     * @throws CredentialException when something that the user has to mend is in the way, such as a file that is gone
     * @throws IOException when a service that hands out the proof cannot be asked
     */
    Map<String, String> form(URI tokenEndpoint, Instant now)
            throws CredentialException, IOException, InterruptedException;

    @Override
    default AccessToken obtain(TokenEndpoint endpoint)
            throws TokenRefusedException, CredentialException, IOException, InterruptedException {
        return endpoint.obtain(this);
    }
}
