package io.github.storemaven.goal;

import io.github.storemaven.credential.Credential;
import io.github.storemaven.credential.TokenAudience;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.SlowResponseNotice;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.http.WaitListener;
import io.github.storemaven.installer.InstallerClient;
import io.github.storemaven.service.PollInterval;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.service.SharedBackOff;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.Throttle;
import io.github.storemaven.text.Secrets;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Puts a connection to the Store together: transport, throttle, token, repetition. */
final class StoreAccess {
    private final TimeSource time;
    private final RetryPolicy retryPolicy;
    private final BuildState shared;
    private final RequestLog calls;
    private final WaitListener waits;
    private final Function<Proxy.Selector, Transport> network;
    private final Transport transport;
    private final Transport watched;
    private final PollInterval polls;
    private volatile BiConsumer<Request, Response> observer = (request, response) -> {};

    /**
     * Sends nothing yet.
     *
     * @param network makes a transport that asks through proxies
     * @param waits is told when an answer is late, and of each further attempt
     * @param polls how often this Store is asked how far it is
     */
    StoreAccess(
            TimeSource time,
            Function<Proxy.Selector, Transport> network,
            Proxy.Selector proxies,
            BuildState shared,
            RequestLog calls,
            WaitListener waits,
            PollInterval polls) {
        this.polls = polls;
        this.time = time;
        this.network = network;
        this.shared = shared;
        this.calls = calls;
        this.waits = waits;
        this.retryPolicy =
                new RetryPolicy(time, () -> ThreadLocalRandom.current().nextDouble(), waits);
        this.transport = network.apply(uri -> remembered(proxies.select(uri)));
        Transport noticed = new SlowResponseNotice(transport, waits);
        this.watched = request -> {
            Response response = noticed.send(request);
            observer.accept(request, response);
            return response;
        };
    }

    /** Shows somebody each response of the Store and of the token endpoint as it came, whatever its status. */
    void observe(BiConsumer<Request, Response> other) {
        observer = other;
    }

    TokenCache tokens(URI loginUrl, Credential credential) {
        return new TokenCache(new TokenEndpoint(loginUrl, repeating(), time, secrets()), credential, shared.tokens());
    }

    /** A transport that repeats what may be repeated, for token requests. */
    Transport repeating() {
        return retryPolicy.wrap(watched);
    }

    /** The same past every proxy, for addresses of this machine. */
    Transport repeatingDirectly() {
        return retryPolicy.wrap(new SlowResponseNotice(network.apply(Proxy.Selector.direct()), waits));
    }

    StoreClient service(URI serviceUrl, TokenCache tokens, int requestsPerMinute) {
        Transport throttled = new Throttle(calls.wrap(watched), time, requestsPerMinute, shared.calls(), waits);
        return new StoreClient(new StoreConnection(serviceUrl, tokens, throttled, retryPolicy).polled(polls));
    }

    /** An MSI or EXE product, by the same throttle. */
    InstallerClient installers(
            URI serviceUrl,
            URI loginUrl,
            Credential credential,
            int requestsPerMinute,
            String sellerId,
            String productId) {
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(loginUrl, repeating(), time, secrets(), TokenAudience.INSTALLER),
                credential,
                shared.tokens());
        Transport throttled = new Throttle(calls.wrap(watched), time, requestsPerMinute, shared.calls(), waits);
        return new InstallerClient(
                new StoreConnection(serviceUrl, tokens, throttled, retryPolicy, InstallerClient.api(sellerId))
                        .polled(polls),
                productId);
    }

    /** The Store's throttle for many callers at a time, which slow down together and wait in silence. */
    SharedBackOff backOff(int requestsPerMinute) {
        Transport throttled = new Throttle(calls.wrap(watched), time, requestsPerMinute, shared.calls());
        return new SharedBackOff(throttled, time, retryPolicy, waits);
    }

    StoreClient service(URI serviceUrl, TokenCache tokens, SharedBackOff backOff) {
        return new StoreClient(new StoreConnection(serviceUrl, tokens, backOff, retryPolicy).polled(polls));
    }

    /** The transport without throttle and repetition, for the blob storage. */
    Transport transport() {
        return transport;
    }

    /** The secrets of this build, which no text of others shows. */
    Secrets secrets() {
        return shared.secrets();
    }

    private Optional<Proxy> remembered(Optional<Proxy> proxy) {
        proxy.map(Proxy::password).ifPresent(secrets()::add);
        return proxy;
    }

    TimeSource time() {
        return time;
    }

    RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    RequestLog calls() {
        return calls;
    }
}
