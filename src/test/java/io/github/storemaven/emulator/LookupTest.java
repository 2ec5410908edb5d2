package io.github.storemaven.emulator;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.2, row by row. */
class LookupTest {
    private final Scene scene = new Scene();
    private final String app = "applications/" + scene.app();
    private final String other = "applications/" + scene.app();
    private final String foreign = Scene.one(app, scene.create(other));

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
    Stream<DynamicTest> section12_2() {
        return new Rows()
                        .row("No Authorization", "401 Unauthorized", () -> authorized(""))
                        .row("Malformed Authorization", "401 Unauthorized", () -> authorized("Basic abc"))
                        .row(
                                "Wrong audience: a slash at the end of the resource",
                                "401 Unauthorized",
                                () -> authorized(tokenFor("https://manage.devcenter.microsoft.com/")))
                        .row(
                                "Right audience",
                                "200",
                                () -> authorized(tokenFor("https://manage.devcenter.microsoft.com")))
                        .row("Expired token", "401 Unauthorized", this::expired)
                        .row(
                                "Unknown product id",
                                "404 ResourceNotFound appId",
                                () -> verdict("GET", "applications/9PUNKNOWN001"))
                        .row(
                                "Unknown add-on",
                                "404 ResourceNotFound addonId",
                                () -> verdict("GET", "inappproducts/9NUNKNOWN001"))
                        .row(
                                "Package identity name instead of the Store ID",
                                "500 InternalServerError",
                                () -> verdict("GET", "applications/40001Harbour.TideTableDemo"))
                        .row(
                                "Unknown flight",
                                "404 ResourceNotFound flightId",
                                () -> verdict("GET", app + "/flights/" + UUID.randomUUID()))
                        .row(
                                "Malformed flight id (I)",
                                "400 InvalidParameterValue flightId",
                                () -> verdict("GET", app + "/flights/abc"))
                        .row(
                                "Unknown submission",
                                "404 ResourceNotFound submissionId",
                                () -> verdict("GET", app + "/submissions/1"))
                        .row(
                                "Submission of another app, on GET",
                                "409 InvalidState submissionId",
                                () -> verdict("GET", foreign))
                        .row(
                                "Submission of another app, on rollout",
                                "409 InvalidState submissionId",
                                () -> verdict("GET", foreign + "/packagerollout"))
                        .row(
                                "Same, on status (I)",
                                "409 InvalidState submissionId",
                                () -> verdict("GET", foreign + "/status"))
                        .row(
                                "Same, on PUT (I)",
                                "409 InvalidState submissionId",
                                () -> scene.client.call("PUT", foreign, "{}").verdict())
                        .row(
                                "Same, on commit (I)",
                                "409 InvalidState submissionId",
                                () -> verdict("POST", foreign + "/commit"))
                        .row("Same, on DELETE (I)", "409 InvalidState submissionId", () -> verdict("DELETE", foreign))
                        .row(
                                "Empty list of flights",
                                "404 ResourceNotFound",
                                () -> verdict("GET", app + "/listflights"))
                        .row(
                                "Empty list of add-ons of an app",
                                "404 ResourceNotFound",
                                () -> verdict("GET", app + "/listinappproducts"))
                        .row("Empty list of add-ons", "404 ResourceNotFound", () -> verdict("GET", "inappproducts"))
                        .row("Past the end of a list", "200", () -> verdict("GET", "applications?skip=99"))
                        .row("Wrong verb on a known path (I)", "405 InvalidOperation", () -> verdict("DELETE", app))
                        .row(
                                "Path in any case, slash at the end",
                                "200",
                                () -> verdict("GET", app.replace("app", "APP") + "/"))
                        .stream();
    }

    private String expired() {
        String token = tokenFor("https://manage.devcenter.microsoft.com");
        scene.wait(Duration.ofMinutes(60));
        return authorized(token);
    }

    @TestFactory
    Stream<DynamicTest> otherProductsAreStrangersToo() {
        String id = app.substring(app.indexOf('/') + 1);
        String addon = "inappproducts/" + scene.addon(id);
        String flight = app + "/flights/" + scene.flight(id);
        JsonObject ofAddon = scene.create(addon);
        return new Rows()
                        .row(
                                "Submission of an add-on under a flight",
                                "409 InvalidState submissionId",
                                () -> verdict("GET", Scene.one(flight, ofAddon)))
                        .row(
                                "Flight under another app",
                                "404 ResourceNotFound flightId",
                                () -> verdict("GET", flight.replace(app, other)))
                        .row(
                                "Add-on id as an app",
                                "404 ResourceNotFound appId",
                                () -> verdict("GET", addon.replace("inappproducts", "applications")))
                        .stream();
    }
}
