package io.github.storemaven.credential;

import java.io.IOException;

/** Who asks the Store; its text shows no secret. */
public sealed interface Credential permits ClientCredential, ManagedIdentity {
    /** The Entra directory: a GUID or a domain name. */
    String tenantId();

    /** The id of the Entra application. */
    String clientId();

    /** Where it was found, for messages: "server microsoft-store in settings.xml". */
    String source();

    /**
     * A new token, by the endpoint or by somebody else; its secrets join those of the endpoint.
     *
     * @throws TokenRefusedException when the token endpoint says no
     * @throws CredentialException when something that the user has to mend is in the way
     * @throws IOException when nobody can be asked
     */
    AccessToken obtain(TokenEndpoint endpoint)
            throws TokenRefusedException, CredentialException, IOException, InterruptedException;
}
