package io.github.storemaven.credential;

import java.io.IOException;

/** Where a token comes from by which another identity provider vouches for this build; asked at each use. */
sealed interface IdentityToken permits TokenFile, RequestedToken {
    /** A new token, or the one that is there now. */
    String read() throws CredentialException, IOException, InterruptedException;
}
