package io.github.storemaven.goal;

import io.github.storemaven.credential.AccessToken;
import io.github.storemaven.credential.Credential;
import io.github.storemaven.credential.CredentialException;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenRefusedException;
import io.github.storemaven.installer.InstallerClient;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.submission.ReleaseRefusedException;
import java.io.IOException;
import java.net.URI;

/**
 * A connection to the Store, the real one or the embedded one.
 *
 * @param serviceUrl root of the service
 * @param loginUrl root of the token endpoint
 * @param requestsPerMinute that the throttle lets through
 */
record Connection(
        URI serviceUrl,
        URI loginUrl,
        StoreAccess access,
        StoreClient service,
        TokenCache tokens,
        Credential credential,
        int requestsPerMinute) {
    /** Where the credential was found, for messages. */
    String source() {
        return credential.source();
    }

    /** An MSI or EXE product, whose API has another root and takes other tokens. */
    InstallerClient installers(URI installerServiceUrl, String sellerId, String productId) {
        return access.installers(installerServiceUrl, loginUrl, credential, requestsPerMinute, sellerId, productId);
    }

    /** A token that is good now. */
    AccessToken token() throws ReleaseRefusedException, IOException, InterruptedException {
        try {
            return tokens.current();
        } catch (TokenRefusedException | CredentialException no) {
            throw new ReleaseRefusedException(no.getMessage(), no);
        }
    }
}
