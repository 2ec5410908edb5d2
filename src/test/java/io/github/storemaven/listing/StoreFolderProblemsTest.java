package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.storemaven.testing.HeldFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFolderProblemsTest {
    private static final String SHOTS = "listings/en-us/images/Screenshot/";

    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root);
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
        folder.assertProblem("listings/en-us/" + wrong + ": does not belong here; did you mean " + right + "?");
    }

    @Test
    void aFileThatIsNearNothingIsNamedWithWhatIsAllowed() throws Exception {
        folder.text("listings/en-us/README.md", "x");
        folder.assertProblem(
                "listings/en-us/README.md: does not belong here; move or delete it. Allowed: copyrightAndTrademarkInfo.txt, description.txt, ");
        assertThat(folder.problems().get(0)).endsWith(", voiceTitle.txt, websiteUrl.txt");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "elsewhere an open file is there for everybody")
    void aFileThatIsOpenElsewhereIsNotTakenForAnotherOne() throws Exception {
        folder.text("submission.json", "{}").text("listings/en-us/title.txt", "x");
        try (HeldFile held = HeldFile.unreadable(folder.root().resolve("submission.json"))) {
            assertThat(folder.problems()).as(held.name()).isEmpty();
        }
    }

    @Test
    void anUnknownLanguageIsNamedWithTheNearest() throws Exception {
        folder.text("listings/en_us/title.txt", "x")
                .text("listings/german/title.txt", "x")
                .text("listings/klingon/title.txt", "x");
        assertThat(folder.problems())
                .containsExactly(
                        "listings/en_us: the Store has no language en_us; did you mean en-us?",
                        "listings/german: the Store has no language german; rename it to de-de",
                        "listings/klingon: the Store has no language klingon; allowed are the codes of Partner Center,"
                                + " such as en-us, de-de or pt-br");
    }

    @Test
    void textsThatAreNotUtf8AreRefused() throws Exception {
        folder.bytes("listings/en-us/title.txt", new byte[] {'a', (byte) 0xE4, 'b'});
        folder.bytes(SHOTS + "1.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0})
                .picture(SHOTS + "1.png", "x");
        assertThat(folder.problems())
                .containsExactly(
                        SHOTS + "1.txt: this is UTF-16, as Windows PowerShell's > writes it; save the file as UTF-8",
                        "listings/en-us/title.txt: this is not UTF-8; save the file as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aTextOfPowerShellIsCalledUtf16(String charset) throws Exception {
        folder.bytes("listings/en-us/title.txt", "\uFEFFTide".getBytes(Charset.forName(charset)));
        folder.assertProblem("listings/en-us/title.txt: this is UTF-16, as Windows PowerShell's > writes it");
    }

    @Test
    void aTextBeyondAnyMeasureIsRefused() throws Exception {
        folder.bytes("listings/en-us/title.txt", new byte[TextFile.LARGEST + 1]);
        folder.assertProblem("listings/en-us/title.txt: larger than 1024 KiB");
    }

    @Test
    void aTextThatItsSourceRefusesIsAProblem() throws Exception {
        folder.text("listings/en-us/title.txt", "one\r\n${nme}");
        TextSource strict = (text, problems) -> {
            problems.add(text.split("\n", -1).length, "no property nme");
            return text;
        };
        assertThatThrownBy(() -> Folders.app(folder.root(), strict))
                .isInstanceOf(InvalidListingException.class)
                .hasMessageEndingWith("title.txt, line 2: no property nme");
    }

    @Test
    void languagesAndFilesThatDifferOnlyInCaseAreTwoSources() throws Exception {
        folder.text("listings/de-de/title.txt", "a");
        assumeFalse(Files.exists(folder.root().resolve("listings/DE-DE")), "a file system that ignores case");
        folder.text("listings/DE-DE/title.txt", "b").text("listings/de-de/Title.txt", "c");
        folder.picture("listings/de-de/images/Icon/a.png", "1").picture("listings/de-de/images/ICON/b.png", "2");
        assertThat(folder.problems()).containsExactly("listings/de-de: its name differs from DE-DE only in case");
        Files.delete(folder.root().resolve("listings/DE-DE/title.txt"));
        Files.delete(folder.root().resolve("listings/DE-DE"));
        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        "listings/de-de/title.txt: its name differs from Title.txt only in" + " case",
                        "listings/de-de/images/Icon: its name differs from ICON only in" + " case");
    }

    @Test
    void theFirstLevelNamesWhatIsMistypedOrMisplaced() throws Exception {
        folder.text("listing/en-us/title.txt", "x").text("submision.json", "{}").text("description.txt", "x");
        folder.text("de-de/title.txt", "x").text("notes.txt", "x").picture("images/Icon/1.png", "x");
        assertThat(folder.problems())
                .containsExactly(
                        "de-de: does not belong here; move the folder of a language into listings",
                        "description.txt: does not belong here; move it into listings/<language>/",
                        "images: does not belong here; move it into listings/<language>/",
                        "listing: does not belong here; did you mean listings?",
                        "notes.txt: does not belong here; move or delete it. Allowed: submission.json, listings, trailers, addons",
                        "submision.json: does not belong here; did you mean submission.json?");
    }

    @Test
    void whatOthersLookUpHasToBeNamedExactly() throws Exception {
        folder.text("Submission.json", "{}");
        assumeFalse(Files.exists(folder.root().resolve("submission.json")), "a file system that ignores case");
        folder.text("Addons/year/listings/en-us/title.txt", "Year");
        assertThat(folder.problems())
                .allMatch(line -> line.matches(
                        "(Submission.json|Addons): does not belong here; did you mean (submission.json|addons)\\?.*"))
                .hasSize(2);
    }

    @Test
    void aNameNearOneThatIsThereIsAnothersFile() throws Exception {
        folder.text("submission.json", "{}").text("submission2.json", "{}");
        assertThat(folder.problems()).isEmpty();
    }
}
