package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.3 and 5.5, 5.16, 5.20, row by row. */
class SubmissionCloneTest {
    private final StoreFixture scene = new StoreFixture();
    private final String app = scene.app();

    @AfterEach
    void stop() {
        scene.close();
    }

    private JsonObject created() {
        return scene.create("applications/" + scene.app());
    }

    private static JsonObject firstPackage(JsonObject submission) {
        return Json.objects(submission, "applicationPackages").get(0);
    }

    @TestFactory
    Iterable<DynamicTest> section12_3() {
        return new ReferenceRows()
                .row(DOCUMENTED, "12.3-1", "Copy all editable fields", true, this::copied)
                .row(
                        DOCUMENTED,
                        "12.3-2",
                        "Status is PendingCommit",
                        "PendingCommit",
                        () -> created().getString("status"))
                .row(
                        DOCUMENTED,
                        "12.3-2",
                        "friendlyName with N rising",
                        "Submission 2",
                        () -> created().getString("friendlyName"))
                .row(DOCUMENTED, "12.3-2", "New id and upload URL with se = now + 24 h", true, this::newUpload)
                .row(
                        DOCUMENTED,
                        "12.3-3",
                        "Files are Uploaded",
                        "Uploaded",
                        () -> firstPackage(created()).getString("fileStatus"))
                .row(
                        DOCUMENTED,
                        "12.3-3",
                        "Files keep their id",
                        19,
                        () -> firstPackage(created()).getString("id").length())
                .row(
                        DOCUMENTED,
                        "12.3-4",
                        "statusDetails has the sales warning",
                        true,
                        () -> created()
                                .getJsonObject("statusDetails")
                                .toString()
                                .contains("SalesUnsupportedWarning"))
                .row(
                        INFERRED,
                        "12.3-5",
                        "Fresh packageRollout",
                        "{\"isPackageRollout\":false,\"packageRolloutPercentage\":0.0,\"packageRolloutStatus\":"
                                + "\"PackageRolloutNotStarted\",\"fallbackSubmissionId\":\"0\"}",
                        this::freshRollout)
                .row(
                        DOCUMENTED,
                        "12.3-6",
                        "sales empty",
                        0,
                        () -> created()
                                .getJsonObject("pricing")
                                .getJsonArray("sales")
                                .size())
                .row(DOCUMENTED, "12.3-7", "The pending reference is set", true, this::pendingReference)
                .row(
                        DOCUMENTED,
                        "12.3-8 4.7-27",
                        "{} as body of an app",
                        "400 InvalidParameterValue appListings",
                        () -> scene.client
                                .call("POST", "applications/" + app + "/submissions", "{}")
                                .verdict())
                .row(
                        DOCUMENTED,
                        "12.3-8",
                        "null as body",
                        "201",
                        () -> scene.client
                                .call("POST", "applications/" + scene.app() + "/submissions", "null")
                                .verdict())
                .row(
                        DOCUMENTED,
                        "12.3-8",
                        "Full body of an add-on is the definition",
                        "OnlineDataStorage",
                        this::addonDefinition)
                .row(
                        INFERRED,
                        "12.3-10",
                        "Nothing published: blank draft, NotSet",
                        "NotSet",
                        () -> scene.create("applications/" + scene.unpublishedApp())
                                .getString("applicationCategory"))
                .row(
                        DOCUMENTED,
                        "12.3-10",
                        "Nothing published: no listings",
                        0,
                        () -> scene.create("applications/" + scene.unpublishedApp())
                                .getJsonObject("listings")
                                .size())
                .row(DOCUMENTED, "12.3-11", "New add-on: contentType NotSet", "NotSet", this::newAddon)
                .row(INFERRED, "12.3-12", "New flight: flightPackages empty", 0, this::newFlight)
                .row(
                        DOCUMENTED,
                        "12.3-10",
                        "Nothing published: no packages",
                        0,
                        () -> scene.create("applications/" + scene.unpublishedApp())
                                .getJsonArray("applicationPackages")
                                .size())
                .row(DOCUMENTED, "12.3-13", "isMinimalResponse leaves out listings and packages", true, this::minimal);
    }

