package io.github.storemaven.transfer;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Sends a request to the storage until it is answered for good: by itself again after a trouble, or to a fresh address. */
final class StorageCalls {
    /** A fresh address that is refused like the one before is no accident. */
    private static final int MOST_ADDRESSES = 3;

    private final Transport transport;
    private final TimeSource time;
    private final RetryPolicy rule;
    private final CurrentAddress address;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Duration lastExchange = Duration.ZERO;

    StorageCalls(Transport transport, TimeSource time, RetryPolicy rule, CurrentAddress address) {
        this.transport = transport;
        this.time = time;
        this.rule = rule;
        this.address = address;
    }

    /**
     * The last answer, whatever its status.
     *
     * @param request is made anew for each try
     */
    Response send(Function<SasUrl, Request> request) throws IOException, InterruptedException {
        int tries = 1;
        int addresses = 1;
        while (true) {
            SasUrl used = address.at(time.instant());
            Optional<Response> answer = attempt(request.apply(used), tries);
            if (answer.isPresent() && expired(answer.get(), used) && addresses < MOST_ADDRESSES) {
                address.replace(used);
                addresses++;
            } else if (answer.isPresent() && (tries >= RetryPolicy.TRIES || !mayPass(answer.get()))) {
                return answer.get();
            } else {
                pause(request.apply(used), tries++, answer);
            }
        }
    }

    SasUrl address() {
        return address.inUse();
    }

    private Optional<Response> attempt(Request request, int tries) throws IOException, InterruptedException {
        Duration start = time.elapsed();
        try {
            Response answer = transport.send(request);
            lastExchange = time.elapsed().minus(start);
            return Optional.of(answer);
        } catch (IOException e) {
            if (tries >= RetryPolicy.TRIES || !RetryPolicy.mayPass(e)) {
                throw new UploadException(
                        request.uri().getHost() + " did not respond in " + tries
                                + (tries == 1 ? " attempt" : " attempts")
                                + " to " + request + " (" + ForeignText.oneLine(reason(e))
                                + "). Check network, proxy and firewall for *.blob.core.windows.net. Run the same"
                                + " command again; the upload continues where it stopped.",
                        e);
            }
            return Optional.empty();
        }
    }

    private static String reason(IOException problem) {
        return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    }

    /** Told once an upload, whose connections have the same trouble together. */
    private void pause(Request request, int tries, Optional<Response> answer) throws InterruptedException {
        Duration pause = rule.pause(tries, answer, time.instant());
        if (told.compareAndSet(false, true)) {
            String end = answer.map(received -> "answered " + received.status()).orElse("did not answer");
            rule.tell(request, end, tries, pause);
        }
        time.sleep(pause);
    }

    /** How long the storage took to answer the last request, without pauses and attempts before it. */
    Duration lastExchange() {
        return lastExchange;
    }

    private static boolean mayPass(Response answer) {
        return RetryPolicy.mayPass(answer.status());
    }

    private static boolean expired(Response answer, SasUrl address) {
        return answer.status() == 403 && StorageError.of(answer, address).signatureIsRefused();
    }
}
