package io.github.storemaven.submission;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.storemaven.testing.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A server on loopback that means harm, and remembers what it was given. */
final class HostileServer implements AutoCloseable {
    private static final byte[] MEGABYTE = "[1,1],".repeat(180_000).getBytes(StandardCharsets.UTF_8);

    /** Verb, path and header Authorization of each request. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    final AtomicLong bytes = new AtomicLong();

    private final LoopbackServer server = new LoopbackServer();

    HostileServer(HttpHandler handler) {
        server.on("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            handler.handle(exchange);
        });
    }

    URI root() {
        return server.root();
    }

    /** Like {@link #root} under another name of this machine, so that a client takes it for another host. */
    URI otherHost() {
        return URI.create("http://localhost:" + server.port());
    }

    static boolean isToken(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().endsWith("/token");
    }

    static void token(HttpExchange exchange) throws IOException {
        json(exchange, 200, "{\"access_token\":\"the-token\",\"expires_in\":\"3599\"}");
    }

    static void json(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        LoopbackServer.respond(exchange, status, text);
    }

    static void redirect(HttpExchange exchange, int status, URI place) throws IOException {
        exchange.getResponseHeaders()
                .set("Location", place + exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(status, -1);
    }

    /** More than 100 million bytes of valid JSON, as far as the client takes them. */
    void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("{\"value\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100; i++) {
            out.write(MEGABYTE);
            bytes.addAndGet(MEGABYTE.length);
        }
        out.write("1]}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
