package io.github.storemaven.goal;

import io.github.storemaven.credential.Credential;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.credential.Tokens;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.ProxyChoice;
import io.github.storemaven.http.RetryRule;
import io.github.storemaven.http.RetryingTransport;
import io.github.storemaven.http.SilenceNotice;
import io.github.storemaven.http.Timer;
import io.github.storemaven.http.Transport;
import io.github.storemaven.http.WaitListener;
import io.github.storemaven.service.CallRecord;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.service.Throttle;
import io.github.storemaven.text.Secrets;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Puts a connection to the Store together: transport, throttle, token, repetition. */
final class StoreAccess {
    private final Timer timer = Timer.system();
    private final RetryRule rule;
    private final SharedState shared;
    private final CallRecord calls;
    private final WaitListener waits;
    private final HttpTransport transport;
    private final Transport watched;

    /** @param waits is told when an answer is late, and of each longer wait */
    StoreAccess(ProxyChoice proxies, SharedState shared, CallRecord calls, WaitListener waits) {
        this.shared = shared;
        this.calls = calls;
        this.waits = waits;
        this.rule = new RetryRule(() -> ThreadLocalRandom.current().nextDouble(), waits);
        this.transport = new HttpTransport(uri -> remembered(proxies.proxyFor(uri)));
        this.watched = new SilenceNotice(transport, waits);
    }

    Tokens tokens(URI loginUrl, Credential credential) {
        return new Tokens(new TokenEndpoint(loginUrl, repeating(), timer, secrets()), credential, shared.tokens());
    }

    /** A transport that repeats what may be repeated, for token requests. */
    Transport repeating() {
        return new RetryingTransport(watched, timer, rule);
    }

    StoreService service(URI serviceUrl, Tokens tokens, int requestsPerMinute) {
        Transport throttled = new Throttle(calls.watching(watched), timer, requestsPerMinute, shared.calls(), waits);
        return new StoreService(new StoreConnection(serviceUrl, tokens, throttled, timer, rule));
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

    Timer timer() {
        return timer;
    }

    RetryRule rule() {
        return rule;
    }

    CallRecord calls() {
        return calls;
    }
}
