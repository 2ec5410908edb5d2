package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 4.7, row by row: the envelope, status codes, and what was seen of errors. */
class ServiceErrorTest {
    private static final String CONFLICT = "Create submission failed, status code Conflict, reason phrase Conflict";

    private final StoreFixture scene = new StoreFixture();
    private final String app = "applications/" + scene.app();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    @ReferenceRow("4.7-1 4.7-2 4.7-3 4.7-4 4.7-5 4.7-6 4.7-20")
    @DisplayName("The envelope has all its members")
    void envelope() {
        scene.create(app);
        assertThat(scene.client.call("POST", app + "/submissions").text())
                .isEqualTo("{\"code\":\"InvalidState\",\"data\":[],\"details\":[],\"message\":\"" + CONFLICT
                        + "\",\"source\":\"Ingestion Api\",\"target\":\"submission\"}");
    }

    @Test
    @ReferenceRow("4.7-7 4.7-17 4.7-32")
    @DisplayName("An internal failure has an inner error")
    void innerError() {
        JsonObject error = scene.client
                .call("GET", "applications/40001Harbour.TideTableDemo")
                .json();
        assertThat(error.getString("code")).isEqualTo("InternalServerError");
        assertThat(error.getJsonObject("innererror").toString())
                .startsWith("{\"code\":\"UnknownInternalFailure\",\"data\":[],\"details\":[],\"message\":\"");
    }

    @TestFactory
    Iterable<DynamicTest> statusCodes() {
        return new ReferenceRows()
                .row(DOCUMENTED, "4.7-9", "Request invalid", "400", () -> status("PUT", "{"))
                .row(DOCUMENTED, "4.7-12", "Not found", "404", () -> status("GET", app + "0", ""))
                .row(DOCUMENTED, "4.7-13", "Wrong state", "409", () -> {
                    String product = "applications/" + scene.app();
                    scene.create(product);
                    return status("POST", product + "/submissions", "");
                })
                .row(
                        DOCUMENTED,
                        "4.7-15",
                        "POST without body and JSON content type, by a switch",
                        "415",
                        this::mediaType)
                .row(DOCUMENTED, "4.7-16", "Throttled, by a switch", "429", () -> switched("throttle", 0, "json"))
                .row(
                        DOCUMENTED,
                        "4.7-18",
                        "A dependency is unavailable, by a switch",
                        "503",
                        () -> switched("answer", 503, "json"))
                .row(DOCUMENTED, "4.7-19", "Gateway timeout, by a switch", "504", () -> switched("answer", 504, "html"))
                .row(DOCUMENTED, "4.7-a", "Older form of 500, by a switch", "500", () -> switched("answer", 500, "old"))
                .row(
                        DOCUMENTED,
                        "4.7-a",
                        "A bare JSON string, by a switch",
                        "500",
                        () -> switched("answer", 500, "text"));
    }

    private String status(String verb, String path, String body) {
        return Integer.toString(scene.client.call(verb, path, body).status());
    }

    private String status(String verb, String body) {
        String product = "applications/" + scene.app();
        return status(verb, StoreFixture.one(product, scene.create(product)), body);
    }

    private String mediaType() {
        try (StoreFixture strict = new StoreFixture(Switch.CONTENT_TYPE_REQUIRED)) {
            String token = strict.client
                    .token("https://manage.devcenter.microsoft.com")
                    .json()
                    .getString("access_token");
            String create = "applications/" + strict.app() + "/submissions";
            Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
            int refused = strict.client.call("POST", create, "", headers).status();
            assertThat(strict.client.call("POST", create).status()).isEqualTo(201);
            return Integer.toString(refused);
        }
    }

    /** With a correlation id, and a body of the form that was asked for. */
    private String switched(String name, int status, String body) {
        JsonObject parameters = name.equals("throttle")
                ? Json.object().add("requestsPerMinute", 0).build()
                : Json.object().add("status", status).add("body", body).build();
        scene.store.faults().set(name, parameters);
        EmulatorClient.Reply reply = scene.client.call("GET", app);
        scene.store.faults().clear();
        assertThat(reply.header("MS-CorrelationId")).matches("[0-9a-f-]{36}");
        assertThat(reply.text())
                .startsWith(
                        switch (body) {
                            case "html" -> "<html>";
                            case "old" -> "{\"statusCode\":500,\"message\":\"";
                            case "text" -> "\"A fault switch";
                            default -> "{\"code\":\"";
                        });
        return Integer.toString(reply.status());
    }

