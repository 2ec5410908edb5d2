package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.storage.StorageErrorException;
import io.github.storemaven.emulator.token.AccessTokens;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import io.github.storemaven.emulator.web.WebServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The faults that concern a request and its response, whatever is asked for: before the effect, and after it. */
public final class FaultInjector {
    private static final long MAX_DRAINED = 300L * 1024 * 1024;
    private static final Set<Call> LISTS = Set.of(Call.LIST_APPLICATIONS, Call.LIST_ADDONS);

    private final FaultSwitches faults;
    private final AccessTokens tokens;
    private final InstantSource clock;
    private final ThrottleWindow window = new ThrottleWindow();
    private final ThrottleWindow installerWindow = new ThrottleWindow();
    private final Refusal installerRefusal;

    /** @param installerRefusal how the API for MSI and EXE products words a refusal */
    public FaultInjector(FaultSwitches faults, AccessTokens tokens, InstantSource clock, Refusal installerRefusal) {
        this.faults = faults;
        this.tokens = tokens;
        this.clock = clock;
        this.installerRefusal = installerRefusal;
    }

    /** The response of an API that refuses with a status, a code and a message. */
    @FunctionalInterface
    public interface Refusal {
        /** In the API's own form. */
        Response of(int status, String code, String message);
    }

    /**
     * What a request is about.
     *
     * @param part of the server
     * @param call what it asks for
     * @param product the id of the product in the path; empty without one
     */
    public record Target(Part part, Call call, String product) {
        /** The parts of the server. */
        public enum Part {
            API,
            INSTALLER,
            TOKEN,
            BLOBS,
            CONTROL,
            NOTHING
        }
    }

    /** The response of an endpoint, or what the switches make of it. */
    public Response handle(Request request, Target target, WebServer.Handler endpoint) throws IOException {
        if (faults.take(Fault.Kind.DROP, fault -> concerns(fault, target) && isBefore(fault))
                .isPresent()) {
            return Response.empty(500).with(Response.Delivery.DROPPED);
        }
        take(Fault.Kind.END_TOKEN, target).ifPresent(fault -> tokens.expireAll());
        Optional<Response> early = early(request, target);
        if (early.isPresent()) {
            request.drain(MAX_DRAINED);
            return early.get();
        }
        return afterEffect(endpoint.handle(request), target);
    }

    private static boolean concerns(Fault fault, Target target) {
        return fault.concerns(target.call(), target.product());
    }

    private static boolean isBefore(Fault fault) {
        return fault.text("when", "before").equals("before");
    }

    private Optional<Fault> take(Fault.Kind kind, Target target) {
        return faults.take(kind, target.call(), target.product());
    }

    /** Without any effect. */
    private Optional<Response> early(Request request, Target target) {
        return throttled(target)
                .or(() -> unsupported(request, target))
                .or(() -> faults.take(Fault.Kind.ANSWER, fault -> concerns(fault, target) && !fault.flag("done", false))
                        .map(fault -> made(fault, target.part())));
    }

    private Optional<Response> throttled(Target target) {
        Optional<Fault> fault = faults.find(Fault.Kind.THROTTLE);
        boolean installer = target.part() == Target.Part.INSTALLER;
        if (fault.isEmpty() || (target.part() != Target.Part.API && !installer)) {
            return Optional.empty();
        }
        Response refused = installer
                ? installerRefusal.of(429, "toomanyrequests", "Too many requests, try again later.")
                : ServiceErrorException.tooManyRequests().response();
        return (installer ? installerWindow : window)
                .enter(clock.instant(), fault.get().number("requestsPerMinute", 20))
                .map(wait -> tooMany(refused, fault.get(), wait));
    }

