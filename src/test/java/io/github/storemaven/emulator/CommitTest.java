package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
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
                        .row("12.5-11 8.2-1 8.2-4 8.2-6 Success", "PreProcessing", () -> outcome(good()))
                        .row(
                                "8.1-2 8.3-1 Nothing new: no ZIP needed",
                                "PreProcessing",
                                () -> outcome(new byte[0], d -> d))
                        .row(
                                "12.5-1 8.1-1 Files pending but no blob (I: code)",
                                "CommitFailed MissingFiles",
                                () -> outcome(new byte[0]))
                        .row("12.5-2 8.2-3 Blob is not a ZIP", "CommitFailed InvalidArchive", () -> outcome(Zips.PNG))
                        .row(
                                "12.5-2 8.2-3 Blob is half a ZIP",
                                "CommitFailed InvalidArchive",
                                () -> outcome(java.util.Arrays.copyOf(good(), good().length / 2)))
                        .row(
                                "12.5-3 8.2-2 Named file not in the ZIP",
                                "CommitFailed MissingFiles",
                                () -> outcome(Zips.zip("elsewhere/new.msix", Zips.msix("2.0.0.0", "x64"))))
                        .row(
                                "8.2-9 Name in another case (I)",
                                "CommitFailed MissingFiles",
                                () -> outcome(Zips.zip("P/new.msix", Zips.msix("2.0.0.0", "x64"))))
                        .row(
                                "8.2-8 Backslash in the ZIP (I)",
                                "PreProcessing",
                                () -> outcome(Zips.zip("p\\new.msix", Zips.msix("2.0.0.0", "x64"))))
                        .row("8.2-5 Entries not named are ignored (I)", "PreProcessing", this::moreEntries)
                        .row(
                                "12.5-4 Package unreadable (I: state)",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.PNG)))
                        .row(
                                "12.5-4 8.4-5 Wrong identity",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.msix("Somebody.Else", "2.0.0.0", "x64"))))
                        .row(
                                "12.5-4 8.3-9 Duplicate version and architecture",
                                "CommitFailed PackageValidationFailed",
                                this::duplicate)
                        .row(
                                "12.5-4 8.4-3 Version part 4 not 0",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.msix("2.0.0.1", "x64"))))
                        .row(
                                "8.4-3 Version part 1 is 0",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.msix("0.1.0.0", "x64"))))
                        .row(
                                "8.4-1 Bundle",
                                "PreProcessing",
                                () -> outcome(withPackage(Zips.bundle("2.0.0.0", "x64", "arm64"))))
                        .row(
                                "8.4-1 Upload container with a bundle",
                                "PreProcessing",
                                () -> outcome(withPackage(Zips.zip("a.msixbundle", Zips.bundle("2.0.0.0", "x64")))))
                        .row(
                                "12.5-5 8.3-3 No package left (I)",
                                "CommitFailed InvalidState",
                                () -> outcome(
                                        new byte[0],
                                        d -> Documents.set(d, "/applicationPackages/0/fileStatus", "PendingDelete")))
                        .row(
                                "12.5-5 8.3-3 No screenshot (I)",
                                "CommitFailed InvalidState",
                                () -> outcome(
                                        new byte[0],
                                        d -> Documents.set(d, LISTING + "/images/0/fileStatus", "PendingDelete")))
                        .row(
                                "12.5-5 No description (I)",
                                "CommitFailed InvalidState",
                                () -> outcome(new byte[0], d -> Documents.set(d, LISTING + "/description", "")))
                        .row(
                                "8.2-7 Backslash in the document",
                                "PreProcessing",
                                () -> outcome(
                                        good(),
                                        d -> Documents.replacePackages(d, "applicationPackages", "p\\new.msix")))
                        .row("8.2-11 Stored, not deflated (I)", "PreProcessing", () -> outcome(stored()))
                        .row(
                                "8.4-1 Package of another type",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(
                                        Zips.zip("p/new.exe", Zips.msix("2.0.0.0", "x64")),
                                        d -> Documents.replacePackages(d, "applicationPackages", "p/new.exe")))
                        .row(
                                "8.4-3 Version part above 65535",
                                "CommitFailed PackageValidationFailed",
                                () -> outcome(withPackage(Zips.msix("2.65536.0.0", "x64"))))
                        .row("8.4-4 Block map with SHA2-256", "PreProcessing", () -> blockMap("2001/04/xmlenc#sha256"))
                        .row(
                                "8.4-4 Block map with another hash",
                                "CommitFailed PackageValidationFailed",
                                () -> blockMap("2000/09/xmldsig#sha1"))
                        .row("8.3-1 12.5-5 Image left out stays in Partner Center", "PreProcessing", this::imageLeftOut)
                        .row(
                                "8.1-1 8.3-10 New trailer without a ZIP (I)",
                                "CommitFailed MissingFiles MissingFiles",
                                this::trailer)
                        .row("8.6-7 ZIP before the PUT of the document", "PreProcessing", this::uploadedFirst)
                        .row("12.5-7 Internal fault, by a switch", "CommitFailed IsInternalError", this::internalFault)
                        .row("8.2-3 ZIP bomb in two parts", "CommitFailed InvalidArchive", this::bombInParts)
                        .row("8.2-3 ZIP bomb", "CommitFailed InvalidArchive", () -> outcome(bomb()))
                        .row("8.2-3 Damaged entry (checksum)", "CommitFailed InvalidArchive", () -> outcome(damaged()))
                        .stream();
    }

    private String moreEntries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../outside.txt", Zips.PNG);
        entries.put(NAME, Zips.msix("2.0.0.0", "x64"));
        return outcome(Zips.zip(entries));
    }

    private String blockMap(String method) {
        String map =
                "<BlockMap xmlns=\"http://schemas.microsoft.com/appx/2010/blockmap\" HashMethod=\"http://www.w3.org/"
                        + method + "\"/>";
        byte[] manifest = Zips.manifest("40001Harbour.TideTableDemo", "2.0.0.0", "x64");
        return outcome(withPackage(Zips.zip(
                Map.of("AppxManifest.xml", manifest, "AppxBlockMap.xml", map.getBytes(StandardCharsets.UTF_8)))));
    }

    private String imageLeftOut() {
        return outcome(new byte[0], d -> Documents.set(d, LISTING + "/images", JsonValue.EMPTY_JSON_ARRAY));
    }

    private static JsonValue trailers() {
        return Json.read(("[{\"videoFileName\":\"t.mp4\",\"trailerAssets\":{\"en-us\":{\"title\":\"T\","
                        + "\"imageList\":[{\"fileName\":\"t.png\",\"description\":\"\"}]}}}]")
                .getBytes(StandardCharsets.UTF_8));
    }

    private String trailer() {
        return outcome(new byte[0], d -> Documents.set(d, "/trailers", trailers()));
    }

    private String uploadedFirst() {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        scene.client.upload(created, good());
        JsonObject changed = Documents.replacePackages(created, "applicationPackages", NAME);
        scene.client.call("PUT", Scene.one(product, created), changed);
        scene.client.call("POST", Scene.one(product, created) + "/commit");
        scene.wait(Duration.ofMinutes(1));
        return scene.status(product, created);
    }

    private String internalFault() {
        JsonObject fault = Json.object()
                .add("state", "CommitFailed")
                .add("code", "IsInternalError")
                .add("times", 1)
                .build();
        scene.store.faults().set("fail", fault);
        return outcome(good());
    }

    private String duplicate() {
        return outcome(
                withPackage(Zips.msix("1.0.0.0", "x64")),
                d -> Documents.set(d, "/applicationPackages/-", Documents.newPackage(NAME)));
    }

    /** 65 MiB of zeros in a package that has 65 KiB. */
    private static byte[] bomb() throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(NAME));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 65; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    /** Two packages with 33 MiB of zeros in front of each. */
    private String bombInParts() {
        byte[] inner = Zips.msix("2.0.0.0", "x64");
        byte[] padded = new byte[33 * 1024 * 1024 + inner.length];
        System.arraycopy(inner, 0, padded, padded.length - inner.length, inner.length);
        return outcome(
                Zips.zip(Map.of(NAME, padded, "p/second.msix", padded)),
                d -> Documents.set(
                        Documents.replacePackages(d, "applicationPackages", NAME),
                        "/applicationPackages/-",
                        Documents.newPackage("p/second.msix")));
    }

    private static byte[] damaged() throws java.io.IOException {
        byte[] all = stored();
        all[30 + NAME.length() + 60] ^= 1;
        return all;
    }

    private static byte[] stored() throws java.io.IOException {
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
        return bytes.toByteArray();
    }

    @TestFactory
    Stream<DynamicTest> warnings() {
        return new Rows()
                        .row(
                                "12.5-8 Package language without listing",
                                true,
                                () -> warned("ListingOptOutWarning", document -> {
                                    JsonObject listing =
                                            document.getJsonObject("listings").getJsonObject("en-us");
                                    JsonObject german =
                                            Json.object().add("de-de", listing).build();
                                    return Documents.set(document, "/listings", german);
                                }))
                        .row(
                                "12.5-9 Listing added",
                                true,
                                () -> warned(
                                        "ListingOptInWarning",
                                        document -> Documents.set(
                                                document,
                                                "/listings/de-de",
                                                document.getJsonObject("listings")
                                                        .getJsonObject("en-us"))))
                        .row("12.5-8 8.3-7 Listing removed", true, this::listingRemoved)
                        .row("12.5-10 A package no newer than the published one", true, this::packageDoubt)
                        .row("Nothing changed", false, () -> warned("ListingOpt", d -> d))
                        .stream();
    }

    private boolean listingRemoved() {
        JsonObject document = scene.store.published(scene.app()).orElseThrow();
        JsonObject english = document.getJsonObject("listings").getJsonObject("en-us");
        scene.store.add(ApplicationSeed.published("9PTWOLISTING")
                .document(Documents.set(document, "/listings/de-de", english)));
        return status(
                        "applications/9PTWOLISTING",
                        new byte[0],
                        submission -> Documents.remove(submission, "/listings/de-de"))
                .toString()
                .contains("A listing was removed: de-de");
    }

    private boolean packageDoubt() {
        return status(
                        "applications/" + scene.app(),
                        withPackage(Zips.msix("1.0.0.0", "x64")),
                        d -> Documents.replacePackages(d, "applicationPackages", NAME))
                .toString()
                .contains("PackageValidationWarning");
    }

    private boolean warned(String code, java.util.function.UnaryOperator<JsonObject> change) {
        return status("applications/" + scene.app(), new byte[0], change)
                .getJsonObject("statusDetails")
                .getJsonArray("warnings")
                .toString()
                .contains(code);
    }

    @Test
    @DisplayName("12.5-a Facts are read from manifests")
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
    @DisplayName("12.5-6 12.3-9 Without age ratings the first commit fails, until a switch says that they are done (I)")
    void ageRatings() {
        assertThat(firstRelease(scene).getString("status")).isEqualTo("CommitFailed");
        assertThat(scene.client.call("GET", "applications/9PAPPDEMO001").json().getString("firstPublishedDate"))
                .isEqualTo("1601-01-01T00:00:00Z");
        try (Scene rated = new Scene(Switch.AGE_RATINGS_DONE)) {
            assertThat(firstRelease(rated).getString("status")).isEqualTo("Published");
            JsonObject app =
                    rated.client.call("GET", "applications/9PAPPDEMO001").json();
            assertThat(app.getString("firstPublishedDate")).isEqualTo("2026-11-23T10:06:00.0000000Z");
        }
    }

    private JsonObject firstRelease(Scene stage) {
        String product = "applications/" + stage.unpublishedApp();
        JsonObject created = stage.create(product);
        JsonObject packaged = Documents.replacePackages(created, "applicationPackages", NAME);
        String one = Scene.one(product, created);
        stage.client.call("PUT", one, Documents.set(packaged, "/listings", listings()));
        stage.client.upload(created, Zips.zip(Map.of(NAME, Zips.msix("1.0.0.0", "x64"), "s.png", Zips.PNG)));
        stage.client.call("POST", one + "/commit");
        stage.wait(Duration.ofMinutes(10));
        JsonObject status = stage.client.call("GET", one + "/status").json();
        boolean rated = !status.toString().contains("InvalidMicrosoftAgeRating");
        assertThat(rated).isEqualTo(status.getString("status").equals("Published"));
        return status;
    }

    private static JsonValue listings() {
        return Json.read(("{\"en-us\":{\"baseListing\":{\"description\":\"D\",\"images\":[{\"fileName\":\"s.png\","
                        + "\"fileStatus\":\"PendingUpload\",\"imageType\":\"Screenshot\"}]}}}")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("12.5-a 8.3-2 8.3-3 8.3-4 8.3-6 8.3-10 8.4-6 8.4-8 Effects of a successful commit (I: moment)")
    void filesAreTakenOver() {
        String app = scene.app();
        JsonObject created = scene.create("applications/" + app);
        String old = Json.objects(created, "applicationPackages").get(0).getString("fileName");
        JsonObject document =
                Documents.set(Documents.replacePackages(created, "applicationPackages", old), "/trailers", trailers());
        document = Documents.set(document, LISTING + "/images/0/fileStatus", "PendingDelete");
        document = Documents.set(
                document, LISTING + "/images/-", listings().asJsonObject().getValue("/en-us/baseListing/images/0"));
        String one = Scene.one("applications/" + app, created);
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

    @TestFactory
    Stream<DynamicTest> section8_4() {
        return new Rows()
                        .row(
                                "8.4-6 Image that is no PNG",
                                "CommitFailed InvalidState",
                                () -> picture("GIF89a".repeat(9)))
                        .row("8.4-8 Trailer that is no MP4 or MOV", "CommitFailed InvalidState", this::video)
                        .row("8.4-7 Icon of 300 x 300", "Published", () -> icon(Zips.PNG))
                        .row("8.4-7 Icon of another size", "CommitFailed", () -> icon(Zips.png(299)))
                        .row("8.3-1 8.3-5 Icon left out stays (I)", "i.png Uploaded", this::iconLeftOut)
                        .row("8.3-3 Icon removed", "gone", this::iconRemoved)
                        .stream();
    }

    private String picture(String content) {
        return outcome(
                Zips.zip("s.png", content.getBytes(StandardCharsets.UTF_8)),
                document -> Documents.set(document, "/listings", listings()));
    }

    private String video() {
        JsonValue avi =
                Json.read(trailers().toString().replace("t.mp4", "t.avi").getBytes(StandardCharsets.UTF_8));
        return outcome(Zips.zip(Map.of("t.avi", Zips.PNG, "t.png", Zips.PNG)), d -> Documents.set(d, "/trailers", avi));
    }

    private String icon(byte[] content) {
        return releaseIcon("inappproducts/" + scene.addon(scene.app()), "PendingUpload", content);
    }

    private String releaseIcon(String addon, String status, byte[] content) {
        JsonObject created = scene.create(addon);
        JsonObject icon =
                Json.object().add("fileName", "i.png").add("fileStatus", status).build();
        scene.client.call("PUT", Scene.one(addon, created), Documents.set(created, "/listings/en-us/icon", icon));
        scene.client.upload(created, Zips.zip("i.png", content));
        scene.client.call("POST", Scene.one(addon, created) + "/commit");
        scene.wait(Duration.ofMinutes(10));
        return scene.status(addon, created);
    }

    private String iconLeftOut() {
        String addon = "inappproducts/" + scene.addon(scene.app());
        releaseIcon(addon, "PendingUpload", Zips.PNG);
        JsonObject created = scene.create(addon);
        JsonObject sent = Documents.remove(created, "/listings/en-us/icon");
        JsonObject icon = scene.client
                .call("PUT", Scene.one(addon, created), sent)
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
