package io.github.storemaven.http;

import java.net.URI;

/** Addresses of this machine, where plain http is allowed and no proxy is asked. */
public final class SecureUri {
    private SecureUri() {}

    /** Whether the host is a loopback address by its text; no name is looked up. */
    public static boolean isLoopback(URI uri) {
        String host = uri.getHost();
        return host != null
                && (host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }
}
