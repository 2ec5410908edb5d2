package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.testing.RefusingPort;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that answers with too much, too deep, without end, or with another place: bounded, refused, explained. */
class HostileAnswersTest {

    private final FakeTimeSource time = new FakeTimeSource();

    private StoreClient service(URI serviceUrl, URI loginUrl) {
        Transport transport = ReleaseFixture.NETWORK;
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(loginUrl, transport, time),
                new ClientSecret("tenant", "client", "the-secret", "test"));
        return new StoreClient(new StoreConnection(serviceUrl, tokens, transport, new RetryPolicy(time, () -> 0.5)));
    }

    private static HttpHandler afterToken(HttpHandler answering) {
        return exchange -> {
            if (HostileServer.isToken(exchange)) {
                HostileServer.token(exchange);
            } else {
                answering.handle(exchange);
            }
        };
    }

    private StoreClient against(HostileServer server) {
        return service(server.root(), server.root());
    }

    @Test
    void aHundredMegabytesAreNotReadToTheirEnd() throws Exception {
        HostileServer[] self = new HostileServer[1];
        try (HostileServer server = new HostileServer(afterToken(exchange -> self[0].flood(exchange)))) {
            self[0] = server;
            assertThatThrownBy(() -> against(server).product(ReleaseFixture.APP))
                    .isInstanceOf(StoreUnreachableException.class)
                    .hasMessageContaining("the answer is larger than 8388608 bytes");
            assertThat(server.bytes.get()).isLessThan(60_000_000);
        }
    }

    @Test
    void aHundredMegabytesInPlaceOfATokenAreNotReadToTheirEnd() throws Exception {
        HostileServer[] self = new HostileServer[1];
        try (HostileServer server = new HostileServer(exchange -> self[0].flood(exchange))) {
            self[0] = server;
            assertThatThrownBy(() -> against(server).product(ReleaseFixture.APP))
                    .hasMessageContaining("the answer is larger than")
                    .hasMessageNotContainingAny("the-secret");
            assertThat(server.bytes.get()).isLessThan(60_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aNestingOfAHundredThousandIsRefused(String opening) throws Exception {
        String deep = "{\"value\":" + opening.repeat(100_000);
        try (HostileServer server = new HostileServer(afterToken(e -> HostileServer.json(e, 200, deep)))) {
            assertThatThrownBy(() -> against(server).product(ReleaseFixture.APP))
                    .isInstanceOf(StoreUnreachableException.class)
                    .hasMessageContaining("nested deeper than 100 levels");
        }
    }

    @Test
    void aNestingInAnErrorIsNoMoreThanThatError() throws Exception {
        String deep = "{\"code\":" + "[".repeat(100_000);
        try (HostileServer server = new HostileServer(afterToken(e -> HostileServer.json(e, 400, deep)))) {
            assertThatThrownBy(() -> against(server).product(ReleaseFixture.APP))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("HTTP 400");
        }
    }

    @Test
    void aListWithoutEndIsGivenUp() throws Exception {
        AtomicInteger page = new AtomicInteger();
        try (HostileServer server = new HostileServer(afterToken(e -> HostileServer.json(
                e, 200, "{\"value\":[],\"@nextLink\":\"inappproducts?skip=" + page.incrementAndGet() + "\"}")))) {
            assertThatThrownBy(() -> against(server).findAddOns("coins", Optional.empty()))
                    .isInstanceOf(StoreUnreachableException.class)
                    .hasMessageContaining("its list has no end");
            assertThat(page.get()).isEqualTo(1000);
        }
    }

    @Test
    void aListThatGoesInCirclesEnds() throws Exception {
        try (HostileServer server = new HostileServer(afterToken(
                e -> HostileServer.json(e, 200, "{\"value\":[],\"@nextLink\":\"inappproducts?skip=10\"}")))) {
            assertThatThrownBy(() -> against(server).findAddOns("coins", Optional.empty()))
                    .isInstanceOf(StoreUnreachableException.class)
                    .hasMessageContaining("its list has no end");
            assertThat(server.requests).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s/v1.0/my/inappproducts?skip=10", "//%s/inappproducts?skip=10", "@%s/x", "../../%s"})
    void aListDoesNotGoOnAtAnotherPlace(String link) throws Exception {
        try (HostileServer elsewhere = new HostileServer(HostileServer::token);
                HostileServer server = new HostileServer(afterToken(e -> HostileServer.json(
                        e,
                        200,
                        "{\"value\":[],\"@nextLink\":\"" + link.replace("%s", elsewhere.otherHost() + "") + "\"}")))) {
            assertThatThrownBy(() -> against(server).findAddOns("coins", Optional.empty()))
                    .isInstanceOf(StoreUnreachableException.class)
                    .hasMessageContaining("the next page of its list is not one of that list");
            assertThat(elsewhere.requests).isEmpty();
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void whoDidNotAnswerAndWhyAndHowOftenItWasTriedIsTold() throws Exception {
        try (RefusingPort port = new RefusingPort();
                HostileServer login = new HostileServer(HostileServer::token)) {
            URI root = URI.create("http://127.0.0.1:" + port.number());
            assertThatThrownBy(() -> service(root, login.root()).product(ReleaseFixture.APP))
                    .isInstanceOf(StoreUnreachableException.class)
                    .hasMessage("The request to the Store failed, to read app 9PAPPDEMO001: " + root
                            + " did not answer (connection refused; 6 attempts in 31 s)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectGetsNoTokenAndIsExplained(int status) throws Exception {
        try (HostileServer elsewhere = new HostileServer(HostileServer::token);
                HostileServer server =
                        new HostileServer(afterToken(e -> HostileServer.redirect(e, status, elsewhere.otherHost())))) {
            assertThatThrownBy(() -> against(server).product(ReleaseFixture.APP))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("Redirects are not followed")
                    .hasMessageContaining("store.serviceUrl");
            assertThat(elsewhere.requests).isEmpty();
            assertThat(server.requests).last().asString().endsWith("Bearer the-token");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 308})
    void aRedirectOfTheTokenEndpointGetsNoSecret(int status) throws Exception {
        try (HostileServer elsewhere = new HostileServer(HostileServer::token);
                HostileServer server =
                        new HostileServer(e -> HostileServer.redirect(e, status, elsewhere.otherHost()))) {
            assertThatThrownBy(() -> against(server).product(ReleaseFixture.APP))
                    .hasMessageContaining("" + status)
                    .hasMessageNotContainingAny("the-secret");
            assertThat(elsewhere.requests).isEmpty();
        }
    }
}
