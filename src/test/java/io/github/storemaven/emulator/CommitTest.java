package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.service.Switch;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.5 and 8.2, row by row: what a commit of an upload ends in. */
class CommitTest {
    private static final String LISTING = "/listings/en-us/baseListing";
    private static final String NAME = "p/new.msix";

    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    /** The state after processing, then the codes of errors. */
    private String outcome(byte[] upload) {
        return outcome(upload, document -> Documents.replacePackages(document, "applicationPackages", NAME));
    }

    private String outcome(byte[] upload, java.util.function.UnaryOperator<JsonObject> change) {
        return outcome("applications/" + scene.app(), upload, change);
    }

    private String outcome(String product, byte[] upload, java.util.function.UnaryOperator<JsonObject> change) {
        JsonObject status = status(product, upload, change);
        StringBuilder text = new StringBuilder(status.getString("status"));
        Json.objects(status.getJsonObject("statusDetails"), "errors")
                .forEach(error -> text.append(' ').append(error.getString("code")));
        return text.toString();
    }

    private JsonObject status(String product, byte[] upload, java.util.function.UnaryOperator<JsonObject> change) {
        JsonObject created = scene.create(product);
        String one = Scene.one(product, created);
        assertThat(scene.client.call("PUT", one, change.apply(created)).verdict())
                .isEqualTo("200");
        if (upload.length > 0) {
            scene.client.upload(created, upload);
        }
        assertThat(scene.client.call("POST", one + "/commit").verdict()).isEqualTo("202");
        scene.wait(Duration.ofMinutes(1));
        return scene.client.call("GET", one + "/status").json();
    }

    private static byte[] good() {
        return Zips.zip(NAME, Zips.msix("2.0.0.0", "x64"));
    }

    private static byte[] withPackage(byte[] content) {
        return Zips.zip(NAME, content);
    }

