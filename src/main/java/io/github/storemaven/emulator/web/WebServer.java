package io.github.storemaven.emulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HttpServer on the loopback address; all its threads are daemons, and closing ends them at once. */
public final class WebServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Endpoint endpoint;

    /**
     * Serves until closed.
     *
     * @param port 0 for any that is free
     * @throws BindException when the port is in use, with its number
     */
    public WebServer(int port, Endpoint endpoint) throws IOException {
        this.endpoint = endpoint;
        this.server = bind(port);
        this.threads = Executors.newCachedThreadPool(WebServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        startAsDaemon();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
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
        Thread starter = daemon(server::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "embedded Store");
        thread.setDaemon(true);
        return thread;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = endpoint.answer(new Received(exchange));
            Thread.sleep(answer.delay().toMillis());
            deliver(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deliver(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        if (answer.delivery() == Delivery.DROPPED) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        long length = answer.content().length();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().putIfAbsent("Content-Length", java.util.List.of(Long.toString(length)));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        if (length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                write(answer, out);
            }
        }
    }

    private static void write(Answer answer, OutputStream out) throws IOException, InterruptedException {
        if (answer.delivery() == Delivery.STALLED) {
            stall(answer.content(), out);
        } else {
            answer.content().writeTo(out);
        }
    }

    private static void stall(Content content, OutputStream out) throws IOException, InterruptedException {
        var whole = new java.io.ByteArrayOutputStream();
        content.writeTo(whole);
        out.write(whole.toByteArray(), 0, whole.size() / 2);
        out.flush();
        Thread.sleep(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
