package io.github.storemaven.emulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections whose request does not come: they end, and keep nobody else out. */
@Timeout(60)
class WebServerTest {
    private static Socket connect(WebServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String whole(WebServer server) {
        return "GET / HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n";
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void aHeadThatDoesNotComeInTimeEndsItsConnection() throws IOException {
        try (WebServer server = new WebServer(0, 2, Duration.ofMillis(100))) {
            server.serve(request -> Response.empty(204));
            try (Socket half = connect(server)) {
                send(half, "GET / HT");
                assertThat(rest(half)).isEmpty();
            }
            String response = "";
            // On a busy machine a whole head may come too late as well.
            for (int attempts = 0; attempts < 100 && response.isEmpty(); attempts++) {
                try (Socket good = connect(server)) {
                    send(good, whole(server));
                    response = rest(good);
                } catch (SocketException late) {
                    // The next attempt may be in time.
                }
            }
            assertThat(response).startsWith("HTTP/1.1 204");
        }
    }

    @Test
    void manyHalfRequestsTakeNoMoreThreadsAndKeepNobodyOut() throws IOException {
        try (WebServer server = new WebServer(0, 4, Duration.ofMinutes(10))) {
            server.serve(request -> Response.empty(204));
            List<Socket> halves = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                halves.add(connect(server));
                send(halves.get(i), "GET / HT");
            }
            try (Socket good = connect(server)) {
                send(good, whole(server));
                assertThat(rest(good)).startsWith("HTTP/1.1 204");
                assertThat(server.threads()).isLessThanOrEqualTo(4);
            }
            for (Socket half : halves) {
                half.close();
            }
        }
    }

    @Test
    void whoConnectsBeforeItServesIsAnsweredAfterwards() throws IOException {
        try (WebServer server = new WebServer(0);
                Socket early = connect(server)) {
            send(early, whole(server));
            server.serve(request -> Response.empty(204));
            assertThat(rest(early)).startsWith("HTTP/1.1 204");
        }
    }
}
