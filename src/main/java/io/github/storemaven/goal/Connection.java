package io.github.storemaven.goal;

import io.github.storemaven.credential.AccessToken;
import io.github.storemaven.credential.CredentialProblem;
import io.github.storemaven.credential.TokenRefused;
import io.github.storemaven.credential.Tokens;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.submission.ReleaseRefused;
import java.io.IOException;
import java.net.URI;

/**
 * A connection to the Store, the real one or the embedded one.
 *
 * @param serviceUrl root of the service
 * @param source where the credential was found, for messages
 */
record Connection(URI serviceUrl, StoreAccess access, StoreService service, Tokens tokens, String source) {
    /** A token that is good now. */
    AccessToken token() throws ReleaseRefused, IOException, InterruptedException {
        try {
            return tokens.current();
        } catch (TokenRefused | CredentialProblem no) {
            throw new ReleaseRefused(no.getMessage(), no);
        }
    }
}
