package io.github.storemaven.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that writes down what it is asked, lets a login in or not, and leads nowhere: what comes after is echoed. */
public final class CountingProxy implements AutoCloseable {
    private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Integer> firstBytes = new CopyOnWriteArrayList<>();
    private final String answer;
    private final String beyond;

    private CountingProxy(String answer, String beyond) throws IOException {
        this.answer = answer;
        this.beyond = beyond;
        Thread thread = new Thread(this::accept, "counting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that takes every login. */
    public static CountingProxy open() throws IOException {
        return new CountingProxy(ESTABLISHED, "no TLS here");
    }

    /** One that takes CONNECT and never answers. */
    public static CountingProxy silent() throws IOException {
        return new CountingProxy("", "");
    }

    /** One that opens the way to a server that never answers. */
    public static CountingProxy toSilentServer() throws IOException {
        return new CountingProxy(ESTABLISHED, "");
    }

    /** One that takes none. */
    public static CountingProxy refusing() throws IOException {
        String fields = "Proxy-Authenticate: Basic realm=it\r\nContent-Length: 0\r\n\r\n";
        return new CountingProxy("HTTP/1.1 407 Proxy Authentication Required\r\n" + fields, "");
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Request line and headers of each request. */
    public List<String> heads() {
        return heads;
    }

    /** The first byte that came through each tunnel: 22 begins a TLS handshake. */
    public List<Integer> firstBytes() {
        return firstBytes;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException gone) {
                // The client has left, or the test is over.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0 && !head.toString().endsWith("\r\n\r"); next = in.read()) {
            head.append((char) next);
        }
        heads.add(head.toString());
        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        int first = in.read();
        if (first >= 0) {
            firstBytes.add(first);
            client.getOutputStream().write(beyond.getBytes(ISO_8859_1));
        }
        // The client is the one that leaves: an end or a reset from here could overtake the answer.
        in.transferTo(OutputStream.nullOutputStream());
    }
}
