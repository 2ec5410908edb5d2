package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.2, row by row. */
class ApiRequestTest {
    private final StoreFixture scene = new StoreFixture();
    private final String app = "applications/" + scene.app();
    private final String other = "applications/" + scene.app();
    private final String foreign = StoreFixture.one(app, scene.create(other));

    @AfterEach
    void stop() {
        scene.close();
    }

    private String verdict(String verb, String path) {
        return scene.client.call(verb, path).verdict();
    }

    private String authorized(String authorization) {
        return scene.client
                .call("GET", app, "", authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization))
                .verdict();
    }

    private String tokenFor(String resource) {
        return "Bearer " + scene.client.token(resource).json().getString("access_token");
    }

    @TestFactory
    Iterable<DynamicTest> section12_2() {
        return new ReferenceRows()
                .row(INFERRED, "12.2-1 4.7-10", "No Authorization (body)", "401 Unauthorized", () -> authorized(""))
                .row(DOCUMENTED, "12.2-1", "Malformed Authorization", "401 Unauthorized", () -> authorized("Basic abc"))
                .row(
                        DOCUMENTED,
                        "12.2-2",
                        "Wrong audience: a slash at the end of the resource",
                        "401 Unauthorized",
                        () -> authorized(tokenFor("https://manage.devcenter.microsoft.com/")))
                .row("Right audience", "200", () -> authorized(tokenFor("https://manage.devcenter.microsoft.com")))
                .row(INFERRED, "12.2-2", "Expired token (body)", "401 Unauthorized", this::expired)
                .row(
                        INFERRED,
                        "12.2-5",
                        "Unknown product id (body)",
                        "404 ResourceNotFound appId",
                        () -> verdict("GET", "applications/9PUNKNOWN001"))
                .row(
                        DOCUMENTED,
                        "12.2-5",
                        "Unknown add-on",
                        "404 ResourceNotFound addonId",
                        () -> verdict("GET", "inappproducts/9NUNKNOWN001"))
                .row(
                        DOCUMENTED,
                        "12.2-6",
                        "Package identity name instead of the Store ID",
                        "500 InternalServerError",
                        () -> verdict("GET", "applications/40001Harbour.TideTableDemo"))
                .row(
                        DOCUMENTED,
                        "12.2-7",
                        "Unknown flight",
                        "404 ResourceNotFound flightId",
                        () -> verdict("GET", app + "/flights/" + UUID.randomUUID()))
                .row(
                        INFERRED,
                        "12.2-8",
                        "Malformed flight id",
                        "400 InvalidParameterValue flightId",
                        () -> verdict("GET", app + "/flights/abc"))
                .row(
                        DOCUMENTED,
                        "12.2-9 4.7-24",
                        "Unknown submission",
                        "404 ResourceNotFound submissionId",
                        () -> verdict("GET", app + "/submissions/1"))
                .row(
                        DOCUMENTED,
                        "12.2-10",
                        "Submission of another app, on GET",
                        "409 InvalidState submissionId",
                        () -> verdict("GET", foreign))
                .row(
                        DOCUMENTED,
                        "12.2-10",
                        "Submission of another app, on rollout",
                        "409 InvalidState submissionId",
                        () -> verdict("GET", foreign + "/packagerollout"))
                .row(
                        INFERRED,
                        "12.2-11",
                        "Same, on status",
                        "409 InvalidState submissionId",
                        () -> verdict("GET", foreign + "/status"))
                .row(
                        INFERRED,
                        "12.2-11",
                        "Same, on PUT",
                        "409 InvalidState submissionId",
                        () -> scene.client.call("PUT", foreign, "{}").verdict())
                .row(
                        INFERRED,
                        "12.2-11",
                        "Same, on commit",
                        "409 InvalidState submissionId",
                        () -> verdict("POST", foreign + "/commit"))
                .row(
                        INFERRED,
                        "12.2-11",
                        "Same, on DELETE",
                        "409 InvalidState submissionId",
                        () -> verdict("DELETE", foreign))
                .row(
                        DOCUMENTED,
                        "12.2-12",
                        "Empty list of flights",
                        "404 ResourceNotFound",
                        () -> verdict("GET", app + "/listflights"))
                .row(
                        DOCUMENTED,
                        "12.2-12",
                        "Empty list of add-ons of an app",
                        "404 ResourceNotFound",
                        () -> verdict("GET", app + "/listinappproducts"))
                .row(
                        DOCUMENTED,
                        "12.2-12",
                        "Empty list of add-ons",
                        "404 ResourceNotFound",
                        () -> verdict("GET", "inappproducts"))
                .row(
                        INFERRED,
                        "12.2-12",
                        "Past the end of a list",
                        "[]",
                        () -> scene.client
                                .call("GET", "applications?skip=99")
                                .json()
                                .getJsonArray("value")
                                .toString())
                .row(
                        DOCUMENTED,
                        "12.2-3 4.7-31",
                        "Identity not linked, by a switch",
                        "401 Unauthorized",
                        () -> switched(401, "Unauthorized", "json"))
                .row(
                        DOCUMENTED,
                        "12.2-4 4.7-11 4.7-a",
                        "Product of another account, or role too low, by a switch",
                        "403",
                        () -> switched(403, "", "empty"))
                .row(
                        DOCUMENTED,
                        "12.2-13 4.7-21",
                        "Product with unsupported feature, every method",
                        "409 InvalidState",
                        this::unsupported)
                .row(DOCUMENTED, "12.2-15 4.7-14", "POST without body and Content-Length", "411", this::withoutLength)
                .row(
                        INFERRED,
                        "12.2-14",
                        "Wrong verb on a known path",
                        "405 InvalidOperation",
                        () -> verdict("DELETE", app))
                .row(
                        "Path in any case, slash at the end",
                        "200",
                        () -> verdict("GET", app.replace("app", "APP") + "/"));
    }

    private String expired() {
        String token = tokenFor("https://manage.devcenter.microsoft.com");
        scene.wait(Duration.ofMinutes(60));
        return authorized(token);
    }

    private String switched(int status, String code, String body) {
        JsonObject fault = Json.object()
                .add("product", id(other))
                .add("status", status)
                .add("code", code)
                .add("body", body)
                .add("times", 1)
                .build();
        scene.store.faults().set("answer", fault);
        assertThat(verdict("GET", app)).isEqualTo("200");
        return verdict("GET", other);
    }

    private static String id(String product) {
        return product.substring(product.indexOf('/') + 1);
    }

    private String unsupported() {
        String id = scene.app();
        String product = "applications/" + id;
        String flight = product + "/flights/" + scene.flight(id);
        scene.store
                .faults()
                .set("unsupportedFeature", Json.object().add("product", id).build());
        List<String> verdicts = Stream.of("", "/listflights", "/listinappproducts", "/submissions/1/status")
                .map(path -> verdict("GET", product + path))
                .toList();
        assertThat(verdicts).containsOnly("409 InvalidState");
        assertThat(List.of(verdict("GET", "applications"), verdict("POST", flight + "/submissions")))
                .containsOnly("409 InvalidState");
        assertThat(verdict("GET", app)).isEqualTo("200");
        scene.store.faults().clear();
        return verdicts.get(0);
    }

    private String withoutLength() {
        return scene.raw("POST /v1.0/my/" + app + "/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + tokenFor("https://manage.devcenter.microsoft.com") + "\r\n\r\n");
    }

    @TestFactory
    Iterable<DynamicTest> otherProductsAreStrangersToo() {
        String id = app.substring(app.indexOf('/') + 1);
        String addon = "inappproducts/" + scene.addon(id);
        String flight = app + "/flights/" + scene.flight(id);
        JsonObject ofAddon = scene.create(addon);
        return new ReferenceRows()
                .row(
                        DOCUMENTED,
                        "12.2-10",
                        "Submission of an add-on under a flight",
                        "409 InvalidState submissionId",
                        () -> verdict("GET", StoreFixture.one(flight, ofAddon)))
                .row(
                        "Flight under another app",
                        "404 ResourceNotFound flightId",
                        () -> verdict("GET", flight.replace(app, other)))
                .row(
                        "Add-on id as an app",
                        "404 ResourceNotFound appId",
                        () -> verdict("GET", addon.replace("inappproducts", "applications")));
    }
}
