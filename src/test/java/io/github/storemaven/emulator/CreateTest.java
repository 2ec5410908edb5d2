package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.service.Switch;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.3 and 5.5, 5.16, 5.20, row by row. */
class CreateTest {
    private final Scene scene = new Scene();
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
    Stream<DynamicTest> section12_3() {
        return new Rows()
                        .row(
                                "Copy all editable fields",
                                "Productivity",
                                () -> created().getString("applicationCategory"))
                        .row(
                                "Status is PendingCommit",
                                "PendingCommit",
                                () -> created().getString("status"))
                        .row(
                                "friendlyName with N rising",
                                "Submission 2",
                                () -> created().getString("friendlyName"))
                        .row(
                                "New upload URL with se = now + 24 h",
                                true,
                                () -> created()
                                        .getString("fileUploadUrl")
                                        .contains("sv=2014-02-14&sr=b&sig=emulator-made-up-"))
                        .row(
                                "Files are Uploaded",
                                "Uploaded",
                                () -> firstPackage(created()).getString("fileStatus"))
                        .row(
                                "Files keep their id",
                                19,
                                () -> firstPackage(created()).getString("id").length())
                        .row(
                                "statusDetails has the sales warning",
                                true,
                                () -> created()
                                        .getJsonObject("statusDetails")
                                        .toString()
                                        .contains("SalesUnsupportedWarning"))
                        .row(
                                "Fresh packageRollout (I)",
                                "PackageRolloutNotStarted",
                                () -> created()
                                        .getJsonObject("packageDeliveryOptions")
                                        .getJsonObject("packageRollout")
                                        .getString("packageRolloutStatus"))
                        .row(
                                "sales empty",
                                0,
                                () -> created()
                                        .getJsonObject("pricing")
                                        .getJsonArray("sales")
                                        .size())
                        .row("The pending reference is set", true, this::pendingReference)
                        .row(
                                "{} as body of an app",
                                "400 InvalidParameterValue appListings",
                                () -> scene.client
                                        .call("POST", "applications/" + app + "/submissions", "{}")
                                        .verdict())
                        .row(
                                "null as body",
                                "201",
                                () -> scene.client
                                        .call("POST", "applications/" + scene.app() + "/submissions", "null")
                                        .verdict())
                        .row("Full body of an add-on is the definition", "OnlineDataStorage", this::addonDefinition)
                        .row(
                                "Nothing published: blank draft, NotSet",
                                "NotSet",
                                () -> scene.create("applications/" + scene.unpublishedApp())
                                        .getString("applicationCategory"))
                        .row(
                                "Nothing published: no listings",
                                0,
                                () -> scene.create("applications/" + scene.unpublishedApp())
                                        .getJsonObject("listings")
                                        .size())
                        .row("New add-on: contentType NotSet", "NotSet", this::newAddon)
                        .row("New flight: flightPackages empty (I)", 0, this::newFlight)
                        .row(
                                "isMinimalResponse leaves out listings and packages",
                                false,
                                () -> scene.client
                                        .call(
                                                "POST",
                                                "applications/" + scene.app() + "/submissions?isMinimalResponse=true")
                                        .json()
                                        .toString()
                                        .contains("baseListing"))
                        .stream();
    }

    private boolean pendingReference() {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        JsonObject reference = scene.client.call("GET", product).json().getJsonObject("pendingApplicationSubmission");
        return reference.getString("resourceLocation").equals(Scene.one(product, created));
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
        String id = scene.client.call("POST", owner + "/flights", body).json().getString("flightId");
        return scene.create(owner + "/flights/" + id)
                .getJsonArray("flightPackages")
                .size();
    }

    @Test
    void firstSubmissionMayBeRefused() {
        try (Scene strict = new Scene(Switch.FIRST_SUBMISSION_REFUSED)) {
            String product = "applications/" + strict.unpublishedApp();
            assertThat(strict.client.call("POST", product + "/submissions").verdict())
                    .isEqualTo("409 InvalidState submission");
        }
    }

    @Test
    void rolloutFlagsMayBeCloned() {
        try (Scene cloning = new Scene(Switch.ROLLOUT_FLAGS_CLONED)) {
            String product = "applications/" + cloning.app();
            JsonObject submission = cloning.published(product, Scene::rollout);
            cloning.client.call("POST", Scene.one(product, submission) + "/finalizepackagerollout");
            JsonObject rollout = cloning.create(product)
                    .getJsonObject("packageDeliveryOptions")
                    .getJsonObject("packageRollout");
            assertThat(rollout.getBoolean("isPackageRollout")).isTrue();
            assertThat(rollout.getString("packageRolloutStatus")).isEqualTo("PackageRolloutNotStarted");
        }
    }

    @Test
    void aSecondSubmissionClonesThePublishedOne() {
        String product = "applications/" + app;
        scene.published(product, document -> Documents.set(document, "/notesForCertification", "kept"));
        assertThat(scene.create(product).getString("notesForCertification")).isEqualTo("kept");
    }
}
