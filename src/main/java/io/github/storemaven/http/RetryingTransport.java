package io.github.storemaven.http;

import java.io.IOException;
import java.util.Optional;

/** Sends a repeatable request again while its trouble may pass; the last answer or problem is handed on. */
public final class RetryingTransport implements Transport {
    private final Transport inner;
    private final Timer timer;
    private final RetryRule rule;

    public RetryingTransport(Transport inner, Timer timer, RetryRule rule) {
        this.inner = inner;
        this.timer = timer;
        this.rule = rule;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        int tries = 1;
        while (true) {
            Optional<Response> answer;
            try {
                Response received = inner.send(request);
                if (!RetryRule.mayPass(received.status()) || isLast(request, tries, received)) {
                    return received;
                }
                answer = Optional.of(received);
            } catch (IOException e) {
                if (!request.repeatable() || tries >= RetryRule.TRIES) {
                    throw e;
                }
                answer = Optional.empty();
            }
            timer.sleep(rule.pause(tries++, answer, timer.now()));
        }
    }

    /** A throttled request had no effect, so even one that must not be repeated may be sent again. */
    private static boolean isLast(Request request, int tries, Response answer) {
        return tries >= RetryRule.TRIES || (!request.repeatable() && answer.status() != 429);
    }
}
