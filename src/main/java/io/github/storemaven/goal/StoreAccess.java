package io.github.storemaven.goal;

import io.github.storemaven.credential.Credential;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.credential.Tokens;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.ProxyChoice;
import io.github.storemaven.http.RetryRule;
import io.github.storemaven.http.RetryingTransport;
import io.github.storemaven.http.Timer;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.CallRecord;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.service.Throttle;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Puts a connection to the Store together: transport, throttle, token, repetition. */
final class StoreAccess {
    private final Timer timer = Timer.system();
    private final RetryRule rule =
            new RetryRule(() -> ThreadLocalRandom.current().nextDouble());
    private final SharedState shared;
    private final CallRecord calls;
    private final Transport transport;

    StoreAccess(ProxyChoice proxies, SharedState shared, CallRecord calls) {
        this.shared = shared;
        this.calls = calls;
        this.transport = new HttpTransport(proxies);
    }

    Tokens tokens(URI loginUrl, Credential credential) {
        Transport repeating = new RetryingTransport(transport, timer, rule);
        return new Tokens(new TokenEndpoint(loginUrl, repeating, timer), credential, shared.tokens());
    }

    StoreService service(URI serviceUrl, Tokens tokens, int requestsPerMinute) {
        Transport throttled = new Throttle(calls.watching(transport), timer, requestsPerMinute, shared.calls());
        return new StoreService(new StoreConnection(serviceUrl, tokens, throttled, timer, rule));
    }

    /** The transport without throttle and repetition, for the blob storage. */
    Transport transport() {
        return transport;
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
