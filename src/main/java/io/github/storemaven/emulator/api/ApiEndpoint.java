package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.commit.CommitProcessing;
import io.github.storemaven.emulator.document.BodyRemarks;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.storage.UploadContainer;
import io.github.storemaven.emulator.token.AccessTokens;
import io.github.storemaven.emulator.web.OperatorRemarks;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /v1.0/my/...}: who may ask, what is asked, and the catalog's lock around it. A {@link ServiceErrorException} of
 * anybody becomes the service's envelope here.
 */
public final class ApiEndpoint {
    /** The header by which support finds a call again. */
    public static final String CORRELATION = "MS-CorrelationId";

    private static final int MAX_BODY = 32 * 1024 * 1024;
    private static final long MAX_DRAINED = 256L * 1024 * 1024;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\";,\\s]*)");
    private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii", "iso-8859-1", "windows-1252", "utf-16");

    private final Catalog catalog;
    private final AccessTokens tokens;
    private final StoreBehaviour behaviour;
    private final OperatorRemarks remarks;
    private final ProductHandler products;
    private final SubmissionHandler submissions;
    private final OtherClients others;
    private final RolloutHandler rollouts = new RolloutHandler();

    public ApiEndpoint(
            Catalog catalog,
            AccessTokens tokens,
            UploadContainer uploads,
            SubmissionClone clones,
            CommitProcessing commits,
            StoreBehaviour behaviour,
            FaultSwitches faults,
            OperatorRemarks remarks) {
        this.catalog = catalog;
        this.tokens = tokens;
        this.behaviour = behaviour;
        this.remarks = remarks;
        this.others = new OtherClients(catalog, uploads, clones, faults);
        this.products = new ProductHandler(catalog, uploads, clones, behaviour);
        this.submissions = new SubmissionHandler(catalog, uploads, clones, commits, behaviour, faults);
    }

    /** The correlation id of a request: its own, or a new one. */
    public static String correlation(Request request) {
        return request.header(CORRELATION)
                .filter(value -> value.matches("[0-9A-Za-z-]{1,64}"))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** The response to a request whose path has been matched. */
    public Response handle(Request request, Route.Match match) throws IOException {
        String correlation = correlation(request);
        return checked(request, match, correlation).with(CORRELATION, correlation);
    }

    private Response checked(Request request, Route.Match match, String correlation) throws IOException {
        try {
            if (!request.header("Authorization").map(tokens::isValid).orElse(false)) {
                throw ServiceErrorException.unauthorized(correlation);
            }
            Route route = requireRoute(request, match);
            return run(new ApiRequest(catalog, route, match.ids(), request, body(request)));
        } catch (ServiceErrorException e) {
            request.drain(MAX_DRAINED);
            return e.response();
        }
    }

    private static Route requireRoute(Request request, Route.Match match) throws ServiceErrorException {
        if (!match.isPathKnown()) {
            throw ServiceErrorException.notFound("", "There is no resource at this address.");
        }
        return match.route().orElseThrow(() -> ServiceErrorException.verbNotAllowed(request.method()));
    }

    private byte[] body(Request request) throws ServiceErrorException, IOException {
        boolean writes = request.method().equals("POST") || request.method().equals("PUT");
        if (writes && request.contentLength().isEmpty() && !request.isChunked()) {
            throw ServiceErrorException.lengthRequired();
        }
        if (writes) {
            requireJson(request);
        }
        return request.body(MAX_BODY).orElseThrow(ServiceErrorException::bodyTooLarge);
    }

    /** Without a body the type does not matter, unless a switch makes it (reference 4.2). */
    private void requireJson(Request request) throws ServiceErrorException {
        boolean strict = behaviour.on(StoreBehaviour.Switch.CONTENT_TYPE_REQUIRED);
        if (!strict && request.contentLength().orElse(-1) == 0) {
            return;
        }
        String type = request.header("Content-Type").orElse(strict ? "none" : "");
        if (!type.isEmpty() && !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw ServiceErrorException.unsupportedMediaType();
        }
        requireKnownCharset(type);
    }

    /** A report has {@code charset=utf8}, which no runtime of the service knows, refused (StoreBroker, pull request 31). */
    private static void requireKnownCharset(String type) throws ServiceErrorException {
        Matcher charset = CHARSET.matcher(type);
        if (charset.find() && !CHARSETS.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
            throw ServiceErrorException.invalidValue(
                    "Content-Type",
                    "The character set '" + charset.group(1) + "' is not supported, the name of UTF-8 is 'utf-8'.");
        }
    }

    private Response run(ApiRequest request) throws ServiceErrorException, IOException {
        others.actBefore(request);
        if (request.isRead()) {
            return catalog.locked(all -> locked(request));
        }
        try {
            return request.call() == Call.COMMIT_SUBMISSION
                    ? submissions.commit(request)
                    : catalog.update(all -> locked(request));
        } finally {
            remark(request);
        }
    }

    /** What a request wants of the catalog, whose lock is held. */
    private Response locked(ApiRequest request) throws ServiceErrorException {
        return switch (request.call()) {
            case LIST_APPLICATIONS -> products.listApplications(request);
            case LIST_APPLICATION_ADDONS -> products.listAddonsOfApplication(request);
            case LIST_ADDONS -> products.listAddons(request);
            case LIST_FLIGHTS -> products.listFlights(request);
            case GET_APPLICATION, GET_ADDON, GET_FLIGHT -> products.get(request);
            case CREATE_ADDON -> products.createAddon(request);
            case CREATE_FLIGHT -> products.createFlight(request);
            case DELETE_ADDON -> products.deleteAddon(request);
            case DELETE_FLIGHT -> products.deleteFlight(request);
            case CREATE_SUBMISSION -> submissions.create(request);
            case GET_SUBMISSION -> submissions.get(request);
            case GET_STATUS -> submissions.status(request);
            case UPDATE_SUBMISSION -> submissions.update(request);
            case DELETE_SUBMISSION -> submissions.delete(request);
            case GET_ROLLOUT -> rollouts.get(request);
            case UPDATE_ROLLOUT -> rollouts.update(request);
            case HALT_ROLLOUT -> rollouts.halt(request);
            case FINALIZE_ROLLOUT -> rollouts.complete(request);
            default -> throw new IllegalStateException("no call of the API: " + request.call());
        };
    }

    /** What is odd about a body that was taken all the same. */
    private void remark(ApiRequest request) {
        try {
            String call = request.call().apiName() + ": ";
            BodyRemarks.of(Json.read(request.body())).forEach(remark -> remarks.add(call + remark));
        } catch (JsonException e) {
            // It has no JSON body, and was refused where it needs one.
        }
    }
}
