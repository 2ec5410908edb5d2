package io.github.storemaven.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.github.storemaven.testing.LoopbackServer;
import io.github.storemaven.testing.RefusingPort;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTransportTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LoopbackServer server = new LoopbackServer();

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void sendsHeadersAndReadsTheAnswer() throws Exception {
        server.on("/", exchange -> answer(exchange, 418, "tea"));

        Response answer =
                new HttpTransport(Proxy.Selector.direct()).send(request("/x").header("X-Test", "1"));

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.text()).isEqualTo("tea");
        assertThat(seen).containsExactly("GET /x 1");
    }

    /** It is for loopback addresses; a request by https has a context of its own. */
    @Test
    void thePlainContextMakesNoTls() {
        assertThatThrownBy(() -> new NoTlsContext().createSSLEngine()).hasMessageContaining("plain HTTP only");
        assertThatThrownBy(() -> new NoTlsContext().getSocketFactory()).hasMessageContaining("plain HTTP only");
    }

    @Test
    void followsNoRedirect() throws Exception {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            answer(exchange, 302, "");
        });

        assertThat(new HttpTransport(Proxy.Selector.direct()).send(request("/")).status())
                .isEqualTo(302);
    }

    @Test
    void boundsTheAnswer() {
        server.on("/", exchange -> answer(exchange, 200, "x".repeat(100_000)));

        assertThatThrownBy(() -> new HttpTransport(Proxy.Selector.direct())
                        .send(request("/").maxResponseBytes(1000)))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        problem -> assertThat(problem.isTransient()).isFalse())
                .hasMessageContaining("larger than 1000 bytes");
    }

    @Test
    void endsAtTheDeadlineAlsoInTheMiddleOfABody() {
        server.on("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            await();
        });

        assertThatThrownBy(() -> new HttpTransport(Proxy.Selector.direct())
                        .send(request("/").timeout(Duration.ofMillis(300))))
                .isInstanceOf(IOException.class)
                .hasMessage("no whole answer within 300 ms");
    }

    @Test
    void goesPastTheProxyForLoopback() throws Exception {
        server.on("/", exchange -> answer(exchange, 200, "direct"));
        Proxy nobody = new Proxy("127.0.0.1", 1, "user", "password");

        assertThat(new HttpTransport(uri -> Optional.of(nobody))
                        .send(request("/"))
                        .text())
                .isEqualTo("direct");
    }

    @Test
    void goesThroughTheProxyWithItsLoginForTheRest() throws Exception {
        server.on("/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            answer(exchange, 200, "proxied");
        });
        Proxy proxy = new Proxy("127.0.0.1", server.port(), "user", "password");

        Response answer = new HttpTransport(uri -> Optional.of(proxy))
                .send(Request.of("GET", URI.create("http://store.invalid/x")));

        assertThat(answer.text()).isEqualTo("proxied");
        assertThat(seen).first().isEqualTo("http://store.invalid/x Basic dXNlcjpwYXNzd29yZA==");
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        try (RefusingPort nobody = new RefusingPort()) {
            assertThatThrownBy(() -> new HttpTransport(Proxy.Selector.direct())
                            .send(Request.of("GET", URI.create("http://127.0.0.1:" + nobody.number()))))
                    .isInstanceOfSatisfying(
                            NoResponseException.class,
                            problem -> assertThat(problem.isTransient()).isTrue())
                    .hasMessage("connection refused");
        }
    }

    @Test
    void namesTheProxyThatIsNotThere() throws IOException {
        try (RefusingPort nobody = new RefusingPort()) {
            Proxy proxy = new Proxy("127.0.0.1", nobody.number(), null, null);
            assertThatThrownBy(() -> new HttpTransport(uri -> Optional.of(proxy))
                            .send(Request.of("GET", URI.create("https://store.invalid/"))))
                    .hasMessage("connection refused through the proxy " + proxy);
        }
    }

    @Test
    void saysThatAHostIsNotKnown() {
        assertThatThrownBy(() -> new HttpTransport(Proxy.Selector.direct())
                        .send(Request.of("GET", URI.create("http://no-such-host.invalid/"))))
                .hasMessage("the name of the host is not known");
    }

    /** The JDK's client misses one such answer in a thousand, and waits until the limit for the connection is over. */
    @Test
    void aServerWithoutTlsIsNotAskedAgain() throws Exception {
        NoResponseException problem = answerWithoutTls();
        for (int more = 3; more > 0 && problem.getMessage().startsWith("no connection within "); more--) {
            problem = answerWithoutTls();
        }
        assertThat(problem.isTransient()).isFalse();
        assertThat(problem).hasMessageStartingWith("no TLS connection: ");
    }

    private NoResponseException answerWithoutTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answerOnce(plain, "HTTP/1.1 400 Bad Request\r\n\r\n");
            Duration patience = Duration.ofSeconds(30); // A busy machine takes its time to load what TLS needs.
            Request request = Request.of("GET", URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/"));
            return catchThrowableOfType(
                    NoResponseException.class,
                    () -> new HttpTransport(Proxy.Selector.direct(), patience, patience).send(request));
        }
    }

    /** The limit for the connection is over, and the one for the answer is not. */
    @Test
    void aServerThatBeginsNoTlsEndsTheAttemptWithTheConnection() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket client = silent.accept()) {
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException ended) {
                    // The client has waited long enough.
                }
            });
            Duration limit = Duration.ofSeconds(1);
            assertThatThrownBy(() -> new HttpTransport(Proxy.Selector.direct(), limit, limit)
                            .send(Request.of("GET", URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/"))))
                    .isInstanceOfSatisfying(
                            NoResponseException.class,
                            problem -> assertThat(problem.isTransient()).isTrue())
                    .hasMessageStartingWith("no connection within ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Negotiate, NTLM | asks for a login by Negotiate, NTLM (407), and Basic is the only one",
                "NTLM            | asks for a login by NTLM (407), and Basic is the only one",
                "NTLM, Basic realm=\"x\" | asks for a login (407): add or correct <username>",
                "Basic realm=\"x\" | asks for a login (407): add or correct <username>",
            })
    void namesTheProxyAndWhatItAsksFor(String challenges, String text) {
        server.on("/", exchange -> {
            for (String challenge : challenges.split(", ", -1)) {
                exchange.getResponseHeaders().add("Proxy-Authenticate", challenge);
            }
            exchange.sendResponseHeaders(407, -1);
        });
        Proxy proxy = new Proxy("127.0.0.1", server.port(), null, null);

        assertThatThrownBy(() -> new HttpTransport(uri -> Optional.of(proxy))
                        .send(Request.of("GET", URI.create("http://store.invalid/x"))))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        problem -> assertThat(problem.isTransient()).isFalse())
                .hasMessageStartingWith("the proxy " + proxy + " " + text);
    }

    @Test
    void whatAServerSendsInPlaceOfHttpIsOneLine() throws Exception {
        try (ServerSocket odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answerOnce(odd, "\u001b[2J##vso[x]y\r\n\r\n");
            assertThatThrownBy(() -> new HttpTransport(Proxy.Selector.direct())
                            .send(Request.of("GET", URI.create("http://127.0.0.1:" + odd.getLocalPort() + "/"))))
                    .hasMessageNotContainingAny("\u001b", "##vso", "\n")
                    .hasNoCause();
        }
    }

    @Test
    void tellsMoreAndMoreSeldomThatAnAnswerIsLate() throws Exception {
        List<Runnable> later = new CopyOnWriteArrayList<>();
        List<String> lines = new CopyOnWriteArrayList<>();
        SlowResponseNotice notice =
                new SlowResponseNotice(new HttpTransport(Proxy.Selector.direct()), lines::add, later::add);
        server.on("/", exchange -> {
            later.get(0).run();
            later.get(1).run();
            later.get(2).run();
            answer(exchange, 200, "");
        });
        Request request = request("/x");

        notice.send(request);
        later.get(3).run();

        assertThat(lines)
                .containsExactly(
                        "No answer from " + request.uri().getAuthority() + " for 15 s; this attempt ends after 5 min",
                        "No answer from " + request.uri().getAuthority() + " for 45 s; this attempt ends after 5 min");
        assertThat(later).hasSize(4);
    }

    @Test
    void showsNoQueryInTheTextOfARequest() {
        assertThat(Request.of("PUT", URI.create("https://host:8443/path?sig=secret#x")))
                .hasToString("PUT https://host:8443/path");
    }

    private void answerOnce(ServerSocket socket, String bytes) {
        threads.execute(() -> {
            try (Socket client = socket.accept()) {
                client.getInputStream().read(new byte[1000]);
                client.getOutputStream().write(bytes.getBytes(ISO_8859_1));
                // The client is the one that leaves: an end or a reset from here could overtake the answer.
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException ended) {
                // The client has seen enough.
            }
        });
    }

    private Request request(String path) {
        return Request.of("GET", URI.create(server.root() + path));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Test"));
        LoopbackServer.respond(exchange, status, body);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
