package io.github.storemaven.http;

import java.net.URI;

/** Addresses fit for a log: without user, query and fragment, where secrets and signatures are. */
public final class BareAddress {
    private BareAddress() {}

    /** Scheme, host, port and path of an address. */
    public static String of(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }
}
