package io.github.storemaven.goal;

import io.github.storemaven.credential.AccessToken;
import io.github.storemaven.credential.CredentialException;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenRefusedException;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.submission.ReleaseRefusedException;
import java.io.IOException;
import java.net.URI;

/**
 * A connection to the Store, the real one or the embedded one.
 *
 * @param serviceUrl root of the service
 * @param source where the credential was found, for messages
 */
record Connection(URI serviceUrl, StoreAccess access, StoreClient service, TokenCache tokens, String source) {
    /** A token that is good now. */
    AccessToken token() throws ReleaseRefusedException, IOException, InterruptedException {
        try {
            return tokens.current();
        } catch (TokenRefusedException | CredentialException no) {
            throw new ReleaseRefusedException(no.getMessage(), no);
        }
    }
}
