package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.DocumentSchema;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import io.github.storemaven.emulator.web.WebServer;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/**
 * What a person or a pipeline steers the running Store with: {@code /} is the status page, {@code /emulator/faults} the
 * fault switches (GET, POST, DELETE), {@code /emulator/partner-center} what somebody does there (POST), and {@code
 * /emulator/certificate} takes the certificate that client assertions are signed with (POST).
 */
final class ControlEndpoint implements WebServer.Handler {
    private static final int MAX_BODY = 1024 * 1024;

    private final EmbeddedStore.Parts parts;
    private final InstantSource clock;

    ControlEndpoint(EmbeddedStore.Parts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public Response handle(Request request) throws IOException {
        try {
            return dispatch(request);
        } catch (ServiceErrorException e) {
            return e.response();
        } catch (JsonException | IllegalArgumentException | IllegalStateException e) {
            return ServiceErrorException.invalidValue("", e.getMessage()).response();
        }
    }

    private Response dispatch(Request request) throws IOException, ServiceErrorException {
        List<String> path = request.segments();
        String where = path.size() < 2 ? "" : path.get(1);
        return switch (request.method() + " " + where) {
            case "GET ", "HEAD " -> page();
            case "GET faults" -> faults();
            case "POST faults" -> {
                parts.faults().setAll(Json.read(body(request)));
                yield faults();
            }
            case "DELETE faults" -> clear(path);
            case "POST certificate" -> register(body(request));
            case "POST partner-center" -> partnerCenter(DocumentSchema.object(body(request)));
            default -> throw ServiceErrorException.nothingHere();
        };
    }

    private static byte[] body(Request request) throws IOException, ServiceErrorException {
        return request.body(MAX_BODY).orElseThrow(ServiceErrorException::bodyTooLarge);
    }

    private Response faults() {
        return Response.json(
                200,
                Json.object()
                        .add("faults", Json.array(parts.faults().list()))
                        .build()
                        .toString());
    }

    private Response clear(List<String> path) {
        if (path.size() > 2) {
            parts.faults().clear(path.get(2));
        } else {
            parts.faults().clear();
        }
        return faults();
    }

    private Response register(byte[] certificate) {
        try {
            var read =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            parts.login().register((X509Certificate) read);
            return Response.empty(204);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is no X.509 certificate, PEM or DER: " + e.getMessage(), e);
        }
    }

    private Response partnerCenter(JsonObject body) throws ServiceErrorException {
        String product = Json.text(body, "product");
        String action = Json.text(body, "action");
        PartnerCenter center = parts.partnerCenter();
        if (!List.of("create", "edit", "cancel", "publish").contains(action)) {
            throw ServiceErrorException.invalidValue("action", "The action must be create, edit, cancel or publish.");
        }
        if (action.equals("edit") && parts.installers().holds(product)) {
            parts.installers().editInPartnerCenter(product);
            return Response.empty(204);
        }
        parts.catalog().update(catalog -> switch (action) {
            case "create" -> center.create(product);
            case "edit" -> center.edit(product);
            case "cancel" -> center.cancel(product);
            default -> center.publishNow(product);
        });
        return Response.empty(204);
    }

    private Response page() {
        RecordedRuns runs = new RecordedRuns(parts.log().last(), parts.log().total());
        String html = parts.catalog()
                .locked(catalog -> new StatusPage(
                                catalog,
                                parts.installers(),
                                parts.behaviour().toString(),
                                parts.faults().list(),
                                parts.remarks().last())
                        .html(runs, clock.instant()));
        return Response.of(200, "text/html; charset=utf-8", Response.Content.of(html))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .with("X-Content-Type-Options", "nosniff");
    }
}
