package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.testing.LoopbackServer;
import io.github.storemaven.testing.RefusingPort;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token request over real HTTP, read by a server that knows nothing of our classes. */
class TokenEndpointWireTest {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final FakeTimeSource time = new FakeTimeSource();
    private volatile int failures;
    private final LoopbackServer server = new LoopbackServer().on("/" + Samples.TENANT + "/oauth2/token", this::answer);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSecretArrivesAsItIs() throws Exception {
        AccessToken token = endpoint().obtain(Samples.secret());

        assertThat(token.header()).isEqualTo("Bearer wire-token");
        assertThat(decoded(received.get(0)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        Samples.CLIENT,
                        "client_secret",
                        Samples.SECRET,
                        "resource",
                        "https://manage.devcenter.microsoft.com"));
    }

    @Test
    void aRequestIsRepeatedWithTheSameBodyWhileTheEndpointIsInTrouble() throws Exception {
        failures = 3;

        assertThat(endpoint().obtain(Samples.secret()).header()).isEqualTo("Bearer wire-token");
        assertThat(received).hasSize(4).containsOnly(received.get(0));
    }

    @Test
    void anEndpointThatStaysInTroubleIsNotTakenForItsNo() {
        failures = Integer.MAX_VALUE;

        assertThatThrownBy(() -> endpoint().obtain(Samples.secret()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 503");
    }

    @Test
    void aPortWhereNobodyListensIsNamed() throws IOException {
        try (RefusingPort nobody = new RefusingPort()) {
            assertThatThrownBy(() -> endpoint(nobody.number()).obtain(Samples.secret()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No response from the token endpoint 127.0.0.1:" + nobody.number()
                            + ": connection refused");
        }
    }

    @Test
    void anotherTenantIsNotFound() {
        ClientSecret other = new ClientSecret("other-tenant", Samples.CLIENT, Samples.SECRET, Samples.SOURCE);

        assertThatThrownBy(() -> endpoint().obtain(other))
                .isInstanceOf(TokenRefusedException.class)
                .hasMessageContaining("the tenant id is wrong");
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
        boolean fails = received.size() <= failures;
        LoopbackServer.respond(exchange, fails ? 503 : 200, fails ? "" : Samples.token("wire-token"));
    }

    private TokenEndpoint endpoint() {
        return endpoint(server.port());
    }

    private TokenEndpoint endpoint(int port) {
        URI root = URI.create("http://127.0.0.1:" + port);
        HttpTransport http = new HttpTransport(Proxy.Selector.direct());
        return new TokenEndpoint(root, new RetryPolicy(time, () -> 0.5).wrap(http), time);
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> members = new TreeMap<>();
        for (String member : form.split("&", -1)) {
            String[] pair = member.split("=", 2);
            members.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return members;
    }
}