    private boolean copied() {
        String id = scene.app();
        JsonObject published = scene.store.published(id).orElseThrow();
        return scene.create("applications/" + id).entrySet().containsAll(published.entrySet());
    }

    private boolean newUpload() {
        JsonObject one = created();
        JsonObject two = created();
        assertThat(one.getString("id")).isNotEqualTo(two.getString("id"));
        String url = one.getString("fileUploadUrl");
        assertThat(url.replaceFirst("[?].*", ""))
                .isNotEqualTo(two.getString("fileUploadUrl").replaceFirst("[?].*", ""));
        return url.contains("&se=2026-11-24T10:00:00Z&");
    }

    private String freshRollout() {
        String product = "applications/" + scene.app();
        JsonObject last = scene.published(product, StoreFixture::rollout);
        scene.client.call("POST", StoreFixture.one(product, last) + "/finalizepackagerollout");
        return scene.create(product)
                .getJsonObject("packageDeliveryOptions")
                .getJsonObject("packageRollout")
                .toString();
    }

    private boolean minimal() {
        String owner = scene.app();
        String flight = "applications/" + owner + "/flights/" + scene.flight(owner);
        String query = "/submissions?isMinimalResponse=true";
        JsonObject ofFlight = scene.client.call("POST", flight + query).json();
        JsonObject ofApp =
                scene.client.call("POST", "applications/" + owner + query).json();
        assertThat(ofFlight).doesNotContainKey("flightPackages").containsKeys("id", "fileUploadUrl");
        assertThat(ofApp).doesNotContainKeys("listings", "applicationPackages").containsKeys("id", "fileUploadUrl");
        return true;
    }

    private boolean pendingReference() {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        JsonObject reference = scene.client.call("GET", product).json().getJsonObject("pendingApplicationSubmission");
        return reference.getString("resourceLocation").equals(StoreFixture.one(product, created));
    }

    private String addonDefinition() {
        JsonObject body = Json.object()
                .add("ContentType", "OnlineDataStorage")
                .add("keywords", Json.texts(java.util.List.of("a")))
                .add("lifeTime", "Forever")
                .add("pricing", Json.object().add("priceId", "Free"))
                .add(
                        "listings",
                        Json.object()
                                .add("en-us", Json.object().add("title", "T").add("description", "D")))
                .build();
        return scene.client
                .call("POST", "inappproducts/" + newAddonId() + "/submissions", body)
                .json()
                .getString("contentType");
    }

    private String newAddonId() {
        String owner = scene.app();
        JsonObject body = Json.object()
                .add("applicationIds", Json.texts(java.util.List.of(owner)))
                .add("productId", "premium")
                .add("productType", "Durable")
                .build();
        return scene.client.call("POST", "inappproducts", body).json().getString("id");
    }

    private String newAddon() {
        return scene.create("inappproducts/" + newAddonId()).getString("contentType");
    }

    private int newFlight() {
        JsonObject body = Json.object().add("friendlyName", "testers").build();
        String owner = "applications/" + scene.app();
        JsonObject flight = scene.client.call("POST", owner + "/flights", body).json();
        String path = owner + "/flights/" + flight.getString("flightId");
        return scene.client
                .call("GET", StoreFixture.one(path, flight.getJsonObject("pendingFlightSubmission")))
                .json()
                .getJsonArray("flightPackages")
                .size();
    }

    @Test
    void theWarningAboutSalesHasTheWordsOfTheService() {
        JsonObject warning = scene.create("applications/" + scene.app())
                .getJsonObject("statusDetails")
                .getJsonArray("warnings")
                .getJsonObject(0);
        assertThat(warning.getString("code")).isEqualTo("SalesUnsupportedWarning");
        assertThat(warning.getString("details"))
                .isEqualTo(
                        "The sales resource is no longer supported. To view or edit the sales data for this submission,"
                                + " use the Dev Center dashboard.");
    }

    @Test
    void aSecondSubmissionClonesThePublishedOne() {
        String product = "applications/" + app;
        scene.published(product, document -> Documents.set(document, "/notesForCertification", "kept"));
        assertThat(scene.create(product).getString("notesForCertification")).isEqualTo("kept");
    }
}
