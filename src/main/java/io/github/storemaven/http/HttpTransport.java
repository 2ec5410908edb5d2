package io.github.storemaven.http;

import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The JDK's HttpClient with limits: HTTP/1.1, no redirect followed, a timeout over the body too, bounded responses, loopback
 * past the proxy.
 */
public final class HttpTransport implements Transport {
    /** TLS included; a host that is there takes less than a second. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private static final int PROXY_LOGIN = 407;

    /** For loopback addresses, without what TLS needs: loading that takes longer than a small rehearsal's requests. */
    private HttpClient plain;

    private HttpClient secure;
    private final Proxy.Selector proxies;
    private final Duration connectTimeout;
    private final Duration tunnelTimeout;
    private final Map<Proxy, ProxyTunnel> tunnels = new HashMap<>();

    public HttpTransport(Proxy.Selector proxies) {
        this(proxies, CONNECT_TIMEOUT, CONNECT_TIMEOUT);
    }

    /**
     * One with other limits.
     *
     * @param connectTimeout for a direct connection, TLS included
     * @param tunnelTimeout for a connection through a proxy, until the server's first byte
     */
    HttpTransport(Proxy.Selector proxies, Duration connectTimeout, Duration tunnelTimeout) {
        this.proxies = uri -> SecureUri.isLoopback(uri) ? Optional.empty() : proxies.select(uri);
        this.connectTimeout = connectTimeout;
        this.tunnelTimeout = tunnelTimeout;
    }

    private HttpClient.Builder settings() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .proxy(new TunnelSelector());
    }

    private synchronized HttpClient client(URI uri) {
        if (!isHttps(uri)) {
            if (plain == null) {
                plain = settings().sslContext(new NoTlsContext()).build();
            }
            return plain;
        }
        if (secure == null) {
            secure = settings().build();
        }
        return secure;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Optional<Proxy> proxy = proxies.select(request.uri());
        if (proxy.isEmpty() || !isHttps(request.uri())) {
            return send(request, proxy.flatMap(Proxy::authorization), Optional::empty);
        }
        try (ProxyTunnel.Ticket ticket = tunnel(proxy.get()).ticket()) {
            return send(request, Optional.of(ticket.authorization()), ticket::problem);
        }
    }

    /** @param known why there is no connection, where HttpClient only sees one end */
    private Response send(
            Request request, Optional<String> proxyAuthorization, Supplier<Optional<NoResponseException>> known)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client(request.uri())
                .sendAsync(toHttp(request, proxyAuthorization), info -> new LimitedBody(request.maxResponseBytes()));
        try {
            HttpResponse<byte[]> received = exchange.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
            // A tunnel that the proxy refuses comes without a body.
            byte[] body = received.body() == null ? new byte[0] : received.body();
            if (received.statusCode() == PROXY_LOGIN) {
                throw new NoResponseException(
                        proxyLogin(request.uri(), received.headers().allValues("Proxy-Authenticate")), false, null);
            }
            return new Response(received.statusCode(), received.headers().map(), body);
        } catch (TimeoutException e) {
            throw new NoResponseException(
                    "no whole answer within " + Durations.readable(request.timeout()) + way(request.uri()), true, e);
        } catch (ExecutionException e) {
            throw known.get().orElseGet(() -> NoResponseException.of(asIoException(e.getCause()), way(request.uri())));
        } finally {
            exchange.cancel(true);
        }
    }

    @Override
    public String way(URI uri) {
        return proxies.select(uri).map(NoResponseException::through).orElse("");
    }

    private String proxyLogin(URI uri, List<String> challenges) {
        String who = proxies.select(uri).map(proxy -> "the proxy " + proxy).orElse("a proxy");
        String asked = ForeignText.list(challenges.stream()
                .map(challenge -> challenge.strip().split("[ ,]", 2)[0])
                .filter(scheme -> !scheme.isEmpty())
                .distinct()
                .toList());
        boolean basic = challenges.isEmpty() || asked.toLowerCase(Locale.ROOT).contains("basic");
        return basic
                ? who + " asks for a login (407): add or correct <username> and <password> of the proxy in <proxies> of"
                        + " settings.xml"
                : who + " asks for a login by " + asked
                        + " (407), and Basic is the only one that is known here: run a local"
                        + " relay that logs in, such as Px or cntlm, and name it in <proxies> of settings.xml";
    }

    private static HttpRequest toHttp(Request request, Optional<String> proxyAuthorization) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).method(request.method(), request.body());
        request.headers().forEach(builder::setHeader);
        proxyAuthorization.ifPresent(login -> builder.setHeader("Proxy-Authorization", login));
        return builder.build();
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private ProxyTunnel tunnel(Proxy proxy) throws IOException {
        synchronized (tunnels) {
            ProxyTunnel tunnel = tunnels.get(proxy);
            if (tunnel == null || tunnel.hasEnded()) {
                tunnel = new ProxyTunnel(proxy, tunnelTimeout);
                tunnels.put(proxy, tunnel);
            }
            return tunnel;
        }
    }

    private static IOException asIoException(Throwable cause) {
        return cause instanceof IOException io ? io : new IOException(cause.toString(), cause);
    }

    /** Gives HttpClient the proxy's own address, or that of the tunnel to it. */
    private final class TunnelSelector extends ProxySelector {
        @Override
        public List<java.net.Proxy> select(URI uri) {
            return List.of(proxies.select(uri)
                    .map(proxy -> new java.net.Proxy(java.net.Proxy.Type.HTTP, address(uri, proxy)))
                    .orElse(java.net.Proxy.NO_PROXY));
        }

        private InetSocketAddress address(URI uri, Proxy proxy) {
            synchronized (tunnels) {
                return isHttps(uri) && tunnels.containsKey(proxy)
                        ? tunnels.get(proxy).address()
                        : new InetSocketAddress(proxy.host(), proxy.port());
            }
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException problem) {
            // The request itself fails with the same problem.
        }
    }

    /** Collects a body, and ends the exchange where it is larger than the limit. */
    private static final class LimitedBody implements BodySubscriber<byte[]> {
        private final BodySubscriber<byte[]> inner = BodySubscribers.ofByteArray();
        private final int limit;
        private long received;
        private Subscription subscription;

        LimitedBody(int limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return inner.getBody();
        }

        @Override
        public void onSubscribe(Subscription newSubscription) {
            subscription = newSubscription;
            inner.onSubscribe(newSubscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (received > limit) {
                subscription.cancel();
                inner.onError(new NoResponseException("the answer is larger than " + limit + " bytes", false, null));
            } else {
                inner.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable problem) {
            inner.onError(problem);
        }

        @Override
        public void onComplete() {
            inner.onComplete();
        }
    }
}
