package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.document.RequestBody;
import io.github.storemaven.emulator.page.StatusPage;
import io.github.storemaven.emulator.service.Envelope;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Content;
import io.github.storemaven.emulator.web.Endpoint;
import io.github.storemaven.emulator.web.Received;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a person or a pipeline steers the running Store with: {@code /} is the status page, {@code /emulator/faults} the
 * fault switches (GET, POST, DELETE), {@code /emulator/partner-center} what somebody does there (POST), and {@code
 * /emulator/certificate} takes the certificate that client assertions are signed with (POST).
 */
final class Control implements Endpoint {
    private static final int LARGEST_BODY = 1024 * 1024;

    private final Machinery machinery;

    Control(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Answer answer(Received request) throws IOException {
        try {
            return carryOut(request);
        } catch (Refusal refusal) {
            return Envelope.of(refusal);
        } catch (JsonException | IllegalArgumentException | IllegalStateException e) {
            return Envelope.of(Refusal.invalidValue("", e.getMessage()));
        }
    }

    private Answer carryOut(Received request) throws IOException, Refusal {
        List<String> path = request.segments();
        String where = path.size() < 2 ? "" : path.get(1);
        return switch (request.method() + " " + where) {
            case "GET ", "HEAD " -> page();
            case "GET faults" -> faults();
            case "POST faults" -> {
                machinery.faults().setAll(Json.read(body(request)));
                yield faults();
            }
            case "DELETE faults" -> clear(path);
            case "POST certificate" -> register(body(request));
            case "POST partner-center" -> partnerCenter(RequestBody.parse(body(request)));
            default -> throw Refusal.notFound("", "There is nothing at this address.");
        };
    }

    private static byte[] body(Received request) throws IOException, Refusal {
        return request.body(LARGEST_BODY)
                .orElseThrow(() -> new Refusal(413, "InvalidOperation", "", "The request body is too large."));
    }

    private Answer faults() {
        return Answer.json(
                200,
                Json.object()
                        .add("faults", Json.array(machinery.faults().list()))
                        .build()
                        .toString());
    }

    private Answer clear(List<String> path) {
        if (path.size() > 2) {
            machinery.faults().clear(path.get(2));
        } else {
            machinery.faults().clear();
        }
        return faults();
    }

    private Answer register(byte[] certificate) {
        try {
            var read =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            machinery.tokenEndpoint().register((X509Certificate) read);
            return Answer.empty(204);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is no X.509 certificate, PEM or DER: " + e.getMessage(), e);
        }
    }

    private Answer partnerCenter(JsonObject body) throws Refusal {
        String product = Json.text(body, "product");
        PartnerCenter center = machinery.partnerCenter();
        switch (Json.text(body, "action")) {
            case "create" -> machinery.change(catalog -> center.create(product));
            case "edit" -> machinery.change(catalog -> center.edit(product));
            case "cancel" -> machinery.change(catalog -> center.cancel(product));
            case "publish" -> machinery.change(catalog -> center.publishNow(product));
            default -> throw Refusal.invalidValue("action", "The action must be create, edit, cancel or publish.");
        }
        return Answer.empty(204);
    }

    private Answer page() {
        String html = machinery.look(catalog -> new StatusPage(
                        catalog,
                        machinery.switches().toString(),
                        machinery.faults().list(),
                        machinery.remarks().last())
                .html(
                        machinery.log().total(),
                        machinery.log().last().stream().map(Control::line).toList()));
        return Answer.of(200, "text/html; charset=utf-8", Content.of(html))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static String line(ReceivedRequest request) {
        return request.status() + "  " + request.method() + " " + request.path();
    }
}
