package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The ways in which a call breaks, and transports that wait as long as such a way lasts. */
public final class BrokenCalls {
    public static final Map<String, String> FAULTS = faults();

    /** In real time, for what is meant to come too late: HttpClient knows no clock of ours. */
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(250);

    /** For all else, so that a busy machine is no fault. */
    private static final Duration LONG_DEADLINE = Duration.ofMinutes(2);

    private BrokenCalls() {}

    private static Map<String, String> faults() {
        Map<String, String> faults = new TreeMap<>();
        faults.put("lost before the request", "{'fault':'drop','when':'before'}");
        faults.put("lost after the effect", "{'fault':'drop','when':'after'}");
        faults.put("no answer until the deadline", "{'fault':'delay','milliseconds':600}");
        faults.put("stalled body", "{'fault':'stall'}");
        for (int status : List.of(401, 408, 429, 500, 502, 503, 504)) {
            faults.put("" + status, "{'fault':'answer','status':" + status + "}");
        }
        faults.put("429 with Retry-After", "{'fault':'answer','status':429,'retryAfter':7}");
        faults.put("500 although it was done", "{'fault':'answer','status':500,'done':true}");
        faults.put("HTML", "{'fault':'answer','status':200,'body':'html','done':true}");
        faults.put("empty body", "{'fault':'answer','status':200,'body':'empty','done':true}");
        return faults;
    }

    /** Whether a fault takes real time. */
    public static boolean isSlow(String fault) {
        return fault.startsWith("no answer") || fault.startsWith("stalled");
    }

    /** One of the faults, as the embedded Store takes it. */
    public static JsonObject fault(String fault, String call, int times) {
        return Json.PROVIDER
                .createObjectBuilder(json(FAULTS.get(fault)))
                .add("call", call)
                .add("times", times)
                .build();
    }

    /** Waits for the first answers of one call as long as its fault lasts, and no longer. */
    static Transport transport(String fault, String call, int times) {
        if (!isSlow(fault)) {
            return BrokenCalls::patient;
        }
        AtomicInteger left = new AtomicInteger(times);
        return request -> {
            boolean isMeant = call.equals(call(request)) && left.getAndDecrement() > 0;
            return isMeant ? ReleaseFixture.NETWORK.send(request.timeout(SHORT_DEADLINE)) : patient(request);
        };
    }

    static Response patient(Request request) throws IOException, InterruptedException {
        return ReleaseFixture.NETWORK.send(request.timeout(LONG_DEADLINE));
    }

    /** The name that the embedded Store's faults have for a request. */
    static String call(Request request) {
        String query = request.uri().getRawQuery();
        if (query != null && query.contains("comp=")) {
            return (request.method().equals("GET") ? "get" : "put")
                    + (query.contains("comp=blocklist") ? "BlockList" : "Block");
        }
        String path = request.uri().getPath().replaceFirst(".*/", "/");
        if (request.method().equals("GET") && path.equals("/token")) {
            return "getManagedIdentity";
        }
        return switch (request.method() + " "
                + path.replaceFirst("/\\d{19}$", "/id")
                        .replaceFirst("/9P\\w+$", "/app")
                        .replaceFirst("/9N\\w+$", "/addon")) {
            case "POST /token" -> "token";
            case "GET /applications" -> "listApplications";
            case "GET /listflights" -> "listFlights";
            case "GET /inappproducts" -> "listAddons";
            case "POST /inappproducts" -> "createAddon";
            case "GET /addon" -> "getAddon";
            case "GET /app" -> "getApplication";
            case "GET /" + ReleaseFixture.FLIGHT -> "getFlight";
            case "POST /submissions" -> "createSubmission";
            case "PUT /id" -> "updateSubmission";
            case "GET /id" -> "getSubmission";
            case "DELETE /id" -> "deleteSubmission";
            case "POST /commit" -> "commitSubmission";
            case "GET /status" -> "getStatus";
            case "GET /packagerollout" -> "getRollout";
            case "POST /updatepackagerolloutpercentage" -> "updateRollout";
            case "POST /haltpackagerollout" -> "haltRollout";
            case "POST /finalizepackagerollout" -> "finalizeRollout";
            default -> throw new AssertionError("a request that is none of the calls: " + request);
        };
    }
}
