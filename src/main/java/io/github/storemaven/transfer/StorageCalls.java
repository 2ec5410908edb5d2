package io.github.storemaven.transfer;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryRule;
import io.github.storemaven.http.Timer;
import io.github.storemaven.http.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Sends a request to the storage until it is answered for good: by itself again after a trouble, or to a fresh address. */
final class StorageCalls {
    /** A fresh address that is refused like the one before is no accident. */
    private static final int MOST_ADDRESSES = 3;

    private final Transport transport;
    private final Timer timer;
    private final RetryRule rule;
    private final CurrentAddress address;

    StorageCalls(Transport transport, Timer timer, RetryRule rule, CurrentAddress address) {
        this.transport = transport;
        this.timer = timer;
        this.rule = rule;
        this.address = address;
    }

    /**
     * The last answer, whatever its status.
     *
     * @param request is made anew for each try
     */
    Response send(Function<UploadAddress, Request> request) throws IOException, InterruptedException {
        int tries = 1;
        int addresses = 1;
        while (true) {
            UploadAddress used = address.at(timer.now());
            Optional<Response> answer = attempt(request.apply(used), tries);
            if (answer.isPresent() && expired(answer.get(), used) && addresses < MOST_ADDRESSES) {
                address.replace(used);
                addresses++;
            } else if (answer.isPresent() && (tries >= RetryRule.TRIES || !mayPass(answer.get()))) {
                return answer.get();
            } else {
                timer.sleep(rule.pause(tries++, answer, timer.now()));
            }
        }
    }

    UploadAddress address() {
        return address.inUse();
    }

    private Optional<Response> attempt(Request request, int tries) throws IOException, InterruptedException {
        try {
            return Optional.of(transport.send(request));
        } catch (IOException e) {
            if (tries >= RetryRule.TRIES) {
                throw new UploadFailed("no answer from the storage to " + request + " in " + tries + " tries: " + e, e);
            }
            return Optional.empty();
        }
    }

    private static boolean mayPass(Response answer) {
        return RetryRule.mayPass(answer.status());
    }

    private static boolean expired(Response answer, UploadAddress address) {
        return answer.status() == 403 && StorageError.of(answer, address).signatureIsRefused();
    }
}
