package io.github.storemaven.http;

import java.net.URI;

/** Where secrets may be sent: https, or plain http on this machine. */
public final class SecureUri {
    private SecureUri() {}

    /** Whether the host is a loopback address by its text; no name is looked up. */
    public static boolean isLoopback(URI uri) {
        String host = uri.getHost();
        return host != null
                && (host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }

    /** Whether an address has a host and is https, or http on a loopback address. */
    public static boolean isSecure(URI uri) {
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean local = "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri);
        return uri.getHost() != null && (https || local);
    }

    /**
     * The address itself, at which a machine of Azure gives tokens to whoever runs on it. Plain http may be link-local
     * besides: no router passes such an address on, so nobody else can overhear it.
     *
     * @param name what it was called by the user, for the message
     * @throws IllegalArgumentException as for {@link #require}
     */
    public static URI requireOfMachine(String name, URI uri) {
        boolean isLinkLocal = "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getHost().matches("169\\.254(\\.\\d{1,3}){2}");
        return isLinkLocal ? uri : require(name, uri);
    }

    /**
     * The address itself.
     *
     * @param name what it was called by the user, for the message
     * @throws IllegalArgumentException when a secret could be overheard on the way, or there is no host
     */
    public static URI require(String name, URI uri) {
        if (!isSecure(uri)) {
            String found = uri.getHost() == null ? "" : " instead of " + BareAddress.of(uri);
            throw new IllegalArgumentException(
                    name + " needs an https address" + found + "; plain http is only for loopback addresses");
        }
        return uri;
    }
}
