package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.PngImage;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The checks of a commit (reference 12.5), row by row. */
class CommitChecksTest extends AbstractCommitTest {
    @TestFactory
    Iterable<DynamicTest> section12_5() {
        return new ReferenceRows()
                .row(DOCUMENTED, "12.5-11 8.2-1 8.2-4 8.2-6", "Success", "PreProcessing", () -> outcome(good()))
                .row(
                        DOCUMENTED,
                        "8.1-2 8.3-1",
                        "Nothing new: no ZIP needed",
                        "PreProcessing",
                        () -> outcome(new byte[0], d -> d))
                .row(
                        INFERRED,
                        "12.5-1 8.1-1",
                        "Files pending but no blob (code)",
                        "CommitFailed MissingFiles",
                        () -> outcome(new byte[0]))
                .row(
                        INFERRED,
                        "12.5-4",
                        "Package unreadable (state)",
                        "CommitFailed PackageValidationFailed",
                        () -> outcome(withPackage(Zips.PNG)))
                .row(
                        DOCUMENTED,
                        "12.5-4 8.4-5",
                        "Wrong identity",
                        "CommitFailed PackageValidationFailed",
                        () -> outcome(withPackage(Zips.msix("Somebody.Else", "2.0.0.0", "x64"))))
                .row(
                        DOCUMENTED,
                        "12.5-4 8.3-9",
                        "Duplicate version and architecture",
                        "CommitFailed PackageValidationFailed",
                        this::duplicate)
                .row(
                        DOCUMENTED,
                        "12.5-4 8.4-3",
                        "Version part 4 not 0",
                        "CommitFailed PackageValidationFailed",
                        () -> outcome(withPackage(Zips.msix("2.0.0.1", "x64"))))
                .row(
                        DOCUMENTED,
                        "8.4-3",
                        "Version part 1 is 0",
                        "CommitFailed PackageValidationFailed",
                        () -> outcome(withPackage(Zips.msix("0.1.0.0", "x64"))))
                .row(
                        DOCUMENTED,
                        "8.4-1",
                        "Bundle",
                        "PreProcessing",
                        () -> outcome(withPackage(Zips.bundle("2.0.0.0", "x64", "arm64"))))
                .row(
                        DOCUMENTED,
                        "8.4-1",
                        "Upload container with a bundle",
                        "PreProcessing",
                        () -> outcome(withPackage(Zips.zip("a.msixbundle", Zips.bundle("2.0.0.0", "x64")))))
                .row(
                        INFERRED,
                        "12.5-5 8.3-3",
                        "No package left",
                        "CommitFailed InvalidState",
                        () -> outcome(
                                new byte[0],
                                d -> Documents.set(d, "/applicationPackages/0/fileStatus", "PendingDelete")))
                .row(
                        INFERRED,
                        "12.5-5 8.3-3",
                        "No screenshot",
                        "CommitFailed InvalidState",
                        () -> outcome(
                                new byte[0], d -> Documents.set(d, LISTING + "/images/0/fileStatus", "PendingDelete")))
                .row(
                        INFERRED,
                        "12.5-5",
                        "No description",
                        "CommitFailed InvalidState",
                        () -> outcome(new byte[0], d -> Documents.set(d, LISTING + "/description", "")))
                .row(
                        DOCUMENTED,
                        "8.4-1",
                        "Package of another type",
                        "CommitFailed PackageValidationFailed",
                        () -> outcome(
                                Zips.zip("p/new.exe", Zips.msix("2.0.0.0", "x64")),
                                d -> Documents.replacePackages(d, "applicationPackages", "p/new.exe")))
                .row(
                        DOCUMENTED,
                        "8.4-3",
                        "Version part above 65535",
                        "CommitFailed PackageValidationFailed",
                        () -> outcome(withPackage(Zips.msix("2.65536.0.0", "x64"))))
                .row(
                        DOCUMENTED,
                        "8.4-4",
                        "Block map with SHA2-256",
                        "PreProcessing",
                        () -> blockMap("2001/04/xmlenc#sha256"))
                .row(
                        DOCUMENTED,
                        "8.4-4",
                        "Block map with another hash",
                        "CommitFailed PackageValidationFailed",
                        () -> blockMap("2000/09/xmldsig#sha1"))
                .row(
                        DOCUMENTED,
                        "8.3-1 12.5-5",
                        "Image left out stays in Partner Center",
                        "PreProcessing",
                        this::imageLeftOut)
                .row(
                        INFERRED,
                        "8.1-1 8.3-10",
                        "New trailer without a ZIP",
                        "CommitFailed MissingFiles MissingFiles",
                        this::trailer)
                .row(DOCUMENTED, "8.6-7", "ZIP before the PUT of the document", "PreProcessing", this::uploadedFirst)
                .row(
                        DOCUMENTED,
                        "12.5-7",
                        "Internal fault, by a switch",
                        "CommitFailed IsInternalError",
                        this::internalFault);
    }

