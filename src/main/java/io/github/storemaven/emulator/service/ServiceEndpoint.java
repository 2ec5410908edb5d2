package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.BodyRemarks;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.token.Tokens;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Endpoint;
import io.github.storemaven.emulator.web.Received;
import io.github.storemaven.emulator.web.Remarks;
import io.github.storemaven.emulator.web.Streams;
import jakarta.json.JsonException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code /v1.0/my/...}: who may ask, what is asked, and the catalog's monitor around it. */
public final class ServiceEndpoint implements Endpoint {
    private static final int LARGEST_BODY = 32 * 1024 * 1024;

    /** A client that is still sending reads no answer. */
    private static final long DRAINED = 256L * 1024 * 1024;

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\";,\\s]*)");
    private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii", "iso-8859-1", "windows-1252", "utf-16");

    private final Catalog catalog;
    private final Tokens tokens;
    private final StoreBehaviour behaviour;
    private final Remarks remarks;
    private final Runnable changed;
    private final Map<Call, Operation> operations = new EnumMap<>(Call.class);

    /** @param changed runs, under the monitor, after a call that may have changed something */
    public ServiceEndpoint(
            Catalog catalog,
            Tokens tokens,
            Uploads uploads,
            Drafts drafts,
            StoreBehaviour behaviour,
            Faults faults,
            Remarks remarks,
            Runnable changed) {
        this.catalog = catalog;
        this.tokens = tokens;
        this.behaviour = behaviour;
        this.remarks = remarks;
        this.changed = changed;
        submissions(new SubmissionCalls(catalog, uploads, drafts, behaviour, faults));
        operations.put(Call.COMMIT_SUBMISSION, new CommitCalls(catalog, uploads, behaviour, faults, remarks)::commit);
        products(new ProductCalls(catalog, uploads, drafts, behaviour));
        rollouts(new RolloutCalls(catalog));
    }

    private void submissions(SubmissionCalls calls) {
        operations.put(Call.CREATE_SUBMISSION, calls::create);
        operations.put(Call.GET_SUBMISSION, calls::get);
        operations.put(Call.GET_STATUS, calls::status);
        operations.put(Call.UPDATE_SUBMISSION, calls::update);
        operations.put(Call.DELETE_SUBMISSION, calls::delete);
    }

    private void products(ProductCalls calls) {
        operations.put(Call.LIST_APPLICATIONS, calls::applications);
        operations.put(Call.GET_APPLICATION, calls::get);
        operations.put(Call.LIST_APPLICATION_ADDONS, calls::addonsOfApplication);
        operations.put(Call.LIST_FLIGHTS, calls::flights);
        operations.put(Call.LIST_ADDONS, calls::addons);
        operations.put(Call.GET_ADDON, calls::get);
        operations.put(Call.CREATE_ADDON, calls::createAddon);
        operations.put(Call.DELETE_ADDON, calls::deleteAddon);
        operations.put(Call.CREATE_FLIGHT, calls::createFlight);
        operations.put(Call.GET_FLIGHT, calls::get);
        operations.put(Call.DELETE_FLIGHT, calls::deleteFlight);
    }

    private void rollouts(RolloutCalls calls) {
        operations.put(Call.GET_ROLLOUT, calls::get);
        operations.put(Call.UPDATE_ROLLOUT, calls::percentage);
        operations.put(Call.HALT_ROLLOUT, calls::halt);
        operations.put(Call.FINALIZE_ROLLOUT, calls::complete);
    }

    @Override
    public Answer answer(Received request) throws IOException {
        String correlation = Envelope.correlation(request);
        return checked(request, correlation).with(Envelope.CORRELATION, correlation);
    }

    private Answer checked(Received request, String correlation) throws IOException {
        try {
            authorize(request, correlation);
            List<String> path = request.segments().subList(2, request.segments().size());
            Route route = route(request, path);
            Asked asked = new Asked(route.call(), route.kind(), route.ids(path).orElseThrow(), request, body(request));
            return run(asked);
        } catch (Refusal refusal) {
            Streams.drain(request.body(), DRAINED);
            return Envelope.of(refusal);
        }
    }

    private Answer run(Asked asked) throws Refusal, IOException {
        try {
            if (asked.call() == Call.COMMIT_SUBMISSION) {
                // It reads a large file, and takes the monitor only before and after.
                return operations.get(asked.call()).run(asked);
            }
            synchronized (catalog) {
                return operations.get(asked.call()).run(asked);
            }
        } finally {
            if (!asked.request().method().equals("GET")) {
                remark(asked);
                save();
            }
        }
    }

    /** Also after a refusal: a fault may have made a submission before it. */
    private void save() {
        synchronized (catalog) {
            changed.run();
        }
    }

    /** What is odd about a body that was taken all the same. */
    private void remark(Asked asked) {
        try {
            String call = asked.call().word() + ": ";
            BodyRemarks.of(Json.read(asked.body())).forEach(remark -> remarks.add(call + remark));
        } catch (JsonException e) {
            // It has no JSON body, and was refused where it needs one.
        }
    }

    private void authorize(Received request, String correlation) throws Refusal {
        if (!request.header("Authorization").map(tokens::accepts).orElse(false)) {
            throw new Refusal(401, "Unauthorized", "", "Identity cannot be authorized. CorrelationId: " + correlation);
        }
    }

    private static Route route(Received request, List<String> path) throws Refusal {
        List<Route> routes = Route.of(path);
        if (routes.isEmpty()) {
            throw Refusal.notFound("", "There is no resource at this address.");
        }
        return routes.stream()
                .filter(route -> route.verb().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        405, "InvalidOperation", "", "The verb " + request.method() + " is not allowed here."));
    }

    /** Without a body the type does not matter, unless a switch makes it (reference 4.2). */
    private void requireJson(Received request, boolean writes) throws Refusal {
        boolean strict = behaviour.on(Switch.CONTENT_TYPE_REQUIRED);
        boolean concerned = writes && (strict || request.contentLength().orElse(-1) != 0);
        String type = request.header("Content-Type").orElse(strict ? "none" : "");
        if (concerned && !type.isEmpty() && !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw new Refusal(415, "InvalidOperation", "Content-Type", "The media type must be application/json.");
        }
        if (concerned) {
            requireKnownCharset(type);
        }
    }

    /** A report has {@code charset=utf8}, which no runtime of the service knows, refused (StoreBroker, pull request 31). */
    private static void requireKnownCharset(String type) throws Refusal {
        Matcher charset = CHARSET.matcher(type);
        if (charset.find() && !CHARSETS.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
            throw Refusal.invalidValue(
                    "Content-Type",
                    "The character set '" + charset.group(1) + "' is not supported, the name of UTF-8 is 'utf-8'.");
        }
    }

    private byte[] body(Received request) throws Refusal, IOException {
        boolean writes = request.method().equals("POST") || request.method().equals("PUT");
        if (writes && request.contentLength().isEmpty() && !request.chunked()) {
            throw new Refusal(411, "", "", "Content-Length is missing.");
        }
        requireJson(request, writes);
        return request.body(LARGEST_BODY)
                .orElseThrow(() -> new Refusal(413, "InvalidOperation", "", "The request body is too large."));
    }
}
