package io.github.storemaven.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.UUID;

/**
 * Logs in to a proxy in HttpClient's place, which leaves a Basic login out of CONNECT unless the JVM was started with {@code
 * jdk.http.auth.tunneling.disabledSchemes} set to nothing. HttpClient takes this relay on loopback for the proxy; the
 * relay hands its CONNECT on with the login, and then all bytes both ways. It serves who knows its key, so nobody else on
 * this machine, and ends by itself when nobody has connected for a while.
 */
final class ProxyTunnel {
    private static final int IDLE_MILLISECONDS = 120_000;
    private static final int CONNECT_MILLISECONDS = 30_000;
    private static final int LARGEST_HEAD = 16_384;

    private final Proxy proxy;
    private final String key = "Bearer " + UUID.randomUUID();
    private final ServerSocket server;

    ProxyTunnel(Proxy proxy) throws IOException {
        this.proxy = proxy;
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(IDLE_MILLISECONDS);
        inBackground(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** What HttpClient sends as Proxy-Authorization. */
    String key() {
        return key;
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
            // The next request makes another relay.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket onwards = new Socket()) {
            String head = head(client.getInputStream());
            if (head.contains(": " + key + "\r\n")) {
                onwards.connect(new InetSocketAddress(proxy.host(), proxy.port()), CONNECT_MILLISECONDS);
                String login = head.replace(key, proxy.authorization().orElseThrow());
                onwards.getOutputStream().write(login.getBytes(ISO_8859_1));
                inBackground(() -> pass(onwards, client));
                pass(client, onwards);
            }
        } catch (IOException lost) {
            // HttpClient sees its connection end.
        }
    }

    /** All up to the empty line; less where it is too long or ends before. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && head.size() < LARGEST_HEAD; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(ISO_8859_1);
    }

    /** Passes bytes on until one side ends, which ends the other one. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // So does the other direction.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "store-proxy-relay");
        thread.setDaemon(true);
        thread.start();
    }
}
