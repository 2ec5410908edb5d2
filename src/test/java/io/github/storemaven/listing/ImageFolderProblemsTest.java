package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderProblemsTest {
    private static final String SHOTS = "listings/en-us/images/Screenshot/";

    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root);
    }

    @Test
    void aPictureThatIsNoPngIsRefused() throws Exception {
        folder.text(SHOTS + "1.png", "GIF89a")
                .text(SHOTS + "1.txt", "its caption")
                .text(SHOTS + "2.jpg", "x");
        folder.text(SHOTS + "3.png", "");
        assertThat(folder.problems())
                .containsExactly(
                        SHOTS + "2.jpg: the Store takes only PNG; convert it",
                        SHOTS + "1.png: this is not a PNG, whatever its name; convert it to PNG",
                        SHOTS + "3.png: this is not a PNG, whatever its name; convert it to PNG");
    }

    @Test
    void anUnknownImageTypeIsNamedWithTheNearest() throws Exception {
        folder.picture("listings/en-us/images/Screenshots/1.png", "a").text("listings/en-us/images/1.png", "");
        assertThat(folder.problems())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(
                        "listings/en-us/images/Screenshots: does not belong here; did you mean Screenshot?"))
                .anyMatch(
                        line -> line.startsWith(
                                "listings/en-us/images/1.png: does not belong here; move or delete it. Allowed: Screenshot, Mob"))
                .noneMatch(line -> line.contains("Unknown"));
    }

    @Test
    void anImageFolderHasAPictureOrNone() throws Exception {
        Files.createDirectories(folder.root().resolve(SHOTS));
        folder.assertProblem("listings/en-us/images/Screenshot: no image in it; add a .png, or a file none");
        folder.text(SHOTS + "none", "").picture(SHOTS + "1.png", "a");
        folder.assertProblem("listings/en-us/images/Screenshot: contains images and a file none, which removes all");
    }

    @Test
    void aCaptionNeedsItsPicture() throws Exception {
        folder.picture(SHOTS + "1.png", "a").text(SHOTS + "2.txt", "b");
        folder.assertProblem(SHOTS + "2.txt: a caption without its image 2.png");
    }

    @Test
    void thePictureOfATypeIsThereOnce() throws Exception {
        folder.picture(SHOTS + "1.png", "a").picture(SHOTS + "2.png", "a");
        folder.assertProblem(SHOTS + "2.png: the same image as 1.png");
    }
}
