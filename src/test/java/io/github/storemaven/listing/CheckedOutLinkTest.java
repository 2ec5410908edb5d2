package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbolic links that Git has checked out as files with the path in them, as it does on Windows. */
class CheckedOutLinkTest {
    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root)
                .text("listings/en-us/description.txt", "The tide.\nEvery day.")
                .text("listings/en-us/keywords.txt", "tide")
                .picture("listings/en-us/images/Screenshot/01.png", "day")
                .text("listings/en-us/images/Screenshot/01.txt", "The day");
    }

    @ParameterizedTest
    @CsvSource({
        "listings/en-gb/description.txt, ../en-us/description.txt",
        "listings/en-gb/keywords.txt, ../en-us/keywords.txt",
        "listings/en-gb/title.txt, ./../en-us/keywords.txt",
        "listings/en-gb/title.txt, ..\\en-us\\keywords.txt",
        "listings/en-gb, en-us",
        "listings/en-gb/images, ../en-us/images",
        "listings/en-gb/images/Screenshot, ../../en-us/images/Screenshot",
        "listings/en-us/images/Screenshot/02.png, 01.png",
        "listings/en-us/images/Screenshot/01.txt, ../../keywords.txt",
        "trailers/tide, ../listings/en-us",
        "trailers/tide/tide.mp4, ../../listings/en-us/keywords.txt",
    })
    void areToldWhateverTheyAre(String file, String target) throws Exception {
        folder.text(file, target);
        assertThat(folder.problems())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(file + ": contains only the path " + target
                                + ": Git has checked out a link as a file"));
    }

    @Test
    void aLineEndAfterThePathDoesNotMatter() throws Exception {
        folder.text("listings/en-gb/description.txt", "../en-us/description.txt\r\n");
        assertThat(folder.problems()).singleElement().asString().contains("Git has checked out a link");
    }

    /** Of a name that no file system takes nobody can say whether it exists. */
    @Test
    void aLongTextInOneLineIsAText() throws Exception {
        folder.text("listings/en-gb/description.txt", "Tide tables. ".repeat(40));
        assertThat(folder.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en-us", "listings", ".", ".."})
    void aWordMayBeTheNameOfAFolder(String text) throws Exception {
        folder.text("listings/en-gb/description.txt", "Tide").text("listings/en-gb/en-us/x", "x");
        folder.text("listings/en-gb/title.txt", text);
        assertThat(folder.problems()).noneSatisfy(line -> assertThat(line).contains("Git has checked out a link"));
    }

    @ParameterizedTest
    @CsvSource({"../en-us/nothing.txt", "See ../en-us/description.txt", "Tide", "/", "'a:b|c'"})
    void otherTextsAreTexts(String text) throws Exception {
        folder.text("listings/en-gb/description.txt", text);
        assertThat(folder.problems()).isEmpty();
    }
}
