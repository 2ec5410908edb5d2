package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.check.Severity;
import io.github.storemaven.document.ProductType;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfflineChecksTest extends AbstractRequestTest {
    private static Optional<Path> archive(String language) {
        return Optional.empty();
    }

    @Test
    void aFolderThatSetsOneTextLacksNothing() throws Exception {
        fixture.file("listings/en-us/title.txt", "Tide\n");

        assertThat(errors()).isEmpty();
    }

    @Test
    void checksFileFolderAndParametersTogether() throws Exception {
        fixture.patch("{'pricing':{'priceId':null}}").file("listings/en-us/title.txt", "t".repeat(257));
        fixture.parameters("{'targetPublishMode':'Sometime'}");

        assertThat(errors())
                .extracting(Finding::rule)
                .contains("PRC-01", "TXT-02")
                .hasSize(3);
    }

    @Test
    void aWrongTypeIsNotHiddenByTheSourceThatIsLaidOverIt() throws Exception {
        fixture.patch("{'listings':{'en-us':{'baseListing':{'keywords':'paste'}}},'visibility':5}")
                .file("listings/en-us/keywords.txt", "tide\n")
                .parameters("{'visibility':'Public'}");

        assertThat(errors())
                .extracting(Finding::rule, Finding::place)
                .contains(tuple("DOC-02", "/listings/en-us/baseListing/keywords"), tuple("DOC-02", "/visibility"));
    }

    @Test
    void aWrongTypeOfOneSourceIsToldOnce() throws Exception {
        fixture.patch("{'listings':{'en-us':{'baseListing':{'keywords':'paste'}}}}");

        assertThat(errors()).extracting(Finding::rule).containsExactly("DOC-02");
    }

    @Test
    void looksIntoThePicturesOfTheFolder() throws Exception {
        picture("listings/en-us/images/Screenshot/01.png");

        assertThat(errors()).extracting(Finding::rule).contains("IMG-01");
    }

    /** Of 100 x 100 pixels, the same wherever it is. */
    private void picture(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        byte[] header =
                "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0d\0\0\0d\b\2\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve(name), header);
    }

    @Test
    void aPictureOfSeveralLanguagesIsOneFindingThatListsThem() throws Exception {
        for (String language : List.of("fr-fr", "de-de", "en-us")) {
            picture("listings/" + language + "/images/Screenshot/01.png");
        }

        assertThat(errors()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("IMG-01");
            assertThat(finding.place()).isEqualTo("de-de, en-us, fr-fr");
        });
    }

    @Test
    void onePictureIsCheckedForEachOfItsTypes() throws Exception {
        picture("listings/en-us/images/Screenshot/01.png");
        picture("listings/en-us/images/Icon/icon.png");

        assertThat(errors()).extracting(Finding::rule).containsExactlyInAnyOrder("IMG-01", "IMG-22");
    }

    @Test
    void picturesOfPlatformsAreChecked() throws Exception {
        picture("shots/phone.png");
        fixture.patch("{'listings': {'en-us': {'platformOverrides': {'WindowsPhone81': {'images': ["
                + "{'imageType': 'Icon', 'fileName': 'shots/phone.png', 'fileStatus': 'PendingUpload'}]}}}}}");

        assertThat(errors()).extracting(Finding::rule).contains("IMG-22");
    }

    @Test
    void whatAllListingsLackIsOneLine() throws Exception {
        assertThat(OfflineChecks.presence(
                                fixture.wanted().type(),
                                language -> Optional.of(Path.of("src/store/listings", language, "images/Screenshot")),
                                json("{}"),
                                json("{'listings': {'en-us': {'baseListing': {'description': 'a'}},"
                                        + " 'de-de': {'baseListing': {'description': 'a'}}}}"),
                                List.of())
                        .lines(Severity.ERROR))
                .contains(
                        "src/store/listings/*/images/Screenshot".replace('/', File.separatorChar)
                                + " (de-de, en-us): the listing has no screenshot; put at least one PNG into this folder (IMG-06)");
    }

    @Test
    void aReadyArchiveHasTheScreenshot() throws Exception {
        assertThat(OfflineChecks.presence(
                                fixture.wanted().type(),
                                OfflineChecksTest::archive,
                                json("{}"),
                                json("{'listings': {'de-de': {'baseListing': {'description': 'a'}}}}"),
                                List.of())
                        .lines(Severity.ERROR))
                .contains("de-de: the listing has no screenshot; add one to its images in submission.json, and the file"
                        + " to the archive (IMG-06)");
    }

    @Test
    void keywordsThatAreTooManyOrTooLongAreTold() throws Exception {
        fixture.file("listings/en-us/keywords.txt", "1\n2\n\nproductivity tool for windows users\n4\n5\n6\n7\n8\n");

        assertThat(new Findings(errors()).relativeTo(folder).lines(Severity.ERROR))
                .containsExactly(
                        "listings/en-us/keywords.txt: there are 8 keywords; the Store takes at most 7 (TXT-05)",
                        "listings/en-us/keywords.txt: \"productivity tool for windows users\" has 35 characters; the"
                                + " Store takes at most 30, cut 5 (TXT-05)");
    }

    @Test
    void foldersOfLanguagesAreGivenAdvice() throws Exception {
        picture("listings/en-us/images/Screenshot/01.png");
        picture("listings/de-de/images/Screenshot/01.png");
        fixture.file("listings/fr-fr/title.txt", "Tide");
        fixture.patch("{'listings': {'en-us': {'baseListing': {'title': 'Tide'}}}}");

        assertThat(checks().advice().relativeTo(folder).lines(Severity.ADVICE))
                .containsExactlyInAnyOrder(
                        "listings/* (de-de, en-us): 1 screenshot; the Store recommends at least 4 (IMG-06)",
                        "listings/* (de-de, en-us): no Store icon; customers see the icon of the package; an image of"
                                + " 300 x 300 pixels in images/Icon replaces it (IMG-22)",
                        "listings/fr-fr: no screenshot; a language that is new in the Store needs at least one (IMG-06)");
    }

    @Test
    void checksReleaseNotesThatOnlyLanguagesOfTheStoreWillGet() throws Exception {
        fixture.notes("n".repeat(1501));

        assertThat(errors()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("TXT-03");
            assertThat(finding.file()).endsWith("CHANGELOG.md");
        });
    }

    @Test
    void presenceIsOfTheMergedDocument() throws Exception {
        assertThat(OfflineChecks.presence(
                                fixture.wanted().type(), OfflineChecksTest::archive, json("{}"), json("{}"), List.of())
                        .errors())
                .extracting(Finding::rule)
                .contains("PKG-12", "PRC-02", "LST-01");
    }

    /** The Store took it once; a price is never taken for granted. */
    @Test
    void whatIsPublishedAlreadyIsAWarning() throws Exception {
        String pricing = "'pricing':{'priceId':'Free'}";
        String packages = "'applicationPackages':[{'fileName':'a.msix','version':'1.0.0.0','architecture':'x64'}]";
        ProductType product = fixture.wanted().type();
        Findings same = OfflineChecks.presence(
                product,
                OfflineChecksTest::archive,
                json("{" + pricing + "," + packages + "}"),
                json("{'notesForCertification':'x'," + pricing + "," + packages + "}"),
                List.of());
        assertThat(same.errors()).isEmpty();
        assertThat(same.warnings()).extracting(Finding::rule).contains("LST-01");
        assertThat(OfflineChecks.presence(
                                product,
                                OfflineChecksTest::archive,
                                json("{" + packages + "}"),
                                json("{" + packages + "}"),
                                List.of())
                        .errors())
                .extracting(Finding::rule)
                .containsExactly("PRC-02");
        assertThat(OfflineChecks.presence(
                                product,
                                OfflineChecksTest::archive,
                                json("{" + pricing + "," + packages + "}"),
                                json("{" + pricing + "}"),
                                List.of())
                        .errors())
                .extracting(Finding::rule)
                .containsExactly("PKG-12");
    }

    private OfflineChecks checks() throws Exception {
        FolderListing listing = fixture.listing();
        return new OfflineChecks(
                fixture.wanted(),
                pointer -> listing.origin().apply(pointer).map(Path::toString).orElse("submission.json"),
                new FindingCollector());
    }

    private List<Finding> errors() throws Exception {
        return checks().sources(List.of(), ExpectedIdentity.none(), Instant.parse("2026-11-23T00:00:00Z"))
                .errors();
    }
}
