package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.installer.InstallerProduct.Publication;
import io.github.storemaven.emulator.storage.UploadContainer;
import io.github.storemaven.emulator.token.AccessTokens;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * {@code /submission/v1/product/...}: who may ask, what is asked, and the lock around it; status and submission of the draft
 * (MSI/EXE reference, sections 4, 5 and 10).
 */
public final class InstallerEndpoint {
    /** The header by which support finds a call again. */
    public static final String CORRELATION = "X-Correlation-ID";

    private static final int MAX_BODY = 32 * 1024 * 1024;
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");
    private static final String PACKAGES = "packages";

    /** A submission is scanned, certified and published. */
    private static final int STATES = 3;

    private final InstallerCatalog catalog;
    private final AccessTokens tokens;
    private final FaultSwitches faults;
    private final Supplier<Duration> pace;
    private final MetadataHandler metadata = new MetadataHandler();
    private final PackageHandler packages;
    private final AssetHandler assets;

    /** @param pace how long the Store takes to fetch packages, and a submission stays in each of its three states */
    public InstallerEndpoint(
            InstallerCatalog catalog,
            AccessTokens tokens,
            UploadContainer uploads,
            FaultSwitches faults,
            Supplier<Duration> pace) {
        this.catalog = catalog;
        this.tokens = tokens;
        this.faults = faults;
        this.pace = pace;
        this.packages = new PackageHandler(catalog, faults, pace);
        this.assets = new AssetHandler(catalog, uploads, faults);
    }

    /** The response to a request whose path has been matched. */
    public Response handle(Request request, InstallerRoute.Match match) throws IOException {
        try {
            authorize(request);
            byte[] body = body(request);
            return catalog.update(() -> run(request, match, body));
        } catch (InstallerErrorException e) {
            request.drain(MAX_BODY);
            return e.response();
        }
    }

    /** Every response has an id of its own (section 4). */
    public static Response correlated(Response response) {
        return response.with(CORRELATION, UUID.randomUUID().toString());
    }

    private void authorize(Request request) throws InstallerErrorException {
        boolean known = request.header("Authorization")
                .map(header -> tokens.isValid(header, AccessTokens.INSTALLER_AUDIENCE))
                .orElse(false);
        if (!known) {
            throw InstallerErrorException.gateway("Unauthorized. Access token is missing or invalid.");
        }
        String seller = request.header("X-Seller-Account-Id").orElse("").strip();
        if (seller.isEmpty()) {
            throw InstallerErrorException.gateway("Unauthorized. X-Seller-Account-Id is missing.");
        }
        if (!seller.equals(InstallerCatalog.SELLER)) {
            throw InstallerErrorException.forbidden("The seller account has no access to this product.");
        }
    }

    private static byte[] body(Request request) throws InstallerErrorException, IOException {
        boolean writes = WRITES.contains(request.method());
        if (writes && request.contentLength().isEmpty() && !request.isChunked()) {
            throw InstallerErrorException.badCall(411, "Content-Length is missing.");
        }
        return request.body(MAX_BODY)
                .orElseThrow(() -> InstallerErrorException.badCall(413, "The request body is too large."));
    }

    private Response run(Request request, InstallerRoute.Match match, byte[] body) throws InstallerErrorException {
        if (match.call() == Call.OTHER) {
            throw InstallerErrorException.notFound("", "There is no resource at this address.");
        }
        InstallerProduct product = catalog.find(match.product())
                .orElseThrow(
                        () -> InstallerErrorException.notFound("", "There is no product " + match.product() + "."));
        InstallerCall call = InstallerCall.of(match, product, request, body, catalog.now());
        JsonValue data = answer(call);
        return call.call() == Call.GET_DRAFT_STATUS
                ? InstallerErrorException.success(data, statusEntries(call))
                : InstallerErrorException.success(data, warnings(call));
    }

