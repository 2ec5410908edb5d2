package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Release notes that are longer than the Store takes, and files without a heading for the version. */
class LongNotesTest {
    @TempDir
    Path root;

    private Changelog.Notes whole(String text, boolean shorten) throws Exception {
        return Changelog.whole(Files.writeString(root.resolve("notes.md"), text), shorten);
    }

    private static String item(String start, int length) {
        return start + "x".repeat(length - start.length());
    }

    @Test
    void theWholeFileNeedsNoHeading() throws Exception {
        assertThat(whole("One *thing*.\n\n## What's changed\n\n- two\n", false))
                .isEqualTo(new Changelog.Notes("One thing.\n\nWhat's changed\n\n- two", 0));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> whole("<!-- nothing -->\n", true)).hasMessageContaining("the file is empty");
    }

    @Test
    void wholeItemsAreTakenFromTheTop() throws Exception {
        String text = "# Added\n\n" + item("- ", 700) + "\n" + item("- ", 600) + "\n  - of it\n" + item("- ", 300)
                + "\n- e\n";
        Changelog.Notes notes = whole(text, true);
        assertThat(notes.text())
                .isEqualTo("Added\n\n" + item("- ", 700) + "\n" + item("- ", 600) + "\n  - of it")
                .hasSizeLessThanOrEqualTo(1500);
        assertThat(notes.leftOut()).isEqualTo(2);
    }

    @Test
    void aHeadingWithNothingUnderItIsLeftOutWithItsItems() throws Exception {
        Changelog.Notes notes =
                whole(item("First ", 1000) + "\n\n## Fixed\n\n" + item("- ", 600) + "\n\n[a]: b\n", true);
        assertThat(notes).isEqualTo(new Changelog.Notes(item("First ", 1000), 1));
    }

    @Test
    void whatFitsExactlyStaysWhole() throws Exception {
        assertThat(whole(item("- ", 1000) + "\n" + item("- ", 499), true).leftOut())
                .isZero();
        assertThat(whole(item("- ", 1000) + "\n" + item("- ", 500), true))
                .isEqualTo(new Changelog.Notes(item("- ", 1000), 1));
    }

    @Test
    void anItemIsNotCut() {
        assertThatThrownBy(() -> whole("# Added\n\n" + item("- ", 1600) + "\n- short\n", true))
                .hasMessageContaining("the first item of the file has more than 1,500 characters");
    }

    @Test
    void withoutShorteningTheRuleTellsTheLength() throws Exception {
        assertThat(whole(item("- ", 1600), false)).isEqualTo(new Changelog.Notes(item("- ", 1600), 0));
    }
}
