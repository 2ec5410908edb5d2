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
    private final TimeSource time;
    private final RetryPolicy rule;

    public RetryingTransport(Transport inner, TimeSource time, RetryPolicy rule) {
        this.inner = inner;
        this.time = time;
        this.rule = rule;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Duration start = time.elapsed();
        for (int tries = 1; ; tries++) {
            Optional<Response> answer = Optional.empty();
            IOException problem = null;
            try {
                Response received = inner.send(attempt(request, left(request, start)));
                if (!RetryPolicy.mayPass(received.status()) || isLast(request, tries, received)) {
                    return received;
                }
                answer = Optional.of(received);
            } catch (IOException e) {
                problem = e;
                if (!request.retryable() || !RetryPolicy.mayPass(e) || tries == RetryPolicy.TRIES) {
                    throw counted(e, tries, start);
                }
            }
            Duration pause = rule.pause(tries, answer, time.instant());
            if (pause.compareTo(left(request, start)) >= 0) {
                if (answer.isPresent()) {
                    return answer.get();
                }
                throw counted(problem, tries, start);
            }
            rule.tell(request, end(answer, problem), tries, pause);
            time.sleep(pause);
        }
    }

    private Duration left(Request request, Duration start) {
        return request.overallLimit().minus(time.elapsed().minus(start));
    }

    private static Request attempt(Request request, Duration left) {
        Duration deadline = Durations.shorter(request.timeout(), Durations.longer(left, Duration.ofMillis(1)));
        return deadline.equals(request.timeout()) ? request : request.timeout(deadline);
    }

    /** A throttled request had no effect, so even one that must not be repeated may be sent again. */
    private static boolean isLast(Request request, int tries, Response answer) {
        return tries >= RetryPolicy.TRIES || (!request.retryable() && answer.status() != 429);
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
        Duration took = time.elapsed().minus(start);
        return new IOException(text(problem) + "; " + tries + " attempts in " + Durations.readable(took), problem);
    }
}
