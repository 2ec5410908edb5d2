package io.github.storemaven.emulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * The JDK's HttpServer on the loopback address; all its threads are daemons, and closing ends them at once. It answers
 * only who calls it by a loopback name.
 */
public final class WebServer implements AutoCloseable {
    /** Handles requests, several at once. */
    @FunctionalInterface
    public interface Handler {
        /** The response to one request. */
        Response handle(Request request) throws IOException;
    }

    private static final int MAX_CONNECTIONS = 64;
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);
    /** Longer than any client waits. */
    private static final Duration STALLED = Duration.ofMinutes(15);

    private final HttpServer server;
    private final Connections connections;

    /**
     * Takes the port; requests wait until {@link #serve}.
     *
     * @param port 0 for any that is free
     * @throws BindException when the port is in use, with its number
     */
    public WebServer(int port) throws IOException {
        this(port, MAX_CONNECTIONS, HEAD_TIMEOUT);
    }

    WebServer(int port, int maxConnections, Duration headTimeout) throws IOException {
        this.server = bind(port);
        this.connections = new Connections(maxConnections, headTimeout);
    }

    /** Answers requests from now on, until closed. */
    public void serve(Handler handler) {
        HostCheck host = new HostCheck(port());
        server.setExecutor(connections);
        server.createContext("/", exchange -> handle(exchange, host, handler));
        startAsDaemon();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** How many threads it has at this moment. */
    int threads() {
        return connections.threads();
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (BindException e) {
            BindException problem = new BindException("port " + port
                    + " of 127.0.0.1 is in use by another program: choose another one, or 0 for any that is free");
            problem.initCause(e);
            throw problem;
        }
    }

    /** HttpServer's dispatcher is a daemon only if the thread that starts it is one. */
    private void startAsDaemon() {
        Thread starter = Connections.daemon(server::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange, HostCheck host, Handler handler) throws IOException {
        connections.headArrived();
        try (exchange) {
            Response response =
                    host.allows(exchange.getRequestHeaders()) ? handler.handle(request(exchange)) : host.refusal();
            Thread.sleep(response.delay().toMillis());
            deliver(exchange, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(HttpExchange exchange) {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody());
    }

    private static void deliver(HttpExchange exchange, Response response) throws IOException, InterruptedException {
        if (response.delivery() == Response.Delivery.DROPPED) {
            return;
        }
        response.headers().forEach(exchange.getResponseHeaders()::set);
        long length = response.content().length();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().putIfAbsent("Content-Length", List.of(Long.toString(length)));
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        if (response.delivery() == Response.Delivery.STALLED && length == 0) {
            // A response without a body has nothing that could come half.
            Thread.sleep(STALLED.toMillis());
        }
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        if (length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                write(response, out);
            }
        }
    }

    private static void write(Response response, OutputStream out) throws IOException, InterruptedException {
        if (response.delivery() == Response.Delivery.STALLED) {
            stall(response.content(), out);
        } else {
            response.content().writeTo(out);
        }
    }

    private static void stall(Response.Content content, OutputStream out) throws IOException, InterruptedException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        content.writeTo(whole);
        out.write(whole.toByteArray(), 0, whole.size() / 2);
        out.flush();
        Thread.sleep(STALLED.toMillis());
    }

    @Override
    public void close() {
        connections.close();
        server.stop(0);
    }
}
