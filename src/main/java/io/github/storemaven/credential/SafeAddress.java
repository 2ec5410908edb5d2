package io.github.storemaven.credential;

import io.github.storemaven.http.Redaction;
import io.github.storemaven.http.SecureUri;
import java.net.URI;

/** Where a secret may be sent: https, or plain http on a loopback address. Design, section 1. */
final class SafeAddress {
    private SafeAddress() {}

    /**
     * The address itself.
     *
     * @param name what it was called by the user, for the message
     * @throws IllegalArgumentException when a secret could be overheard on the way, or there is no host
     */
    static URI checked(String name, URI address) {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean local = "http".equalsIgnoreCase(address.getScheme()) && SecureUri.isLoopback(address);
        if (address.getHost() == null || !(https || local)) {
            String found = address.getHost() == null ? "" : " instead of " + Redaction.address(address);
            throw new IllegalArgumentException(
                    name + " needs an https address" + found + "; plain http is for loopback addresses alone");
        }
        return address;
    }
}
