package io.github.storemaven.listing;

import static io.github.storemaven.listing.StoreFolderFixture.english;
import static io.github.storemaven.listing.StoreFolderFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.listing.PullReport.StoreImages;
import io.github.storemaven.testing.SymbolicLink;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWriterTest {
    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root.resolve("src/store"));
    }

    private PullReport write(JsonObject document) throws IOException {
        return FolderWriter.writeApp(folder.root(), document, false);
    }

    private List<String> names(List<Path> files) {
        return files.stream()
                .map(file -> folder.root().relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.root().resolve(name));
    }

    @Test
    void eachTextAndListGetsItsFile() throws Exception {
        PullReport report = write(english("{'description': 'a\\r\\nb', 'features': ['x', 'y'], 'title': 'T'}"));
        assertThat(names(report.written()))
                .containsExactly(
                        "listings/en-us/description.txt",
                        "listings/en-us/features.txt",
                        "listings/en-us/title.txt",
                        "submission.json");
        assertThat(read("listings/en-us/description.txt")).isEqualTo("a\nb\n");
        assertThat(read("listings/en-us/features.txt")).isEqualTo("x\ny\n");
        assertThat(read("submission.json")).isEqualTo("{\n}\n");
    }

    @Test
    void emptyMembersGetNoFile() throws Exception {
        write(english("{'description': '', 'features': [], 'title': null, 'keywords': ['k']}"));
        try (Stream<Path> files = Files.list(folder.root().resolve("listings/en-us"))) {
            assertThat(files).extracting(Path::getFileName).containsExactly(Path.of("keywords.txt"));
        }
    }

    @Test
    void whatNoFileCanSayGoesToTheSubmissionFile() throws Exception {
        write(english(
                "{'features': ['a\\nb', 'c'], 'keywords': ['', 'd'], 'minimumHardware': 'a text', 'title': '\\ufeffx',"
                        + "'description': 'in a file', 'later': 1.10}"));
        assertThat(json(read("submission.json")))
                .isEqualTo(english("{'features': ['a\\nb', 'c'], 'keywords': ['', 'd'], 'minimumHardware': 'a text',"
                        + "'title': '\\ufeffx', 'later': 1.10}"));
        assertThat(read("submission.json")).contains("1.10");
    }

    @Test
    void whatSaysNothingIsNotInTheSubmissionFile() throws Exception {
        write(
                json(
                        "{'pricing': {'priceId': 'Free', 'marketSpecificPricings': {}}, 'gamingOptions': [],"
                                + "'targetPublishDate': '1601-01-01T00:00:00Z', 'notesForCertification': '', 'isGameDvrEnabled': false}"));
        assertThat(json(read("submission.json")))
                .isEqualTo(json("{'pricing': {'priceId': 'Free'}, 'isGameDvrEnabled': false}"));
    }

    @Test
    void aLanguageThatIsNoFolderNameGoesToTheSubmissionFile() throws Exception {
        JsonObject document = json("{'listings': {'../../evil': {'baseListing': {'title': 'x'}}}}");
        write(document);
        assertThat(json(read("submission.json"))).isEqualTo(document);
        assertThat(folder.root().resolve("listings")).doesNotExist();
    }

    @Test
    void writingTwiceChangesNothing() throws Exception {
        JsonObject document = english("{'description': 'a', 'keywords': ['x', 'y'], 'images': []}");
        write(document);
        folder.text("listings/en-us/keywords.txt", "x\r\n\r\ny");
        folder.text("listings/en-us/description.txt", "\uFEFFa\r\n").text("submission.json", "{ }");
        PullReport again = write(document);
        assertThat(again.written()).isEmpty();
        assertThat(again.refused()).isEmpty();
        assertThat(names(again.unchanged()))
                .containsExactly("listings/en-us/keywords.txt", "listings/en-us/description.txt", "submission.json");
    }

    @Test
    void aLanguageThatTheStoreHasNotStays() throws Exception {
        folder.text("listings/fr-fr/title.txt", "Marées").text("listings/EN-us/title.txt", "Tides");
        PullReport report = FolderWriter.writeApp(folder.root(), english("{'title': 'Tides'}"), true);
        assertThat(names(report.kept())).containsExactly("listings/fr-fr");
        assertThat(folder.read().origin("/listings/fr-fr/baseListing/title")).isPresent();
    }

    @Test
    void nothingThatDiffersIsOverwrittenUnlessTold() throws Exception {
        folder.text("listings/EN-us/Description.txt", "mine").text("submission.json", "{'broken");
        folder.text("listings/EN-us/title.txt", "mine too").text("listings/EN-us/features.txt", "");
        JsonObject document = english("{'description': 'theirs', 'title': ''}");
        PullReport report = write(document);
        List<String> differing =
                List.of("listings/EN-us/Description.txt", "listings/EN-us/title.txt", "submission.json");
        assertThat(names(report.refused())).isEqualTo(differing);
        assertThat(names(report.unchanged())).containsExactly("listings/EN-us/features.txt");
        assertThat(read("listings/EN-us/Description.txt")).isEqualTo("mine");

        PullReport told = FolderWriter.writeApp(folder.root(), document, true);
        assertThat(names(told.written())).containsExactly("listings/EN-us/Description.txt", "submission.json");
        assertThat(names(told.removed())).containsExactly("listings/EN-us/title.txt");
        assertThat(told.refused()).isEmpty();
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    /** A run that stops in between leaves the old file, not the first half of the new one. */
    @Test
    void aFileIsWrittenBesideItsPlaceAndMovedThere() throws Exception {
        folder.text("listings/en-us/title.txt", "mine");
        Path title = folder.root().resolve("listings/en-us/title.txt");
        Path before = Files.createLink(folder.root().resolve(".before"), title);

        FolderWriter.writeApp(folder.root(), english("{'title': 'theirs'}"), true);

        assertThat(title).hasContent("theirs");
        assertThat(before).hasContent("mine");
        try (Stream<Path> files = Files.list(title.getParent())) {
            assertThat(files).containsExactly(title);
        }
    }

    @Test
    void aLinkWithinTheFolderStaysOne() throws Exception {
        folder.text("shared/title.txt", "mine").text("listings/en-us/features.txt", "x");
        Path title = folder.root().resolve("listings/en-us/title.txt");
        SymbolicLink.create(title, Path.of("../../shared/title.txt"));

        FolderWriter.writeApp(folder.root(), english("{'title': 'theirs', 'features': ['x']}"), true);

        assertThat(title).isSymbolicLink();
        assertThat(read("shared/title.txt")).isEqualTo("theirs\n");
    }

    @Test
    void imagesAreListedAndNotWritten() throws Exception {
        PullReport report = write(StoreFolderFixture.document("app.json"));
        assertThat(report.images())
                .containsExactly(
                        new StoreImages("nb-NO", "Screenshot", List.of("shots/main.png", "shots/week.png")),
                        new StoreImages("nb-NO", "StoreLogoSquare", List.of("box.png")),
                        new StoreImages("", "trailers", List.of("trailers/intro.mp4")));
        assertThat(names(report.written())).noneMatch(name -> name.contains("images") || name.contains("trailers"));
        assertThat(read("submission.json")).doesNotContain("SECRET", ".png", ".msix");
    }

    @Test
    void noLinkLeadsTheWritingElsewhere(@TempDir Path elsewhere) throws Exception {
        Files.createDirectories(folder.root());
        SymbolicLink.create(folder.root().resolve("listings"), elsewhere);
        assertThatThrownBy(() -> write(english("{'title': 'x'}")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the folder");
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(folder.root().resolve("listings"));
        SymbolicLink.create(folder.root().resolve("submission.json"), elsewhere.resolve("new.json"));
        assertThatThrownBy(() -> FolderWriter.writeApp(folder.root(), english("{'title': 'x'}"), true))
                .isInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void anAddonsRequestIsWrittenToo() throws Exception {
        JsonObject request = json("{'applicationIds': ['9P'], 'productId': 'x', 'productType': 'Durable'}");
        PullReport report = FolderWriter.writeAddon(
                folder.root(), folder.root(), StoreFolderFixture.document("addon.json"), request, false);
        assertThat(names(report.written()))
                .containsExactly(
                        "addon.json", "listings/nb-no/title.txt", "listings/nb-no/description.txt", "submission.json");
        assertThat(json(read("addon.json"))).isEqualTo(request);
        assertThat(report.images()).containsExactly(new StoreImages("nb-no", "icon", List.of("icon.png")));
    }
}
