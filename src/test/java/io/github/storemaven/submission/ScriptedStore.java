package io.github.storemaven.submission;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A Store whose status follows a script, by the clock of the test; its tokens live an hour. */
final class ScriptedStore implements Transport {
    private static final URI ROOT = URI.create("https://store.test");
    private static final int HOUR = 3599;

    /** What the service answers to one question for the status. */
    @FunctionalInterface
    interface Answering {
        Response answer() throws IOException;
    }

    final FakeTimeSource time = new FakeTimeSource();
    final List<String> lines = new ArrayList<>();
    final List<Instant> polls = new ArrayList<>();
    int tokens;

    private final Instant start = time.instant();
    private final NavigableMap<Duration, Answering> script = new TreeMap<>();
    private Instant tokenEnd = start;

    /** From so long after the commit on, the service answers so. */
    ScriptedStore from(Duration time, Answering answer) {
        script.put(time, answer);
        return this;
    }

    ScriptedStore from(Duration time, String status) {
        return from(time, () -> status(status, ""));
    }

    static Response status(String status, String errors) {
        return json(
                200,
                "{'status':'" + status + "','statusDetails':{'errors':[" + errors
                        + "],'warnings':[],'certificationReports':[]}}");
    }

    static Response json(int status, String text) {
        return new Response(status, Map.of(), Documents.quoted(text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Response send(Request request) throws IOException {
        if (request.uri().getPath().endsWith("/token")) {
            tokenEnd = time.instant().plusSeconds(HOUR);
            return json(200, "{'access_token':'token-" + ++tokens + "','expires_in':'" + HOUR + "'}");
        }
        String authorization = request.headers().get("Authorization");
        if (!authorization.equals("Bearer token-" + tokens) || time.instant().isAfter(tokenEnd)) {
            return json(401, "");
        }
        polls.add(time.instant());
        return script.floorEntry(elapsed()).getValue().answer();
    }

    /** A token that the service no longer knows. */
    Response forgetToken() {
        tokenEnd = start.minusSeconds(1);
        return json(401, "");
    }

    Duration elapsed() {
        return Duration.between(start, time.instant());
    }

    StatusPoller waiting(WaitFor goal, Duration timeout) {
        return new StatusPoller(submissions(), time, log(), goal, timeout);
    }

    private Submissions submissions() {
        RetryPolicy retryPolicy = new RetryPolicy(time, () -> 0.5);
        TokenCache held = new TokenCache(
                new TokenEndpoint(ROOT, retryPolicy.wrap(this), time),
                new ClientSecret("tenant", "client", "secret", "test"));
        return new StoreClient(new StoreConnection(ROOT, held, this, retryPolicy)).submissions(ReleaseFixture.APP);
    }

    ReleaseLog log() {
        return new ReleaseLog() {
            @Override
            public void info(String line) {
                lines.add(line);
            }

            @Override
            public void warn(String line) {
                lines.add("WARN " + line);
            }
        };
    }
}
