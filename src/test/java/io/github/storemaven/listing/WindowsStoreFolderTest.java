package io.github.storemaven.listing;

import static io.github.storemaven.listing.StoreFolderFixture.english;
import static io.github.storemaven.listing.StoreFolderFixture.image;
import static io.github.storemaven.listing.StoreFolderFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.WindowsDisk;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store folder on a disk of Windows, as an editor there leaves it. Issue 10, point 4. */
class WindowsStoreFolderTest {
    private final WindowsDisk disk = new WindowsDisk();
    private StoreFolderFixture folder;

    @BeforeEach
    void make() {
        folder = new StoreFolderFixture(disk.path("C:\\work\\tide table\\src\\store"));
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @Test
    void caseLineEndsAndByteOrderMarksSayNothing() throws Exception {
        folder.text("Listings\\EN-US\\Description.txt", "\uFEFFHigh water.\r\nLow water.\r\n")
                .text("Listings\\EN-US\\features.TXT", "one\r\n\r\ntwo\r\n")
                .text("Listings\\EN-US\\Images\\screenshot\\01.txt", "The day\r\n")
                .picture("Listings\\EN-US\\Images\\screenshot\\01.PNG", "day")
                .text("Listings\\EN-US\\Thumbs.db", "")
                .text("desktop.ini", "");
        assertThat(folder.problems()).isEmpty();
        JsonObject listing = folder.read()
                .applyTo(english("{}"))
                .getJsonObject("listings")
                .getJsonObject("en-us")
                .getJsonObject("baseListing");
        assertThat(listing.getString("description")).isEqualTo("High water.\nLow water.");
        assertThat(listing.getJsonArray("features"))
                .isEqualTo(json("{'a':['one','two']}").getJsonArray("a"));
        assertThat(listing.getJsonArray("images").getJsonObject(0).getString("description"))
                .isEqualTo("The day");
        assertThat(folder.read().files()).containsOnlyKeys(image("day"));
    }

    @Test
    void pathsThatLeaveTheFolderAreRefused() throws Exception {
        Path secret = disk.file("C:\\Users\\me\\secret.txt", "x");
        folder.text("listings\\en-us\\title.txt", "x");
        Files.createSymbolicLink(folder.root().resolve("listings\\en-us\\description.txt"), secret);
        Files.createSymbolicLink(folder.root().resolve("listings\\de-de"), secret.getParent());
        assertThat(folder.problems())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("listings/de-de: leads out of the folder"))
                .anyMatch(line -> line.startsWith("listings/en-us/description.txt: leads out of the folder"));
    }

    @Test
    void whatWasPulledIsTheSameAfterAnEditorOfWindowsSavedIt() throws Exception {
        JsonObject document = english("{'description': 'a\\r\\nb', 'keywords': ['x', 'y'], 'title': 'T'}");
        assertThat(FolderWriter.writeApp(folder.root(), document, false).written())
                .hasSize(4);
        Path text = folder.root().resolve("LISTINGS\\en-us\\DESCRIPTION.txt");
        assertThat(Files.readString(text)).isEqualTo("a\nb\n");
        Files.writeString(text, "\uFEFFa\r\nb\r\n");
        PullReport again = FolderWriter.writeApp(folder.root(), document, false);
        assertThat(again.unchanged()).hasSize(4);
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    @Test
    void namesThatWindowsCannotHaveAreNoFolders() throws Exception {
        JsonObject document = json("{'listings': {'con': {'baseListing': {'title': 'x'}},"
                + "'C:\\\\evil': {'baseListing': {'title': 'x'}}, '..\\\\..': {'baseListing': {'title': 'x'}}}}");
        FolderWriter.writeApp(folder.root(), document, false);
        assertThat(folder.root().resolve("listings")).doesNotExist();
        assertThat(disk.path("C:\\evil")).doesNotExist();
        for (String id : new String[] {"con", "LPT1.x", "a:b", "a|b", "a\\b", "coins.", "coins ", "..", "a\"b"}) {
            assertThat(StoreFolder.addonDirectory(folder.root(), id)).as(id).isEmpty();
        }
        assertThat(StoreFolder.addonDirectory(folder.root(), "coins-100"))
                .contains(disk.path("C:\\work\\tide table\\src\\store\\addons\\coins-100"));
    }

    @Test
    void aLinkLeadsNoWritingElsewhere() throws Exception {
        Path elsewhere = Files.createDirectories(disk.path("C:\\elsewhere"));
        Files.createDirectories(folder.root());
        Files.createSymbolicLink(folder.root().resolve("listings"), elsewhere);
        assertThatThrownBy(() -> FolderWriter.writeApp(folder.root(), english("{'title': 'x'}"), true))
                .hasMessageContaining("leads out of the folder");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
