package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.storemaven.check.ExpectedIdentity;
import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Report;
import io.github.storemaven.service.Product;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineChecksTest {
    @TempDir
    Path folder;

    private WantedFixture fixture;

    @BeforeEach
    void start() {
        fixture = new WantedFixture(folder);
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
        Path images = Files.createDirectories(folder.resolve("listings/en-us/images/Screenshot"));
        byte[] header =
                "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0d\0\0\0d\b\2\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(images.resolve("01.png"), header);

        assertThat(errors()).extracting(Finding::rule).contains("IMG-01");
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
        assertThat(OfflineChecks.presence(fixture.wanted().product(), json("{}"), json("{}"), List.of())
                        .errors())
                .extracting(Finding::rule)
                .contains("PKG-12", "PRC-02", "LST-01");
    }

    /** The Store took it once; a price is never taken for granted. */
    @Test
    void whatIsPublishedAlreadyIsAWarning() throws Exception {
        String pricing = "'pricing':{'priceId':'Free'}";
        String packages = "'applicationPackages':[{'fileName':'a.msix','version':'1.0.0.0','architecture':'x64'}]";
        Product product = fixture.wanted().product();
        Findings same = OfflineChecks.presence(
                product,
                json("{" + pricing + "," + packages + "}"),
                json("{'notesForCertification':'x'," + pricing + "," + packages + "}"),
                List.of());
        assertThat(same.errors()).isEmpty();
        assertThat(same.warnings()).extracting(Finding::rule).contains("LST-01");
        assertThat(OfflineChecks.presence(product, json("{" + packages + "}"), json("{" + packages + "}"), List.of())
                        .errors())
                .extracting(Finding::rule)
                .containsExactly("PRC-02");
        assertThat(OfflineChecks.presence(
                                product,
                                json("{" + pricing + "," + packages + "}"),
                                json("{" + pricing + "}"),
                                List.of())
                        .errors())
                .extracting(Finding::rule)
                .containsExactly("PKG-12");
    }

    private List<Finding> errors() throws Exception {
        FolderListing listing = fixture.listing();
        return new OfflineChecks(
                        fixture.wanted(),
                        pointer -> listing.origin()
                                .apply(pointer)
                                .map(Path::toString)
                                .orElse("submission.json"),
                        new Report())
                .sources(List.of(), ExpectedIdentity.none(), Instant.parse("2026-11-23T00:00:00Z"))
                .errors();
    }
}
