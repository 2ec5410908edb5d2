package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.service.Addressed;
import io.github.storemaven.emulator.service.Call;
import io.github.storemaven.emulator.service.Envelope;
import io.github.storemaven.emulator.storage.StorageProblem;
import io.github.storemaven.emulator.token.Tokens;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Content;
import io.github.storemaven.emulator.web.Delivery;
import io.github.storemaven.emulator.web.Endpoint;
import io.github.storemaven.emulator.web.Received;
import io.github.storemaven.emulator.web.Streams;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The faults that concern a request and its answer, whatever is asked for. */
public final class FaultyAnswers {
    private static final long DRAINED = 300L * 1024 * 1024;

    private static final Set<Call> LISTS = Set.of(Call.LIST_APPLICATIONS, Call.LIST_ADDONS);

    private final Faults faults;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Window window = new Window();

    public FaultyAnswers(Faults faults, Tokens tokens, InstantSource clock) {
        this.faults = faults;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The answer of an endpoint, spoiled as far as switches say. */
    public Answer answer(Received request, Addressed addressed, Endpoint endpoint) throws IOException {
        String call = addressed.call().word();
        String product = addressed.product();
        if (struckBefore(FaultKind.DROP, "when", call, product)) {
            return Answer.empty(500).with(Delivery.DROPPED);
        }
        faults.take(FaultKind.END_TOKEN, call, product).ifPresent(fault -> tokens.expireAll());
        Optional<Answer> early = early(request, addressed);
        if (early.isPresent()) {
            Streams.drain(request.body(), DRAINED);
            return early.get();
        }
        return spoiled(endpoint.answer(request), addressed);
    }

    private boolean struckBefore(FaultKind kind, String parameter, String call, String product) {
        return faults.take(
                        kind,
                        fault -> fault.concerns(call, product)
                                && fault.text(parameter, "before").equals("before"))
                .isPresent();
    }

    private Optional<Answer> early(Received request, Addressed addressed) {
        String call = addressed.call().word();
        String product = addressed.product();
        return throttled(addressed)
                .or(() -> unsupported(request, addressed))
                .or(() -> faults.take(
                                FaultKind.ANSWER, fault -> fault.concerns(call, product) && !fault.flag("done", false))
                        .map(fault -> made(fault, addressed.part())));
    }

    private Optional<Answer> throttled(Addressed addressed) {
        Optional<Fault> fault = faults.find(FaultKind.THROTTLE);
        if (fault.isEmpty() || addressed.part() != Addressed.Part.SERVICE) {
            return Optional.empty();
        }
        return window.enter(clock.instant(), fault.get().number("requestsPerMinute", 20))
                .map(wait -> tooMany(fault.get(), wait));
    }

    private static Answer tooMany(Fault fault, Duration wait) {
        Answer answer = Envelope.of(new Refusal(429, "TooManyRequests", "", "Too many requests, try again later."));
        return fault.flag("retryAfter", true)
                ? answer.with("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1)))
                : answer;
    }

    private Optional<Answer> unsupported(Received request, Addressed addressed) {
        if (addressed.part() != Addressed.Part.SERVICE) {
            return Optional.empty();
        }
        return faults.take(
                        FaultKind.UNSUPPORTED_FEATURE, fault -> isAbout(request, addressed, fault.text("product", "")))
                .map(fault -> Envelope.of(Refusal.invalidState(
                        "",
                        "The application uses features that are not supported by the submission API, use the"
                                + " dashboard.")));
    }

    /** A call on a product or below it, or a list that has it. */
    private static boolean isAbout(Received request, Addressed addressed, String product) {
        return product.isEmpty()
                || LISTS.contains(addressed.call())
                || request.segments().stream().anyMatch(product::equalsIgnoreCase);
    }

    private static Answer made(Fault fault, Addressed.Part part) {
        int status = fault.number("status", 500);
        String message = fault.text("message", "A fault switch of the embedded Store made this answer.");
        Answer answer = switch (fault.text("body", "json")) {
            case "empty" -> Answer.empty(status);
            case "html" -> Answer.of(status, "text/html", Content.of("<html><body><h1>Bad Gateway</h1></body></html>"));
            case "old" ->
                Answer.json(
                        status,
                        Json.object()
                                .add("statusCode", status)
                                .add("message", message)
                                .add("activityId", UUID.randomUUID().toString())
                                .build()
                                .toString());
            case "text" -> Answer.json(status, Json.text(message).toString());
            default ->
                part == Addressed.Part.BLOBS ? ofStorage(fault, status, message) : ofService(fault, status, message);
        };
        int retryAfter = fault.number("retryAfter", -1);
        return retryAfter < 0 ? answer : answer.with("Retry-After", Integer.toString(retryAfter));
    }

    private static Answer ofService(Fault fault, int status, String message) {
        String code = fault.text("code", status == 401 ? "Unauthorized" : "InternalServerError");
        return Envelope.of(new Refusal(status, code, "", message));
    }

    private static Answer ofStorage(Fault fault, int status, String message) {
        String code = fault.text("code", status == 503 ? "ServerBusy" : "InternalError");
        return new StorageProblem(status, code, message).answer();
    }

    private Answer spoiled(Answer honest, Addressed addressed) throws IOException {
        String call = addressed.call().word();
        String product = addressed.product();
        Answer answer = new Rewriting(faults, call, product).apply(honest);
        Optional<Fault> instead =
                faults.take(FaultKind.ANSWER, fault -> fault.concerns(call, product) && fault.flag("done", false));
        if (instead.isPresent()) {
            answer = made(instead.get(), addressed.part());
        }
        if (faults.take(FaultKind.DROP, call, product).isPresent()) {
            answer = answer.with(Delivery.DROPPED);
        }
        if (faults.take(FaultKind.STALL, call, product).isPresent()) {
            answer = answer.with(Delivery.STALLED);
        }
        Optional<Fault> delay = faults.take(FaultKind.DELAY, call, product);
        return delay.isPresent() ? answer.after(Duration.ofMillis(delay.get().number("milliseconds", 60_000))) : answer;
    }
}