    private static Response tooMany(Response response, Fault fault, Duration wait) {
        return fault.flag("retryAfter", true)
                ? response.with("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1)))
                : response;
    }

    private Optional<Response> unsupported(Request request, Target target) {
        if (target.part() != Target.Part.API) {
            return Optional.empty();
        }
        return faults.take(Fault.Kind.UNSUPPORTED_FEATURE, fault -> isAbout(request, target, fault.text("product", "")))
                .map(fault -> ServiceErrorException.unsupportedFeature(", use the dashboard.")
                        .response());
    }

    /** A call on a product or below it, or a list that has it. */
    private static boolean isAbout(Request request, Target target, String product) {
        return product.isEmpty()
                || LISTS.contains(target.call())
                || request.segments().stream().anyMatch(product::equalsIgnoreCase);
    }

    private Response made(Fault fault, Target.Part part) {
        int status = fault.number("status", 500);
        String message = fault.text("message", "A fault switch of the embedded Store made this answer.");
        Response response = switch (fault.text("body", "json")) {
            case "empty" -> Response.empty(status);
            case "html" ->
                Response.of(status, "text/html", Response.Content.of("<html><body><h1>Bad Gateway</h1></body></html>"));
            case "old" -> old(status, message);
            case "text" -> Response.json(status, Json.text(message).toString());
            default -> ofPart(part, fault, status, message);
        };
        int retryAfter = fault.number("retryAfter", -1);
        return retryAfter < 0 ? response : response.with("Retry-After", Integer.toString(retryAfter));
    }

    private Response ofPart(Target.Part part, Fault fault, int status, String message) {
        return switch (part) {
            case BLOBS -> ofStorage(fault, status, message);
            case INSTALLER -> installerRefusal.of(status, fault.text("code", "badrequest"), message);
            default -> ofService(fault, status, message);
        };
    }

    private static Response old(int status, String message) {
        return Response.json(
                status,
                Json.object()
                        .add("statusCode", status)
                        .add("message", message)
                        .add("activityId", UUID.randomUUID().toString())
                        .build()
                        .toString());
    }

    private static Response ofService(Fault fault, int status, String message) {
        String code = fault.text("code", status == 401 ? "Unauthorized" : "InternalServerError");
        return ServiceErrorException.madeUp(status, code, message).response();
    }

    private static Response ofStorage(Fault fault, int status, String message) {
        String code = fault.text("code", status == 503 ? "ServerBusy" : "InternalError");
        return StorageErrorException.madeUp(status, code, message).response();
    }

    private Response afterEffect(Response honest, Target target) throws IOException {
        Response response = new ResponseRewriter(faults, target.call(), target.product()).apply(honest);
        Optional<Fault> instead =
                faults.take(Fault.Kind.ANSWER, fault -> concerns(fault, target) && fault.flag("done", false));
        if (instead.isPresent()) {
            response = made(instead.get(), target.part());
        }
        if (take(Fault.Kind.DROP, target).isPresent()) {
            response = response.with(Response.Delivery.DROPPED);
        }
        if (take(Fault.Kind.STALL, target).isPresent()) {
            response = response.with(Response.Delivery.STALLED);
        }
        Optional<Fault> delay = take(Fault.Kind.DELAY, target);
        return delay.isPresent()
                ? response.after(Duration.ofMillis(delay.get().number("milliseconds", 60_000)))
                : response;
    }

    /** The requests of the last minute (reference 4.8). */
    private static final class ThrottleWindow {
        private static final Duration LENGTH = Duration.ofMinutes(1);

        private final Deque<Instant> moments = new ArrayDeque<>();

        /** Counts a request, or tells how long to wait until one is allowed again. */
        synchronized Optional<Duration> enter(Instant now, int most) {
            while (!moments.isEmpty() && !moments.peekFirst().plus(LENGTH).isAfter(now)) {
                moments.removeFirst();
            }
            if (moments.size() < most) {
                moments.addLast(now);
                return Optional.empty();
            }
            return Optional.of(Duration.between(
                    now,
                    moments.isEmpty() ? now.plus(LENGTH) : moments.peekFirst().plus(LENGTH)));
        }
    }
}
