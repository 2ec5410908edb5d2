package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.testing.FakeTimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a token is kept, renewed and shared. Issue "Every task", point 7. */
class TokenCacheTest {
    private final FakeTimeSource time = new FakeTimeSource();
    private final CannedTransport transport = CannedTransport.of(200, Samples.token("t1"))
            .answer(200, Samples.token("t2"))
            .answer(200, Samples.token("t3"));
    private final ConcurrentMap<String, Object> store = new ConcurrentHashMap<>();
    private final TokenCache tokens = tokens(Samples.CLIENT);

    @Test
    void isKeptUntilFiveMinutesBeforeItsEnd() throws Exception {
        assertThat(tokens.current().header()).isEqualTo("Bearer t1");
        time.sleep(Duration.ofSeconds(3599 - 301));
        assertThat(tokens.current().header()).isEqualTo("Bearer t1");
        time.sleep(Duration.ofSeconds(1));
        assertThat(tokens.current().header()).isEqualTo("Bearer t2");
        assertThat(transport.requests()).hasSize(2);
    }

    @Test
    void aTokenOfAMinuteIsStillUsedForHalfOfIt() throws Exception {
        CannedTransport brief = CannedTransport.of(200, "{\"access_token\": \"b1\", \"expires_in\": 60}");
        TokenCache briefTokens = new TokenCache(new TokenEndpoint(Samples.LOGIN, brief, time), Samples.secret());

        briefTokens.current();
        time.sleep(Duration.ofSeconds(29));
        briefTokens.current();
        assertThat(brief.requests()).hasSize(1);
        time.sleep(Duration.ofSeconds(1));
        briefTokens.current();
        assertThat(brief.requests()).hasSize(2);
    }

    @Test
    void whatIsObtainedAheadIsAskedForOnce() throws Exception {
        tokens.obtainAhead();
        tokens.obtainAhead();
        assertThat(tokens.current().header()).isEqualTo("Bearer t1");
        assertThat(tokens.current().header()).isEqualTo("Bearer t1");
        assertThat(transport.requests()).hasSize(1);
    }

    /** The failure is told to the one who needs the token, and not caused once more. */
    @Test
    void whatCannotBeObtainedAheadFailsOnce() throws Exception {
        CannedTransport refusing =
                CannedTransport.of(400, "{\"error\": \"invalid_client\"}").answer(200, Samples.token("t9"));
        TokenCache refused = new TokenCache(new TokenEndpoint(Samples.LOGIN, refusing, time), Samples.secret());
        refused.obtainAhead();
        assertThatThrownBy(refused::current).isInstanceOf(TokenRefusedException.class);
        assertThat(refusing.requests()).hasSize(1);
        assertThat(refused.current().header()).isEqualTo("Bearer t9");
    }

    @Test
    void aRefusedTokenIsReplacedOnceForAll() throws Exception {
        AccessToken first = tokens.current();

        assertThat(tokens.after(first).header()).isEqualTo("Bearer t2");
        assertThat(tokens.after(first).header()).isEqualTo("Bearer t2");
        assertThat(tokens.current().header()).isEqualTo("Bearer t2");
        assertThat(transport.requests()).hasSize(2);
    }

    @Test
    void severalThreadsShareOneRenewal() throws Exception {
        AccessToken first = tokens.current();

        assertThat(together(() -> tokens.after(first))).containsOnly("Bearer t2");
        assertThat(transport.requests()).hasSize(2);
    }

    @Test
    void severalThreadsOfSeveralModulesShareTheFirstToken() throws Exception {
        assertThat(together(() -> tokens(Samples.CLIENT).current())).containsOnly("Bearer t1");
        assertThat(transport.requests()).hasSize(1);
    }

    @Test
    void whatIsSharedKeepsItsEnd() throws Exception {
        AccessToken first = tokens.current();
        AccessToken shared = tokens(Samples.CLIENT).current();

        assertThat(shared.expiry()).isEqualTo(first.expiry());
        assertThat(shared.tenantId()).isEqualTo(Samples.TENANT);
    }

    @Test
    void anotherIdentityHasATokenOfItsOwn() throws Exception {
        tokens.current();

        assertThat(tokens("another-client").current().header()).isEqualTo("Bearer t2");
        assertThat(tokens.current().header()).isEqualTo("Bearer t1");
    }

    @Test
    void anotherIdentityDoesNotWaitForARenewalAndAnInterruptEndsTheWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Transport slow = request -> {
            asked.countDown();
            answered.await();
            return new Response(200, Map.of(), Samples.token("slow").getBytes(StandardCharsets.UTF_8));
        };
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            TokenCache renewing = new TokenCache(new TokenEndpoint(Samples.LOGIN, slow, time), Samples.secret(), store);
            Future<AccessToken> first = pool.submit(renewing::current);
            asked.await();

            assertThat(tokens("another-client").current().header()).isEqualTo("Bearer t1");
            Thread.currentThread().interrupt();
            assertThatThrownBy(renewing::current).isInstanceOf(InterruptedException.class);
            answered.countDown();
            assertThat(first.get().header()).isEqualTo("Bearer slow");
        } finally {
            answered.countDown();
            pool.shutdownNow();
        }
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        CannedTransport later =
                CannedTransport.of(401, Samples.error(7000215, "no")).answer(200, Samples.token("t9"));
        TokenCache laterTokens = new TokenCache(new TokenEndpoint(Samples.LOGIN, later, time), Samples.secret());

        assertThatThrownBy(laterTokens::current).isInstanceOf(TokenRefusedException.class);
        assertThat(laterTokens.current().header()).isEqualTo("Bearer t9");
    }

    private TokenCache tokens(String client) {
        Credential credential = new ClientSecret(Samples.TENANT, client, Samples.SECRET, Samples.SOURCE);
        return new TokenCache(new TokenEndpoint(Samples.LOGIN, transport, time), credential, store);
    }

    private static List<String> together(Callable<AccessToken> action) throws Exception {
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<String> header = () -> {
                start.await();
                return action.call().header();
            };
            List<String> headers = new java.util.ArrayList<>();
            for (Future<String> each :
                    pool.invokeAll(Stream.generate(() -> header).limit(threads).toList())) {
                headers.add(each.get());
            }
            return headers;
        } finally {
            pool.shutdownNow();
        }
    }
}
