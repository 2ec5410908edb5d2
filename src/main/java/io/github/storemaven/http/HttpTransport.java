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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    /** TLS included; a host that is there takes less than a second. */
    static final Duration CONNECT = Duration.ofSeconds(10);

    private static final int PROXY_LOGIN = 407;

    private final HttpClient client;
    private final ProxyChoice proxies;
    private final Map<Proxy, ProxyTunnel> relays = new HashMap<>();

    public HttpTransport(ProxyChoice proxies) {
        this.proxies = uri -> SecureUri.isLoopback(uri) ? Optional.empty() : proxies.proxyFor(uri);
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
                client.sendAsync(toHttp(request), info -> new BoundedBody(request.maxResponseBytes()));
        try {
            HttpResponse<byte[]> received = answer.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
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
            throw NoResponseException.of(asIoException(e.getCause()), way(request.uri()));
        } finally {
            answer.cancel(true);
        }
    }

    /** Through which proxy an address is reached, as the end of a sentence; empty for a direct connection. */
    String way(URI uri) {
        return proxies.proxyFor(uri).map(proxy -> " through the proxy " + proxy).orElse("");
    }

    private String proxyLogin(URI uri, List<String> challenges) {
        String who = proxies.proxyFor(uri).map(proxy -> "the proxy " + proxy).orElse("a proxy");
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

    private ProxyTunnel relay(Proxy proxy) throws IOException {
        synchronized (relays) {
            ProxyTunnel relay = relays.get(proxy);
            if (relay == null || relay.hasEnded()) {
                relay = new ProxyTunnel(proxy);
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
