package io.github.storemaven.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to https addresses through a proxy. HttpClient takes this relay on loopback for the proxy; the relay passes its
 * CONNECT on, and then all bytes both ways, and does what HttpClient does not: it logs in at the proxy (HttpClient sends
 * credentials to a proxy with CONNECT only where a system property allows it), and it ends where proxy and server are
 * silent beyond the limit for a connection (HttpClient's own ends with the connection to the proxy). It serves who knows the
 * ticket of a request, so nobody else on this machine, and ends by itself when nobody has connected for a while.
 */
final class ProxyTunnel {
    private static final int IDLE_MILLISECONDS = 120_000;
    private static final int MAX_HEAD = 16_384;

    private final Proxy proxy;
    private final Duration limit;
    private final ServerSocket server;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    /** @param limit for the connection to the proxy, its answer to CONNECT and the server's first byte together */
    ProxyTunnel(Proxy proxy, Duration limit) throws IOException {
        this.proxy = proxy;
        this.limit = limit;
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(IDLE_MILLISECONDS);
        inBackground(this::accept);
    }

    /** What lets one request in, and keeps why its connection failed. */
    final class Ticket implements AutoCloseable {
        private final String key = "Bearer " + UUID.randomUUID();
        private volatile NoResponseException problem;

        private Ticket() {
            tickets.put(key, this);
        }

        /** What HttpClient sends as Proxy-Authorization. */
        String authorization() {
            return key;
        }

        /** Why there is no connection, if the tunnel knows. */
        Optional<NoResponseException> problem() {
            return Optional.ofNullable(problem);
        }

        @Override
        public void close() {
            tickets.remove(key);
        }
    }

    Ticket ticket() {
        return new Ticket();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    boolean hasEnded() {
        return server.isClosed();
    }

    private void accept() {
        try (server) {
            while (true) {
                Socket client = server.accept();
                inBackground(() -> serve(client));
            }
        } catch (IOException idle) {
            // The next request makes another tunnel.
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            Optional<Ticket> ticket = ticketIn(head);
            if (ticket.isPresent()) {
                relay(client, head, ticket.get());
            }
        } catch (IOException lost) {
            // HttpClient sees its connection end.
        }
    }

    /** HttpClient asks once more when a connection ends before a byte has come; the limit is for both. */
    private Optional<Ticket> ticketIn(String head) {
        return tickets.values().stream()
                .filter(ticket -> ticket.problem == null)
                .filter(ticket -> head.contains(": " + ticket.key + "\r\n"))
                .findFirst();
    }

    private void relay(Socket client, String head, Ticket ticket) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try (Socket upstream = new Socket()) {
            if (connect(upstream, ticket, end)) {
                upstream.getOutputStream().write(withLogin(head, ticket).getBytes(ISO_8859_1));
                inBackground(() -> copy(client, upstream));
                open(upstream, client, end);
                copy(upstream, client);
            }
        } catch (SocketTimeoutException silent) {
            ticket.problem = silence(silent);
        }
    }

    private boolean connect(Socket upstream, Ticket ticket, long end) throws SocketTimeoutException {
        try {
            upstream.connect(new InetSocketAddress(proxy.host(), proxy.port()), left(end));
            return true;
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException failed) {
            ticket.problem = NoResponseException.of(failed, NoResponseException.through(proxy));
            return false;
        }
    }

    /** Passes the proxy's answer to CONNECT on, and the beginning of what the server answers to the first bytes. */
    private static void open(Socket upstream, Socket client, long end) throws IOException {
        InputStream in = upstream.getInputStream();
        upstream.setSoTimeout(left(end));
        client.getOutputStream().write(head(in).getBytes(ISO_8859_1));
        upstream.setSoTimeout(left(end));
        byte[] first = new byte[MAX_HEAD];
        client.getOutputStream().write(first, 0, Math.max(0, in.read(first)));
        upstream.setSoTimeout(0);
    }

    private String withLogin(String head, Ticket ticket) {
        return proxy.authorization()
                .map(login -> head.replace(ticket.key, login))
                .orElseGet(() -> head.replaceFirst("(?i)Proxy-Authorization: \\Q" + ticket.key + "\\E\r\n", ""));
    }

    private NoResponseException silence(IOException cause) {
        String reason = NoResponseException.noConnectionWithin(limit) + NoResponseException.through(proxy);
        return new NoResponseException(reason, true, cause);
    }

    /** In milliseconds, at least one, since none means no limit. */
    private static int left(long end) {
        return (int) Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
    }

    /** All up to the empty line; less where it is too long or ends before. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && head.size() < MAX_HEAD; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(ISO_8859_1);
    }

    /** Copies bytes until one side ends, which ends the other one. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // So does the other direction.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "store-proxy-tunnel");
        thread.setDaemon(true);
        thread.start();
    }
}
