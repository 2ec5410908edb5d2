package io.github.storemaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.submission.BrokenCalls;
import io.github.storemaven.testing.Documents;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sweeps meet without sockets is what comes over them. */
class DirectTransportTest {
    private static final String APP = "9PAPPDEMO001";

    /** Before the end of what a fault holds back for 600 ms. */
    private static final Duration SHORT = Duration.ofMillis(250);

    private static final Duration LONG = Duration.ofMinutes(2);

    private static final Transport WIRE = new HttpTransport(Proxy.Selector.direct());

    private final DirectTransport direct = new DirectTransport();
    private EmbeddedStore store;

    @BeforeEach
    void start() throws IOException {
        store = EmbeddedStore.builder()
                .clock(InstantSource.fixed(Instant.now()))
                .start();
        store.add(ApplicationSeed.published(APP));
        direct.add(store);
    }

    @AfterEach
    void stop() {
        direct.remove(store);
        store.close();
    }

    static Set<String> faults() {
        return BrokenCalls.FAULTS.keySet();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsTheSame(String fault) throws Exception {
        Request get = application();
        for (var call : Map.of("getApplication", get, "token", token()).entrySet()) {
            assertThat(outcome(direct, fault, call.getKey(), call.getValue()))
                    .isEqualTo(outcome(WIRE, fault, call.getKey(), call.getValue()));
        }
    }

    @Test
    void soIsWhatIsNotBroken() throws Exception {
        for (Request request : List.of(
                application(),
                application().maxResponseBytes(10),
                Request.of("HEAD", store.serviceUrl().resolve("/v1.0/my/applications?top=1")),
                Request.of("GET", store.serviceUrl().resolve("/nothing%20here?a=b%2Bc")))) {
            assertThat(outcome(direct, request)).isEqualTo(outcome(WIRE, request));
        }
    }

    private String outcome(Transport transport, String fault, String call, Request request) throws Exception {
        store.faults().set(BrokenCalls.fault(fault, call, 1000)); // HttpClient repeats a lost GET by itself.
        return outcome(transport, request.timeout(BrokenCalls.isSlow(fault) ? SHORT : LONG));
    }

    private String outcome(Transport transport, Request request) throws Exception {
        String end = end(transport, request);
        List<RecordedRequest> all = store.requests();
        return end + " of " + all.get(all.size() - 1);
    }

    private static String end(Transport transport, Request request) throws InterruptedException, IOException {
        try {
            Response response = transport.send(request);
            return response.status() + " " + response.header("Content-Type") + response.header("Content-Length")
                    + response.header("Retry-After")
                    + response.text()
                            .replaceAll(EmbeddedStore.MADE_UP + "[^\"]*", "token")
                            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                            .replaceAll("\"(ext_)?expires_(on|in)\":\"?\\d+\"?|\"not_before\":\"?\\d+\"?", "time");
        } catch (NoResponseException problem) {
            // HttpClient words the end of a connection by the moment at which it sees it.
            boolean ended = problem.getCause() instanceof IOException;
            return (ended ? "the connection ended" : problem.getMessage()) + ", " + problem.isTransient();
        }
    }

    private Request application() throws Exception {
        String token = Documents.json(direct.send(token()).text()).getString("access_token");
        return Request.of("GET", store.serviceUrl().resolve("/v1.0/my/applications/" + APP))
                .header("Authorization", "Bearer " + token);
    }

    private Request token() {
        return Request.of("POST", store.loginUrl().resolve("/" + store.tenantId() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + store.clientId()
                        + "&client_secret=" + store.clientSecret()
                        + "&resource=https://manage.devcenter.microsoft.com"));
    }
}
