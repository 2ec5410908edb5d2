package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The document after a commit (reference 12.5, effects). */
class CommittedDocumentTest extends AbstractCommitTest {
    @TestFactory
    Iterable<DynamicTest> section8_3() {
        return new ReferenceRows()
                .row(INFERRED, "8.3-1 8.3-5", "Icon left out stays", "i.png Uploaded", this::iconLeftOut)
                .row(DOCUMENTED, "8.3-3", "Icon removed", "gone", this::iconRemoved);
    }

    @Test
    @ReferenceRow("12.5-a")
    @DisplayName("Facts are read from manifests")
    void factsAreReadFromManifests() {
        String app = scene.app();
        outcome(
                "applications/" + app,
                withPackage(Zips.bundle("2.1.0.0", "x64", "arm64")),
                d -> Documents.replacePackages(d, "applicationPackages", NAME));
        JsonObject entry = Json.objects(scene.store.pending(app).orElseThrow(), "applicationPackages")
                .get(0);
        assertThat(entry.getString("version")).isEqualTo("2.1.0.0");
        assertThat(entry.getString("architecture")).isEqualTo("x64, ARM64");
        assertThat(entry.getJsonArray("languages").getString(0)).isEqualTo("en-US");
        assertThat(entry.getJsonArray("capabilities").getString(0)).isEqualTo("internetClient");
        assertThat(entry.getJsonArray("targetDeviceFamilies").getString(0))
                .isEqualTo("Windows.Desktop min version 10.0.17763.0");
        assertThat(entry.getString("fileStatus")).isEqualTo("Uploaded");
    }

    @Test
    @ReferenceRow(value = "12.5-a 8.3-2 8.3-3 8.3-4 8.3-6 8.3-10 8.4-6 8.4-8", mark = INFERRED)
    @DisplayName("Effects of a successful commit (moment)")
    void filesAreTakenOver() {
        String app = scene.app();
        JsonObject created = scene.create("applications/" + app);
        String old = Json.objects(created, "applicationPackages").get(0).getString("fileName");
        JsonObject document =
                Documents.set(Documents.replacePackages(created, "applicationPackages", old), "/trailers", trailers());
        document = Documents.set(document, LISTING + "/images/0/fileStatus", "PendingDelete");
        document = Documents.set(
                document, LISTING + "/images/-", listings().asJsonObject().getValue("/en-us/baseListing/images/0"));
        String one = StoreFixture.one("applications/" + app, created);
        assertThat(scene.client.call("PUT", one, document).status()).isEqualTo(200);
        scene.client.upload(
                created,
                Zips.zip(Map.of(
                        old, Zips.msix("2.0.0.0", "x64"), "s.png", Zips.PNG, "t.png", Zips.PNG, "t.mp4", Zips.PNG)));
        scene.client.call("POST", one + "/commit");
        assertThat(scene.client.call("GET", one).text()).contains("PendingUpload", "PendingDelete");
        scene.wait(Duration.ofMinutes(1));
        String after = scene.client.call("GET", one).text();
        assertThat(after).doesNotContain("PendingUpload", "PendingDelete").contains("\"version\":\"2.0.0.0\"");
        assertThat(after)
                .containsPattern("\"s.png\",\"fileStatus\":\"Uploaded\"[^}]*\"id\":\"\\d{19}\"")
                .containsPattern("\"videoFileId\":\"\\d{19}\"")
                .containsPattern("\"t.png\"[^}]*\"id\":\"\\d{19}\"");
    }

    private String iconLeftOut() {
        String addon = "inappproducts/" + scene.addon(scene.app());
        releaseIcon(addon, "PendingUpload", Zips.PNG);
        JsonObject created = scene.create(addon);
        JsonObject sent = Documents.remove(created, "/listings/en-us/icon");
        JsonObject icon = scene.client
                .call("PUT", StoreFixture.one(addon, created), sent)
                .json()
                .getValue("/listings/en-us/icon")
                .asJsonObject();
        return icon.getString("fileName") + " " + icon.getString("fileStatus");
    }

    private String iconRemoved() {
        String addon = "inappproducts/" + scene.addon(scene.app());
        releaseIcon(addon, "PendingUpload", Zips.PNG);
        releaseIcon(addon, "PendingDelete", Zips.PNG);
        return scene.create(addon).toString().contains("i.png") ? "still there" : "gone";
    }

    @Test
    void aRehearsedAppTakesTheIdentityOfTheFirstPackage() {
        scene.store.add(ApplicationSeed.published("9PREHEARSAL1"));
        outcome("applications/9PREHEARSAL1", good(), d -> Documents.replacePackages(d, "applicationPackages", NAME));
        JsonObject app = scene.client.call("GET", "applications/9PREHEARSAL1").json();
        assertThat(app.getString("packageIdentityName")).isEqualTo("40001Harbour.TideTableDemo");
        assertThat(app.getString("packageFamilyName")).matches("40001Harbour\\.TideTableDemo_[0-9a-z]{13}");
    }
}
