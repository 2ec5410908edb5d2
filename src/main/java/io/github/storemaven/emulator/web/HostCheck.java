package io.github.storemaven.emulator.web;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages of others out: a page whose name was pointed at the loopback address (DNS rebinding) sends its own name
 * as {@code Host}, and a page that sends a form sends its own {@code Origin}.
 */
final class HostCheck {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int DEFAULT_PORT = 80;

    private final int port;

    HostCheck(int port) {
        this.port = port;
    }

    boolean allows(Headers request) {
        List<String> hosts = request.getOrDefault("Host", List.of());
        List<String> origins = request.getOrDefault("Origin", List.of());
        return hosts.size() == 1 && isOurs(hosts.get(0)) && origins.stream().allMatch(this::isOurOrigin);
    }

    Response refusal() {
        String text = "The embedded Store answers only programs on this machine: call it as http://127.0.0.1:" + port
                + " or http://localhost:" + port + ", and not from a page of another site.\n";
        return Response.of(403, "text/plain; charset=utf-8", Response.Content.of(text))
                .with("X-Content-Type-Options", "nosniff");
    }

    private boolean isOurOrigin(String origin) {
        return origin.startsWith("http://") && isOurs(origin.substring("http://".length()));
    }

    private boolean isOurs(String authority) {
        String given = authority.strip().toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .anyMatch(name -> given.equals(name + ":" + port) || (port == DEFAULT_PORT && given.equals(name)));
    }
}
