package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFolderProblemsTest {
    private static final String SHOTS = "listings/en-us/images/Screenshot/";

    private TestFolder folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new TestFolder(root);
    }

    private void assertProblem(String startsWith) throws IOException {
        assertThat(folder.problems()).singleElement().asString().startsWith(startsWith);
    }

    @ParameterizedTest
    @CsvSource({
        "desciption.txt, description.txt",
        "descriptions.txt, description.txt",
        "features.text, features.txt",
        "Keyword.txt, keywords.txt",
        "image, images"
    })
    void anUnknownFileIsNamedWithTheNearestRightName(String wrong, String right) throws Exception {
        folder.text("listings/en-us/" + wrong, "x");
        assertProblem("listings/en-us/" + wrong + ": unknown here; did you mean " + right + "? Allowed: ");
    }

    @Test
    void aFileThatIsNearNothingIsNamedWithWhatIsAllowed() throws Exception {
        folder.text("listings/en-us/README.md", "x");
        assertProblem("listings/en-us/README.md: unknown here; Allowed: copyrightAndTrademarkInfo.txt, keywords.txt, ");
        assertThat(folder.problems().get(0)).endsWith(", voiceTitle.txt, devStudio.txt, images");
    }

    @Test
    void anUnknownLanguageIsNamedWithTheNearest() throws Exception {
        folder.text("listings/en_us/title.txt", "x").text("listings/klingon/title.txt", "x");
        assertThat(folder.problems())
                .containsExactly(
                        "listings/en_us: the Store has no language en_us; did you mean en-us?",
                        "listings/klingon: the Store has no language klingon; allowed are the codes of Partner Center, such"
                                + " as en-us, de-de or pt-br");
    }

    @Test
    void textsThatAreNotUtf8AreRefused() throws Exception {
        folder.bytes("listings/en-us/title.txt", new byte[] {'a', (byte) 0xE4, 'b'});
        folder.bytes(SHOTS + "1.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0})
                .picture(SHOTS + "1.png", "x");
        assertThat(folder.problems())
                .containsExactly(
                        SHOTS + "1.txt: this is not UTF-8; save the file as UTF-8",
                        "listings/en-us/title.txt: this is not UTF-8; save the file as UTF-8");
    }

    @Test
    void aTextBeyondAnyMeasureIsRefused() throws Exception {
        folder.bytes("listings/en-us/title.txt", new byte[PlainText.LARGEST + 1]);
        assertProblem("listings/en-us/title.txt: larger than 1024 KiB");
    }

    @Test
    void aTextThatItsSourceRefusesIsAProblem() throws Exception {
        folder.text("listings/en-us/title.txt", "${nme}");
        TextSource strict = (file, text) -> {
            throw new IllegalArgumentException("no property nme");
        };
        assertThatThrownBy(() -> StoreFolder.read(folder.root(), strict))
                .isInstanceOf(ListingProblems.class)
                .hasMessageEndingWith("title.txt: no property nme");
    }

    @Test
    void languagesAndFilesThatDifferOnlyInCaseAreTwoSources() throws Exception {
        folder.text("listings/de-de/title.txt", "a");
        assumeFalse(Files.exists(folder.root().resolve("listings/DE-DE")), "a file system that ignores case");
        folder.text("listings/DE-DE/title.txt", "b").text("listings/de-de/Title.txt", "c");
        folder.picture("listings/de-de/images/Icon/a.png", "1").picture("listings/de-de/images/ICON/b.png", "2");
        assertThat(folder.problems())
                .containsExactly("listings/de-de: two sources for one thing: its name differs from DE-DE only in case");
        Files.delete(folder.root().resolve("listings/DE-DE/title.txt"));
        Files.delete(folder.root().resolve("listings/DE-DE"));
        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        "listings/de-de/title.txt: two sources for one thing: its name differs from Title.txt only in case",
                        "listings/de-de/images/Icon: two sources for one thing: its name differs from ICON only in case");
    }

    @Test
    void aPictureThatIsNoPngIsRefused() throws Exception {
        folder.text(SHOTS + "1.png", "GIF89a")
                .text(SHOTS + "1.txt", "its caption")
                .text(SHOTS + "2.jpg", "x");
        folder.text(SHOTS + "3.png", "");
        assertThat(folder.problems())
                .containsExactly(
                        SHOTS + "2.jpg: unknown here; Allowed: pictures (.png), their captions (.txt), none",
                        SHOTS + "1.png: this is no PNG picture by its content; the Store takes PNG alone",
                        SHOTS + "3.png: this is no PNG picture by its content; the Store takes PNG alone");
    }

    @Test
    void anUnknownImageTypeIsNamedWithTheNearest() throws Exception {
        folder.picture("listings/en-us/images/Screenshots/1.png", "a").text("listings/en-us/images/1.png", "");
        assertThat(folder.problems())
                .hasSize(2)
                .anyMatch(
                        line -> line.startsWith(
                                "listings/en-us/images/Screenshots: unknown here; did you mean Screenshot? Allowed: Screenshot, Mob"))
                .anyMatch(
                        line -> line.startsWith("listings/en-us/images/1.png: unknown here; Allowed: Screenshot, Mob"));
    }

    @Test
    void anImageFolderHasAPictureOrNone() throws Exception {
        Files.createDirectories(folder.root().resolve(SHOTS));
        assertProblem("listings/en-us/images/Screenshot: no picture in it; add a .png, or a file none");
        folder.text(SHOTS + "none", "").picture(SHOTS + "1.png", "a");
        assertProblem("listings/en-us/images/Screenshot: two sources for one thing: pictures, and a file none");
    }

    @Test
    void aCaptionNeedsItsPicture() throws Exception {
        folder.picture(SHOTS + "1.png", "a").text(SHOTS + "2.txt", "b");
        assertProblem(SHOTS + "2.txt: a caption without its picture 2.png");
    }

    @Test
    void thePictureOfATypeIsThereOnce() throws Exception {
        folder.picture(SHOTS + "1.png", "a").picture(SHOTS + "2.png", "a");
        assertProblem(SHOTS + "2.png: the same picture as 1.png");
    }

    @Test
    void linksThatLeaveTheFolderAreRefused(@TempDir Path elsewhere) throws Exception {
        TestFolder outside = new TestFolder(elsewhere).text("secret.txt", "x").text("en-us/title.txt", "x");
        folder.text("listings/en-us/title.txt", "x");
        link("listings/en-us/description.txt", outside.root().resolve("secret.txt"));
        link("listings/de-de", outside.root().resolve("en-us"));
        link("listings/en-us/keywords.txt", Path.of("missing.txt"));
        link("listings/en-us/shortTitle.txt", Path.of("title.txt"));
        link("listings/fr-fr", Path.of("../../" + elsewhere.getFileName() + "/en-us"));
        assertThat(folder.problems())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("listings/de-de: leads out of the folder"))
                .anyMatch(line -> line.startsWith("listings/fr-fr: leads out of the folder"))
                .anyMatch(line -> line.startsWith("listings/en-us/description.txt: leads out of the folder"))
                .contains("listings/en-us/keywords.txt: a link that leads nowhere");
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.root().resolve(name), target);
    }

    @Test
    void aFolderInTheFirstLevelThatLeadsOutIsRefused(@TempDir Path elsewhere) throws Exception {
        new TestFolder(elsewhere).text("en-us/title.txt", "x");
        link("listings", elsewhere);
        assertProblem("listings: leads out of the folder");
    }

    @Test
    void filesAndFoldersInEachOthersPlaceAreRefused() throws Exception {
        folder.text("listings/en-us/title.txt/x", "")
                .text("listings/de-de/images", "")
                .text("listings/fr-fr", "");
        assertThat(folder.problems())
                .containsExactly(
                        "listings/de-de/images: a folder is expected, this is none",
                        "listings/en-us/title.txt: a file is expected, this is none",
                        "listings/fr-fr: unknown here; texts belong into a folder for each language, such as en-us");
        assertThatThrownBy(() -> StoreFolder.read(folder.root().resolve("listings/fr-fr"), TextSource.asWritten()))
                .hasMessageEndingWith("fr-fr: a folder is expected, this is none");
    }

    @Test
    void theFirstLevelNamesWhatIsMistypedOrMisplaced() throws Exception {
        folder.text("listing/en-us/title.txt", "x").text("submision.json", "{}").text("description.txt", "x");
        folder.text("de-de/title.txt", "x").text("notes.txt", "x").picture("images/Icon/1.png", "x");
        assertThat(folder.problems())
                .containsExactly(
                        "de-de: unknown here; the folder of a language belongs into listings",
                        "description.txt: unknown here; it belongs into listings/<language>/",
                        "images: unknown here; it belongs into listings/<language>/",
                        "listing: unknown here; did you mean listings? Allowed: submission.json, listings, trailers, addons",
                        "notes.txt: unknown here; Allowed: submission.json, listings, trailers, addons",
                        "submision.json: unknown here; did you mean submission.json? Allowed: submission.json, listings,"
                                + " trailers, addons");
    }

    @Test
    void aNameNearOneThatIsThereIsAnothersFile() throws Exception {
        folder.text("submission.json", "{}").text("submission2.json", "{}");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void aFolderBeyondAnyMeasureIsRefused() throws Exception {
        for (int number = 0; number < 6; number++) {
            folder.text("a/" + number, "").text("b/" + number, "");
        }
        FolderScan scan = new FolderScan(folder.root(), 10);
        assertThat(scan.entries(folder.root().resolve("a"))).hasSize(6);
        assertThat(scan.entries(folder.root().resolve("b"))).isEmpty();
        assertThat(scan.entries(folder.root().resolve("a"))).isEmpty();
        assertThatThrownBy(scan::finish).hasMessageContaining("b: more than 10 files in the folder of a product");
    }
}