    private JsonValue answer(InstallerCall call) throws InstallerErrorException {
        return switch (call.call()) {
            case GET_METADATA -> metadata.getAll(call);
            case GET_METADATA_MODULE -> metadata.getModule(call);
            case REPLACE_METADATA -> metadata.change(call, true);
            case PATCH_METADATA -> metadata.change(call, false);
            case GET_PACKAGES -> packages.getAll(call);
            case GET_PACKAGE -> packages.getOne(call);
            case REPLACE_PACKAGES -> packages.replace(call);
            case PATCH_PACKAGE -> packages.patch(call);
            case COMMIT_PACKAGES -> packages.commit(call);
            case GET_ASSETS -> assets.getAll(call);
            case CREATE_ASSETS -> assets.create(call);
            case COMMIT_ASSETS -> assets.commit(call);
            case GET_DRAFT_STATUS -> status(call);
            case SUBMIT_DRAFT -> submit(call);
            case GET_PUBLISHING_STATUS -> publishing(call);
            default -> throw new IllegalStateException("no call of this API: " + call.call());
        };
    }

    private JsonObject status(InstallerCall call) {
        return Json.object()
                .add("isReady", blockers(call).isEmpty())
                .add("ongoingSubmissionId", call.product().ongoing(call.now()))
                .build();
    }

    /** What keeps the draft from being submitted; one official client takes any other entry for a failure (section 8.3). */
    private List<JsonObject> statusEntries(InstallerCall call) {
        List<JsonObject> entries = new ArrayList<>(blockers(call));
        entries.addAll(warnings(call));
        return entries;
    }

    private static List<JsonObject> blockers(InstallerCall call) {
        InstallerProduct product = call.product();
        List<JsonObject> entries = new ArrayList<>();
        String error = product.uploadError(call.now());
        if (!error.isEmpty()) {
            entries.add(InstallerErrorException.entry("packageuploaderror", error, PACKAGES));
        } else if (product.isFetching(call.now())) {
            entries.add(InstallerErrorException.entry("warning", "The package upload is in progress.", PACKAGES));
        } else if (product.isStaged()) {
            entries.add(InstallerErrorException.entry("warning", "The packages are not committed.", PACKAGES));
        }
        product.listings().stream()
                .filter(listing -> !product.isComplete(listing))
                .map(listing -> InstallerErrorException.entry(
                        "badrequest",
                        "The listing in '" + Json.text(listing, "language") + "' is not complete.",
                        "listings"))
                .forEach(entries::add);
        return entries;
    }

    private List<JsonObject> warnings(InstallerCall call) {
        return faults
                .take(Fault.Kind.WARNINGS, call.call(), call.product().id())
                .map(fault -> InstallerErrorException.entry(
                        "warning",
                        fault.text("message", "A fault switch of the embedded Store made this warning."),
                        fault.text("target", "listings")))
                .stream()
                .toList();
    }

    private JsonObject submit(InstallerCall call) throws InstallerErrorException {
        call.requireNoSubmission("");
        List<JsonObject> blockers = blockers(call);
        if (!blockers.isEmpty()) {
            throw InstallerErrorException.invalid(
                    Json.text(blockers.get(0), "target"),
                    blockers.stream().map(entry -> Json.text(entry, "message")).toList());
        }
        boolean failed = faults.take(
                        Fault.Kind.PUBLISHING_FAILED,
                        call.call(),
                        call.product().id())
                .isPresent();
        String id = catalog.newIdentifier();
        call.product().submit(id, pace.get().multipliedBy(STATES), failed, call.now());
        return Json.object()
                .add("submissionId", id)
                .add("pollingUrl", call.path("/submission/" + id + "/status"))
                .add("ongoingSubmissionId", call.product().ongoing(call.now()))
                .build();
    }

    private JsonObject publishing(InstallerCall call) throws InstallerErrorException {
        Publication one = call.product()
                .publication(call.name())
                .orElseThrow(() -> InstallerErrorException.notFound("", "There is no submission " + call.name() + "."));
        String status = one.status(call.now());
        return Json.object()
                .add("publishingStatus", status)
                .add("hasFailed", status.equals("FAILED"))
                .build();
    }
}
