package io.github.storemaven.http;

import java.net.URI;
import java.util.Optional;

/** Which proxy an address is reached through; empty for a direct connection. */
@FunctionalInterface
public interface ProxyChoice {
    Optional<Proxy> proxyFor(URI uri);

    /** No proxy for anything. */
    static ProxyChoice direct() {
        return uri -> Optional.empty();
    }
}