    @TestFactory
    Iterable<DynamicTest> section8_4() {
        return new ReferenceRows()
                .row(
                        DOCUMENTED,
                        "8.4-6",
                        "Image that is no PNG",
                        "CommitFailed InvalidState",
                        () -> picture("GIF89a".repeat(9)))
                .row(DOCUMENTED, "8.4-8", "Trailer that is no MP4 or MOV", "CommitFailed InvalidState", this::video)
                .row(DOCUMENTED, "8.4-7", "Icon of 300 x 300", "Published", () -> icon(Zips.PNG))
                .row(
                        DOCUMENTED,
                        "8.4-7",
                        "Icon of another size",
                        "CommitFailed",
                        () -> icon(PngImage.header(299, 299)));
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

    private String trailer() {
        return outcome(new byte[0], d -> Documents.set(d, "/trailers", trailers()));
    }

    private String uploadedFirst() {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        scene.client.upload(created, good());
        JsonObject changed = Documents.replacePackages(created, "applicationPackages", NAME);
        scene.client.call("PUT", StoreFixture.one(product, created), changed);
        scene.client.call("POST", StoreFixture.one(product, created) + "/commit");
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

    @TestFactory
    Iterable<DynamicTest> warnings() {
        return new ReferenceRows()
                .row(
                        DOCUMENTED,
                        "12.5-8",
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
                        DOCUMENTED,
                        "12.5-9",
                        "Listing added",
                        true,
                        () -> warned(
                                "ListingOptInWarning",
                                document -> Documents.set(
                                        document,
                                        "/listings/de-de",
                                        document.getJsonObject("listings").getJsonObject("en-us"))))
                .row(DOCUMENTED, "12.5-8 8.3-7", "Listing removed", true, this::listingRemoved)
                .row(DOCUMENTED, "12.5-10", "A package no newer than the published one", true, this::packageDoubt)
                .row("Nothing changed", false, () -> warned("ListingOpt", d -> d));
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
    void twoBadPicturesAreToldInOneSentence() {
        JsonValue two = Json.read(listings()
                .toString()
                .replaceFirst("(\\[)(\\{.*\\})(\\])", "[$2,$2]")
                .replaceFirst("s\\.png", "r.png")
                .getBytes(StandardCharsets.UTF_8));
        byte[] bad = "GIF89a".repeat(9).getBytes(StandardCharsets.UTF_8);
        assertThat(outcome(
                        Zips.zip(Map.of("r.png", bad, "s.png", bad)),
                        document -> Documents.set(document, "/listings", two)))
                .isEqualTo("CommitFailed InvalidState");
    }

    @Test
    @ReferenceRow(value = "12.5-6 12.3-9", mark = INFERRED)
    @DisplayName("Without age ratings the first commit fails, until a switch says that they are done")
    void ageRatings() {
        assertThat(firstRelease(scene).getString("status")).isEqualTo("CommitFailed");
        assertThat(scene.client.call("GET", "applications/9PAPPDEMO001").json().getString("firstPublishedDate"))
                .isEqualTo("1601-01-01T00:00:00Z");
        try (StoreFixture rated = new StoreFixture(Switch.AGE_RATINGS_DONE)) {
            assertThat(firstRelease(rated).getString("status")).isEqualTo("Published");
            JsonObject app =
                    rated.client.call("GET", "applications/9PAPPDEMO001").json();
            assertThat(app.getString("firstPublishedDate")).isEqualTo("2026-11-23T10:06:00.0000000Z");
        }
    }

    private JsonObject firstRelease(StoreFixture stage) {
        String product = "applications/" + stage.unpublishedApp();
        JsonObject created = stage.create(product);
        JsonObject packaged = Documents.replacePackages(created, "applicationPackages", NAME);
        String one = StoreFixture.one(product, created);
        stage.client.call("PUT", one, Documents.set(packaged, "/listings", listings()));
        stage.client.upload(created, Zips.zip(Map.of(NAME, Zips.msix("1.0.0.0", "x64"), "s.png", Zips.PNG)));
        stage.client.call("POST", one + "/commit");
        stage.wait(Duration.ofMinutes(10));
        JsonObject status = stage.client.call("GET", one + "/status").json();
        boolean rated = !status.toString().contains("InvalidMicrosoftAgeRating");
        assertThat(rated).isEqualTo(status.getString("status").equals("Published"));
        return status;
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
}
