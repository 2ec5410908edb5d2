package io.github.storemaven.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JDK's HttpClient within the limits of design section 5: HTTP/1.1, no redirect followed, a deadline over the body
 * too, bounded answers, loopback past the proxy.
 */
public final class HttpTransport implements Transport {
    private static final Duration CONNECT = Duration.ofSeconds(30);

    private final HttpClient client;
    private final ProxyChoice proxies;
    private final Map<Proxy, ProxyRelay> relays = new HashMap<>();

    public HttpTransport(ProxyChoice proxies) {
        this.proxies = uri -> Loopback.is(uri) ? Optional.empty() : proxies.proxyFor(uri);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(selector())
                .build();
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(toHttp(request), info -> new BoundedBody(request.largestAnswer()));
        try {
            HttpResponse<byte[]> received = answer.get(request.deadline().toMillis(), TimeUnit.MILLISECONDS);
            // A tunnel that the proxy refuses comes without a body.
            byte[] body = received.body() == null ? new byte[0] : received.body();
            return new Response(received.statusCode(), received.headers().map(), body);
        } catch (TimeoutException e) {
            throw new InterruptedIOException(
                    "no whole answer within " + request.deadline().toSeconds() + " s");
        } catch (ExecutionException e) {
            throw asIoException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest toHttp(Request request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).method(request.method(), request.body());
        request.headers().forEach(builder::setHeader);
        Optional<Proxy> proxy = proxies.proxyFor(request.uri())
                .filter(one -> one.authorization().isPresent());
        if (proxy.isPresent()) {
            String login = isTunnel(request.uri())
                    ? relay(proxy.get()).key()
                    : proxy.get().authorization().orElseThrow();
            builder.setHeader("Proxy-Authorization", login);
        }
        return builder.build();
    }

    private static boolean isTunnel(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private ProxyRelay relay(Proxy proxy) throws IOException {
        synchronized (relays) {
            ProxyRelay relay = relays.get(proxy);
            if (relay == null || relay.hasEnded()) {
                relay = new ProxyRelay(proxy);
                relays.put(proxy, relay);
            }
            return relay;
        }
    }

    private ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<java.net.Proxy> select(URI uri) {
                return List.of(proxies.proxyFor(uri)
                        .map(proxy -> new java.net.Proxy(java.net.Proxy.Type.HTTP, address(uri, proxy)))
                        .orElse(java.net.Proxy.NO_PROXY));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException problem) {
                // The request itself fails with the same problem.
            }
        };
    }

    /** The proxy's own, or that of the relay which knows the login. */
    private InetSocketAddress address(URI uri, Proxy proxy) {
        synchronized (relays) {
            return isTunnel(uri) && relays.containsKey(proxy)
                    ? relays.get(proxy).address()
                    : new InetSocketAddress(proxy.host(), proxy.port());
        }
    }

    private static IOException asIoException(Throwable cause) {
        return cause instanceof IOException io ? io : new IOException(cause.toString(), cause);
    }
}
