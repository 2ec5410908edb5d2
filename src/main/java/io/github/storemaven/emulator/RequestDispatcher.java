package io.github.storemaven.emulator;

import io.github.storemaven.emulator.api.ApiEndpoint;
import io.github.storemaven.emulator.api.Route;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.FaultInjector;
import io.github.storemaven.emulator.fault.FaultInjector.Target;
import io.github.storemaven.emulator.fault.FaultInjector.Target.Part;
import io.github.storemaven.emulator.installer.InstallerEndpoint;
import io.github.storemaven.emulator.installer.InstallerRoute;
import io.github.storemaven.emulator.token.ManagedIdentityEndpoint;
import io.github.storemaven.emulator.web.OperatorRemarks;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import io.github.storemaven.emulator.web.WebServer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sends each request to its endpoint, by its path, and keeps a record of it. */
final class RequestDispatcher implements WebServer.Handler {
    /** What follows the tenant in the paths of the login. */
    private static final Set<String> LOGIN = Set.of("oauth2", "v2.0", ".well-known", "discovery");

    private final ApiEndpoint api;
    private final InstallerEndpoint installers;
    private final WebServer.Handler token;
    private final ManagedIdentityEndpoint machine;
    private final WebServer.Handler blobs;
    private final WebServer.Handler control;
    private final FaultInjector faults;
    private final RequestLog log;
    private final InstantSource clock;
    private final OperatorRemarks remarks;

    RequestDispatcher(
            ApiEndpoint api,
            InstallerEndpoint installers,
            WebServer.Handler token,
            ManagedIdentityEndpoint machine,
            WebServer.Handler blobs,
            WebServer.Handler control,
            FaultInjector faults,
            RequestLog log,
            InstantSource clock,
            OperatorRemarks remarks) {
        this.api = api;
        this.installers = installers;
        this.token = token;
        this.machine = machine;
        this.blobs = blobs;
        this.control = control;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
        this.remarks = remarks;
    }

    /** Where a request is sent, and what it is called for faults and log. */
    private record Destination(Target target, WebServer.Handler endpoint) {
        static Destination of(Part part, Call call, WebServer.Handler endpoint) {
            return new Destination(new Target(part, call, ""), endpoint);
        }
    }

    @Override
    public Response handle(Request request) throws IOException {
        Destination destination = destination(request);
        if (destination.target().part() == Part.CONTROL) {
            return safely(destination.endpoint(), request);
        }
        Instant arrival = clock.instant();
        Response response = correlated(
                request,
                destination.target(),
                safely(one -> faults.handle(one, destination.target(), destination.endpoint()), request));
        log.add(new RecordedRequest(
                arrival,
                request.method(),
                request.path(),
                request.query().withoutSignature(),
                destination.target().call().apiName(),
                response.delivery() == Response.Delivery.DROPPED ? 0 : response.status()));
        return response;
    }

    private Destination destination(Request request) {
        List<String> path = request.segments();
        if (path.size() >= 2
                && path.get(0).equalsIgnoreCase("v1.0")
                && path.get(1).equalsIgnoreCase("my")) {
            Route.Match match = Route.match(request.method(), path.subList(2, path.size()));
            return new Destination(new Target(Part.API, match.call(), match.product()), one -> api.handle(one, match));
        }
        if (InstallerRoute.isAt(path)) {
            InstallerRoute.Match match = InstallerRoute.match(request.method(), path);
            return new Destination(
                    new Target(Part.INSTALLER, match.call(), match.product()), one -> installers.handle(one, match));
        }
        if (machine.isAt(path)) {
            return Destination.of(Part.TOKEN, Call.GET_MANAGED_IDENTITY, machine);
        }
        if (path.size() >= 2 && LOGIN.contains(path.get(1).toLowerCase(Locale.ROOT))) {
            boolean isToken = path.get(path.size() - 1).equalsIgnoreCase("token");
            return Destination.of(Part.TOKEN, isToken ? Call.TOKEN : Call.OTHER, token);
        }
        if (path.size() == 3 && path.get(1).equals("ingestion")) {
            return Destination.of(Part.BLOBS, blobCall(request), blobs);
        }
        if (path.isEmpty() || path.get(0).equals("emulator")) {
            return Destination.of(Part.CONTROL, Call.OTHER, control);
        }
        return Destination.of(
                Part.NOTHING,
                Call.OTHER,
                one -> ServiceErrorException.nothingHere().response());
    }

    private static Call blobCall(Request request) {
        String comp = request.query().get("comp").orElse("").toLowerCase(Locale.ROOT);
        return switch (request.method() + " " + comp) {
            case "PUT " -> Call.PUT_BLOB;
            case "PUT block" -> Call.PUT_BLOCK;
            case "PUT blocklist" -> Call.PUT_BLOCK_LIST;
            case "GET ", "HEAD " -> Call.GET_BLOB;
            case "GET blocklist" -> Call.GET_BLOCK_LIST;
            default -> Call.OTHER;
        };
    }

    /** Every response of the service has an id, also those that a fault made (reference 12.6). */
    private static Response correlated(Request request, Target target, Response response) {
        if (target.part() == Part.INSTALLER) {
            return InstallerEndpoint.correlated(response);
        }
        boolean done = target.part() != Part.API || response.headers().containsKey(ApiEndpoint.CORRELATION);
        return done ? response : response.with(ApiEndpoint.CORRELATION, ApiEndpoint.correlation(request));
    }

    private Response safely(WebServer.Handler handler, Request request) throws IOException {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            remarks.add("It failed itself: " + e);
            return ServiceErrorException.failed(e).response();
        }
    }
}
