package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New packages beside those that were published before, and beside one another. */
class PublishedPackagesTest {
    private final StoreFixture scene = new StoreFixture();
    private final String id = scene.app();
    private final String app = "applications/" + id;

    @AfterEach
    void stop() {
        scene.close();
    }

    private static String member(JsonObject document) {
        return document.containsKey("flightPackages") ? "flightPackages" : "applicationPackages";
    }

    /** Status and errors at the end of a submission with these files as its only packages. */
    private String release(String product, Map<String, byte[]> files) {
        JsonObject created = scene.create(product);
        List<JsonObject> entries = new ArrayList<>();
        Json.objects(created, member(created))
                .forEach(old -> entries.add(Json.with(old, "fileStatus", Json.text("PendingDelete"))));
        files.keySet().forEach(name -> entries.add(Documents.newPackage(name)));
        JsonObject changed = Json.with(created, member(created), Json.array(entries));
        String one = StoreFixture.one(product, created);
        assertThat(scene.client.call("PUT", one, changed).verdict()).isEqualTo("200");
        scene.client.upload(created, Zips.zip(files));
        scene.client.call("POST", one + "/commit");
        scene.wait(Duration.ofMinutes(10));
        JsonObject status = scene.client.call("GET", one + "/status").json();
        if (status.getString("status").endsWith("Failed")) {
            scene.client.call("DELETE", one);
        }
        StringBuilder text = new StringBuilder(status.getString("status"));
        Json.objects(status.getJsonObject("statusDetails"), "errors")
                .forEach(error -> text.append(' ').append(error.getString("details")));
        return text.toString();
    }

    private String release(String product, String version, String content) {
        byte[] manifest = Zips.manifest("40001Harbour.TideTableDemo", version, "x64");
        byte[] msix =
                Zips.zip(Map.of("AppxManifest.xml", manifest, "content.txt", content.getBytes(StandardCharsets.UTF_8)));
        return release(product, Map.of("app.msix", msix));
    }

    /** Windows keeps installed packages by their full name, so one name is one content for ever. */
    @Test
    void aFullNameAgainWithOtherContentsFailsInProcessing() {
        byte[] first = Zips.zip(Map.of(
                "AppxManifest.xml",
                Zips.manifest("40001Harbour.TideTableDemo", "2.0.0.0", "x64"),
                "content.txt",
                new byte[1]));
        assertThat(release(app, Map.of("app.msix", first))).isEqualTo("Published");
        assertThat(release(app, "3.0.0.0", "b")).isEqualTo("Published");
        assertThat(release(app, "2.0.0.0", "c"))
                .startsWith("PreProcessingFailed The package 40001Harbour.TideTableDemo_2.0.0.0_x64__")
                .contains("has the full name of a package that was published before, but other contents");
        assertThat(release(app, Map.of("app.msix", first)))
                .as("the same file again")
                .isEqualTo("Published");
    }

    @Test
    void aFullNameOfAFlightCountsToo() {
        String flight = app + "/flights/" + scene.flight(id);
        assertThat(release(flight, "2.0.0.0", "a")).isEqualTo("Published");
        assertThat(release(app, "2.0.0.0", "b")).startsWith("PreProcessingFailed");
        scene.client.call("DELETE", flight);
        assertThat(release(app, "2.0.0.0", "b"))
                .as("the flight is gone, its name is used")
                .startsWith("PreProcessingFailed");
        assertThat(release(app, "2.0.0.0", "a")).isEqualTo("Published");
    }

    @Test
    void whatWasNeverPublishedUsesNoName() {
        scene.store.faults().set("fail", Json.object().add("times", 1).build());
        assertThat(release(app, "2.0.0.0", "a")).startsWith("CertificationFailed");
        assertThat(release(app, "2.0.0.0", "b")).isEqualTo("Published");
    }

    @Test
    void afterABundleThereIsAlwaysABundle() {
        byte[] bundle = Zips.bundle("2.0.0.0", "x64", "arm64");
        assertThat(release(app, Map.of("app.msixbundle", bundle))).isEqualTo("Published");
        assertThat(release(app, "3.0.0.0", "a"))
                .startsWith(
                        "CommitFailed A previous submission contained a bundle. Subsequent submissions must continue"
                                + " to contain a bundle");
        byte[] upload = Zips.zip("app.msixbundle", Zips.bundle("3.0.0.0", "x64"));
        assertThat(release(app, Map.of("app.msixupload", upload))).isEqualTo("Published");
    }

    @Test
    void whileAnAppTakesAnIdentityAllPackagesOfTheFirstSubmissionHaveTheSame() {
        scene.store.add(ApplicationSeed.published("9PADOPTS0001"));
        assertThat(release(
                        "applications/9PADOPTS0001",
                        Map.of(
                                "a.msix", Zips.msix("Some.App", "2.0.0.0", "x64"),
                                "b.msix", Zips.msix("Other.App", "2.0.0.0", "x86"))))
                .isEqualTo("CommitFailed Identity/@Name of the package is Other.App, the app has Some.App.");
    }

    @Test
    void aDeviceFamilyWithoutAPackageIsAWarning() {
        JsonObject committed = scene.committed(
                app, document -> Documents.set(document, "/allowTargetFutureDeviceFamilies/Xbox", JsonValue.TRUE));
        scene.wait(Duration.ofMinutes(1));
        JsonObject status = scene.client
                .call("GET", StoreFixture.one(app, committed) + "/status")
                .json();
        assertThat(status.toString())
                .contains("PackageValidationWarning", "No package supports the selected device family Xbox.")
                .doesNotContain("device family Desktop");
    }

    @Test
    void twoElementsOfGamingOptionsFailTheCommit() {
        JsonObject committed = scene.committed(
                app,
                document -> Json.with(
                        document,
                        "gamingOptions",
                        Json.read("[{\"genres\":[\"Games_Word\"]},{\"genres\":[\"Games_Word\"]}]"
                                .getBytes(StandardCharsets.UTF_8))));
        scene.wait(Duration.ofMinutes(1));
        JsonObject status = scene.client
                .call("GET", StoreFixture.one(app, committed) + "/status")
                .json();
        assertThat(status.getString("status")).isEqualTo("CommitFailed");
        assertThat(status.toString())
                .contains("InvalidParameterValue", "Validation error: MultipleInstancesOfGamingOptions");
    }
}
