package io.github.storemaven.http;

import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends a repeatable request again while its trouble may pass, within the limit of the request; the last answer or problem is
 * handed on.
 */
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
        Duration start = timer.elapsed();
        for (int tries = 1; ; tries++) {
            Optional<Response> answer = Optional.empty();
            IOException problem = null;
            try {
                Response received = inner.send(attempt(request, left(request, start)));
                if (!RetryRule.mayPass(received.status()) || isLast(request, tries, received)) {
                    return received;
                }
                answer = Optional.of(received);
            } catch (IOException e) {
                problem = e;
                if (!request.repeatable() || !RetryRule.mayPass(e) || tries == RetryRule.TRIES) {
                    throw counted(e, tries, start);
                }
            }
            Duration pause = rule.pause(tries, answer, timer.now());
            if (pause.compareTo(left(request, start)) >= 0) {
                if (answer.isPresent()) {
                    return answer.get();
                }
                throw counted(problem, tries, start);
            }
            rule.tell(request, end(answer, problem), tries, pause);
            timer.sleep(pause);
        }
    }

    private Duration left(Request request, Duration start) {
        return request.limit().minus(timer.elapsed().minus(start));
    }

    private static Request attempt(Request request, Duration left) {
        Duration deadline = Durations.shorter(request.deadline(), Durations.longer(left, Duration.ofMillis(1)));
        return deadline.equals(request.deadline()) ? request : request.deadline(deadline);
    }

    /** A throttled request had no effect, so even one that must not be repeated may be sent again. */
    private static boolean isLast(Request request, int tries, Response answer) {
        return tries >= RetryRule.TRIES || (!request.repeatable() && answer.status() != 429);
    }

    private static String end(Optional<Response> answer, IOException problem) {
        return answer.map(received -> "answered " + received.status())
                .orElseGet(() -> "did not answer: " + text(problem));
    }

    private static String text(IOException problem) {
        return problem.getMessage() == null
                ? problem.getClass().getSimpleName()
                : ForeignText.oneLine(problem.getMessage());
    }

    /** The problem with how often the request was sent; as it is after a single attempt. */
    private IOException counted(IOException problem, int tries, Duration start) {
        if (tries == 1) {
            return problem;
        }
        Duration took = timer.elapsed().minus(start);
        return new IOException(text(problem) + "; " + tries + " attempts in " + Durations.readable(took), problem);
    }
}
