package io.github.storemaven.submission;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A server on loopback that means harm, and remembers what it was given. */
final class HostileServer implements AutoCloseable {
    /** How the server answers a request that is no question for a token. */
    @FunctionalInterface
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static final byte[] MEGABYTE = "[1,1],".repeat(180_000).getBytes(StandardCharsets.UTF_8);

    /** Verb, path and header Authorization of each request. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    final AtomicLong bytes = new AtomicLong();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    HostileServer(Answering answering) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.getRequestBody().readAllBytes();
                answering.answer(exchange);
            }
        });
        server.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Like {@link #root} under another name of this machine, so that a client takes it for another host. */
    URI otherHost() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    static boolean isToken(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().endsWith("/token");
    }

    static void token(HttpExchange exchange) throws IOException {
        json(exchange, 200, "{\"access_token\":\"the-token\",\"expires_in\":\"3599\"}");
    }

    static void json(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
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
        server.stop(0);
        threads.shutdownNow();
    }
}
