package io.github.storemaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.CountingProxy;
import io.github.storemaven.testing.RefusingPort;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An https address behind a proxy that wants a login, which HttpClient alone does not send. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProxyTunnelTest {
    private static final URI STORE = URI.create("https://store.invalid/v1.0/my/applications");

    @Test
    void theLoginGoesWithTheConnectAndBytesGoBothWays() throws Exception {
        try (CountingProxy proxy = CountingProxy.open()) {
            HttpTransport transport = new HttpTransport(uri -> Optional.of(at(proxy)));
            // The bytes that come back are no TLS, which only somebody notices who got them.
            assertThatThrownBy(() -> transport.send(Request.of("GET", STORE)))
                    .hasStackTraceContaining(SSLException.class.getSimpleName());
            // HttpClient may ask once more by itself, and no oftener: both times the same.
            assertThat(proxy.firstBytes()).hasSizeBetween(1, 2).containsOnly(22);
            assertThat(proxy.heads())
                    .hasSameSizeAs(proxy.firstBytes())
                    .allSatisfy(head -> assertThat(head)
                            .startsWith("CONNECT store.invalid:443 HTTP/1.1\r\n")
                            .contains("Proxy-Authorization: Basic dXNlcjpwYXNzd29yZA==\r\n")
                            .doesNotContain("Bearer"));
        }
    }

    @Test
    void aRefusedLoginIsTold() throws Exception {
        try (CountingProxy proxy = CountingProxy.refusing()) {
            HttpTransport transport = new HttpTransport(uri -> Optional.of(at(proxy)));
            assertThatThrownBy(() -> transport.send(Request.of("GET", STORE)))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageStartingWith("the proxy " + at(proxy) + " asks for a login");
        }
    }

    @Test
    void whoDoesNotKnowTheKeyGetsNothing() throws Exception {
        try (CountingProxy proxy = CountingProxy.open();
                Socket stranger = new Socket()) {
            stranger.connect(new ProxyTunnel(at(proxy), HttpTransport.CONNECT_TIMEOUT).address());
            stranger.getOutputStream()
                    .write("CONNECT store.invalid:443 HTTP/1.1\r\nProxy-Authorization: Bearer guess\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(stranger.getInputStream().readAllBytes()).isEmpty();
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void aProxyThatIsNotThereEndsTheConnection() throws IOException {
        try (RefusingPort nobody = new RefusingPort()) {
            Proxy proxy = new Proxy("127.0.0.1", nobody.number(), "user", "password");
            HttpTransport transport = new HttpTransport(uri -> Optional.of(proxy));
            assertThatThrownBy(() -> transport.send(Request.of("GET", STORE)))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessage("connection refused through the proxy " + proxy);
        }
    }

    /** The limit is that of a connection, here shortened; the request's own is five minutes. */
    @Test
    void aProxyThatTakesConnectAndIsSilentEndsTheAttempt() throws Exception {
        try (CountingProxy proxy = CountingProxy.silent()) {
            assertEndsWithTheLimit(at(proxy));
            assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT store.invalid:443 HTTP/1.1\r\n");
        }
    }

    @Test
    void soDoesAServerBehindTheProxyThatBeginsNoTls() throws Exception {
        try (CountingProxy proxy = CountingProxy.toSilentServer()) {
            assertEndsWithTheLimit(at(proxy));
        }
    }

    @Test
    void aProxyWithoutALoginIsAskedWithoutOne() throws Exception {
        try (CountingProxy proxy = CountingProxy.silent()) {
            assertEndsWithTheLimit(new Proxy("127.0.0.1", proxy.port(), null, null));
            assertThat(proxy.heads()).singleElement().asString().doesNotContain("Proxy-Authorization", "Bearer");
        }
    }

    private static void assertEndsWithTheLimit(Proxy proxy) {
        HttpTransport transport =
                new HttpTransport(uri -> Optional.of(proxy), HttpTransport.CONNECT_TIMEOUT, Duration.ofSeconds(1));
        assertThatThrownBy(() -> transport.send(Request.of("GET", STORE)))
                .isInstanceOfSatisfying(
                        NoResponseException.class,
                        problem -> assertThat(problem.isTransient()).isTrue())
                .hasMessage("no connection within 1 s through the proxy " + proxy);
    }

    private static Proxy at(CountingProxy proxy) {
        return new Proxy("127.0.0.1", proxy.port(), "user", "password");
    }
}