    @TestFactory
    Iterable<DynamicTest> messages() {
        JsonObject created = scene.create(app);
        String one = StoreFixture.one(app, created);
        String packageId = Json.objects(created, "applicationPackages").get(0).getString("id");
        return new ReferenceRows()
                .row(
                        DOCUMENTED,
                        "4.7-25",
                        "Existing package missing",
                        "Please keep all file entries for existing packages. If you wish to remove"
                                + " a package, mark it as PendingDelete. The following packages are missing in your update: "
                                + packageId,
                        () -> message(one, Documents.set(created, "/applicationPackages", JsonValue.EMPTY_JSON_ARRAY)))
                .row(
                        DOCUMENTED,
                        "4.7-26",
                        "Existing image without id",
                        "Existing Image (screenshots/main.png) should contain Id",
                        () -> message(one, Documents.remove(created, "/listings/en-us/baseListing/images/0/id")))
                .row(
                        DOCUMENTED,
                        "4.7-27",
                        "No listing",
                        "The size of Listings must be 1 or more",
                        () -> message(one, JsonValue.EMPTY_JSON_OBJECT))
                .row(
                        DOCUMENTED,
                        "4.7-28",
                        "Listing key",
                        "Language codes: xx not supported",
                        () -> message(one, Documents.set(created, "/listings/xx", JsonValue.EMPTY_JSON_OBJECT)))
                .row(
                        DOCUMENTED,
                        "4.7-29",
                        "Base",
                        "'Base' is not a valid PriceId for base price.",
                        () -> message(one, Documents.set(created, "/pricing/priceId", "Base")))
                .row(
                        "pricing",
                        "Pricing data was not provided in the request.",
                        () -> message(one, Documents.remove(created, "/pricing")))
                .row(
                        DOCUMENTED,
                        "4.7-24",
                        "Unknown submission",
                        "Submission not found",
                        () -> scene.client
                                .call("GET", app + "/submissions/1")
                                .json()
                                .getString("message"));
    }

    private String message(String one, JsonObject body) {
        return scene.client.call("PUT", one, body).json().getString("message");
    }

    @TestFactory
    Iterable<DynamicTest> otherMessages() {
        String ours = "Ingestion API can only update, delete, and commit submissions that are created through the API";
        JsonObject ofPartnerCenter = scene.bring("applications/" + scene.app(), "PendingCommit (PC)");
        String drafted = ofPartnerCenter.getString("resourceLocation");
        return new ReferenceRows()
                .row(DOCUMENTED, "4.7-22", "PUT of a draft of Partner Center", ours, () -> told("PUT", drafted, "{}"))
                .row(
                        DOCUMENTED,
                        "4.7-22",
                        "Commit of a draft of Partner Center",
                        ours,
                        () -> told("POST", drafted + "/commit", ""))
                .row(
                        DOCUMENTED,
                        "4.7-22",
                        "DELETE of a draft of Partner Center",
                        ours,
                        () -> told("DELETE", drafted, ""))
                .row(
                        DOCUMENTED,
                        "4.7-23",
                        "DELETE in a state that forbids it",
                        "Submission in its current state cannot be deleted",
                        () -> {
                            String product = "applications/" + scene.app();
                            JsonObject going = scene.bring(product, "Certification");
                            return told("DELETE", StoreFixture.one(product, going), "");
                        })
                .row(DOCUMENTED, "4.7-25", "POST create with a body that lacks a package", true, () -> {
                    String product = "applications/" + scene.app();
                    JsonObject body = Documents.set(
                            scene.store.published(id(product)).orElseThrow(),
                            "/applicationPackages",
                            JsonValue.EMPTY_JSON_ARRAY);
                    return told("POST", product + "/submissions", body.toString())
                            .startsWith("Please keep all file entries for existing packages");
                })
                .row(DOCUMENTED, "4.7-30", "An enum value of an add-on", true, () -> {
                    String addon = "inappproducts/" + scene.addon(id(app));
                    JsonObject created = scene.create(addon);
                    return message(StoreFixture.one(addon, created), Documents.set(created, "/lifetime", "Eternal"))
                            .contains("Forever, OneDay, ThreeDays");
                });
    }

    private static String id(String product) {
        return product.substring(product.indexOf('/') + 1);
    }

    private String told(String verb, String path, String body) {
        return scene.client.call(verb, path, body).json().getString("message");
    }
}
