package io.github.storemaven.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A proxy for all but loopback addresses.
 *
 * @param user may be null where the proxy asks for none
 * @param password may be null
 * @param id by which settings.xml has it; empty where that is not known
 */
public record Proxy(String host, int port, String user, String password, String id) {
    public Proxy(String host, int port, String user, String password) {
        this(host, port, user, password, "");
    }

    /** Which proxy an address is reached through; empty for a direct connection. */
    @FunctionalInterface
    public interface Selector {
        Optional<Proxy> select(URI uri);

        /** No proxy for anything. */
        static Selector direct() {
            return uri -> Optional.empty();
        }
    }

    /** The value of Proxy-Authorization, sent unasked, since HttpClient's Authenticator would drop our Authorization. */
    Optional<String> authorization() {
        if (user == null || user.isBlank()) {
            return Optional.empty();
        }
        String pair = user + ":" + (password == null ? "" : password);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return host + ":" + port + (id.isEmpty() ? "" : " (\"" + id + "\" in settings.xml)");
    }
}