    @TestFactory
    Stream<DynamicTest> section12_5() {
        return new Rows()
                        .row("Success", "PreProcessing", () -> outcome(good()))
                        .row("Nothing new: no ZIP needed (8.1)", "PreProcessing", () -> outcome(new byte[0], d -> d))
                        .row("Files pending but no blob", "CommitFailed MissingFiles", () -> outcome(new byte[0]))
                        .row("Blob is not a ZIP", "CommitFailed InvalidArchive", () -> outcome(Zips.PNG))
                        .row(
                                "Blob is half a ZIP",
                                "CommitFailed InvalidArchive",
                                () -> outcome(java.util.Arrays.copyOf(good(), good().length / 2)))
                        .row(
                                "Named file not in the ZIP",
                                "CommitFailed MissingFiles",
                                () -> outcome(Zips.zip("elsewhere/new.msix", Zips.msix("2.0.0.0", "x64"))))
                        .row(
                                "Name in another case (I)",
                                "CommitFailed MissingFiles",
                                () -> outcome(Zips.zip("P/new.msix", Zips.msix("2.0.0.0", "x64"))))
                        .row(
                                "Backslash for slash (I)",
                                "PreProcessing",
                                () -> outcome(Zips.zip("p\\new.msix", Zips.msix("2.0.0.0", "x64"))))
                        .row("Entries not named are ignored (I)", "PreProcessing", this::moreEntries)
                        .row(
                                "Package unreadable",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.PNG)))
                        .row(
                                "Wrong identity",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.msix("Somebody.Else", "2.0.0.0", "x64"))))
                        .row(
                                "Duplicate version and architecture",
                                "CommitFailed PackageValidationFailed",
                                this::duplicate)
                        .row(
                                "Version part 4 not 0",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.msix("2.0.0.1", "x64"))))
                        .row(
                                "Version part 1 is 0",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.msix("0.1.0.0", "x64"))))
                        .row(
                                "Bundle",
                                "PreProcessing",
                                () -> outcome(withPackage(Zips.bundle("2.0.0.0", "x64", "arm64"))))
                        .row(
                                "Upload container with a bundle",
                                "PreProcessing",
                                () -> outcome(withPackage(Zips.zip("a.msixbundle", Zips.bundle("2.0.0.0", "x64")))))
                        .row(
                                "No package left (I)",
                                "CommitFailed InvalidState",
                                () -> outcome(
                                        new byte[0],
                                        d -> Documents.set(d, "/applicationPackages/0/fileStatus", "PendingDelete")))
                        .row(
                                "No screenshot (I)",
                                "CommitFailed InvalidState",
                                () -> outcome(
                                        new byte[0],
                                        d -> Documents.set(d, LISTING + "/images", JsonValue.EMPTY_JSON_ARRAY)))
                        .row(
                                "No description (I)",
                                "CommitFailed InvalidState",
                                () -> outcome(new byte[0], d -> Documents.set(d, LISTING + "/description", "")))
                        .row("ZIP bomb", "CommitFailed InvalidArchive", () -> outcome(bomb()))
                        .row("Damaged entry (checksum)", "CommitFailed InvalidArchive", () -> outcome(damaged()))
                        .stream();
    }

    private String moreEntries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../outside.txt", Zips.PNG);
        entries.put(NAME, Zips.msix("2.0.0.0", "x64"));
        return outcome(Zips.zip(entries));
    }

    private String duplicate() {
        return outcome(
                withPackage(Zips.msix("1.0.0.0", "x64")),
                d -> Documents.set(d, "/applicationPackages/-", Documents.newPackage(NAME)));
    }

    /** 200 MiB of zeros in a package that has 200 KiB. */
    private static byte[] bomb() throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(NAME));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] damaged() throws java.io.IOException {
        byte[] inner = Zips.msix("2.0.0.0", "x64");
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(inner);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(NAME);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(inner.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(inner);
        }
        byte[] all = bytes.toByteArray();
        all[30 + NAME.length() + 60] ^= 1;
        return all;
    }

    @TestFactory
    Stream<DynamicTest> warnings() {
        return new Rows()
                        .row(
                                "Package language without listing",
                                true,
                                () -> warned("ListingOptOutWarning", document -> {
                                    JsonObject listing =
                                            document.getJsonObject("listings").getJsonObject("en-us");
                                    JsonObject german =
                                            Json.object().add("de-de", listing).build();
                                    return Documents.set(document, "/listings", german);
                                }))
                        .row(
                                "Listing added",
                                true,
                                () -> warned(
                                        "ListingOptInWarning",
                                        document -> Documents.set(
                                                document,
                                                "/listings/de-de",
                                                document.getJsonObject("listings")
                                                        .getJsonObject("en-us"))))
                        .row("Nothing changed", false, () -> warned("ListingOpt", d -> d))
                        .stream();
    }

    private boolean warned(String code, java.util.function.UnaryOperator<JsonObject> change) {
        return status("applications/" + scene.app(), new byte[0], change)
                .getJsonObject("statusDetails")
                .getJsonArray("warnings")
                .toString()
                .contains(code);
    }

    @Test
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
    void ageRatingsMissing() {
        try (Scene strict = new Scene(Switch.AGE_RATINGS_MISSING)) {
            String product = "applications/" + strict.unpublishedApp();
            JsonObject listing =
                    Json.object(strict.store.published(strict.app()).orElseThrow(), "listings");
            JsonObject created = strict.create(product);
            String one = Scene.one(product, created);
            JsonObject images = Documents.set(
                    listing,
                    "/en-us/baseListing/images",
                    Json.array(List.of(Json.object()
                            .add("fileName", "s.png")
                            .add("fileStatus", "PendingUpload")
                            .add("imageType", "Screenshot")
                            .build())));
            JsonObject filled =
                    Documents.set(Documents.replacePackages(created, "applicationPackages", NAME), "/listings", images);
            assertThat(strict.client.call("PUT", one, filled).verdict()).isEqualTo("200");
            strict.client.upload(created, Zips.zip(Map.of(NAME, Zips.msix("1.0.0.0", "x64"), "s.png", Zips.PNG)));
            strict.client.call("POST", one + "/commit");
            strict.wait(Duration.ofMinutes(1));
            assertThat(strict.client.call("GET", one + "/status").text()).contains("InvalidMicrosoftAgeRating");
        }
    }

    @Test
    void aRehearsedAppTakesTheIdentityOfTheFirstPackage() {
        scene.store.addApplication(ApplicationSeed.published("9PREHEARSAL1"));
        outcome("applications/9PREHEARSAL1", good(), d -> Documents.replacePackages(d, "applicationPackages", NAME));
        JsonObject app = scene.client.call("GET", "applications/9PREHEARSAL1").json();
        assertThat(app.getString("packageIdentityName")).isEqualTo("40001Harbour.TideTableDemo");
        assertThat(app.getString("packageFamilyName")).matches("40001Harbour\\.TideTableDemo_[0-9a-z]{13}");
    }
}
