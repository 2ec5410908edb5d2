package io.github.storemaven.listing;

import static io.github.storemaven.listing.StoreFolderFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFolderTrailersTest {
    private static final String OTHER =
            "{'id': '5', 'videoFileName': 'Trailers\\\\Old.mp4', 'videoFileId': '6', 'trailerAssets': {'en-us': {'title':"
                    + " 'Old', 'imageList': [{'fileName': 'Trailers\\\\Old.png', 'id': '7', 'description': ''}]}}}";

    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root);
    }

    private StoreFolderFixture intro() {
        folder.text("trailers/intro/video.MP4", "moving").text("trailers/intro/en-US.txt", "Intro\n");
        return folder.picture("trailers/intro/en-us.png", "still");
    }

    private static String video(String content, String extension) {
        return "trailers/" + StoreFolderFixture.digest(content.getBytes(StandardCharsets.UTF_8)) + extension;
    }

    private static String still(String content) {
        return "trailers/" + StoreFolderFixture.digest(StoreFolderFixture.png(content)) + ".png";
    }

    private static String stored(String title, String still, String ids) {
        return ("{'id': '1', 'videoFileName': '%s', 'videoFileId': '2', 'trailerAssets': {'EN-us': {'title': '%s',"
                        + " 'imageList': [{'fileName': '%s', %s}]}}}")
                .formatted(video("moving", ".mp4"), title, still, ids);
    }

    private String applied(String trailers) throws Exception {
        JsonObject wanted = folder.read().applyTo(json("{'a': 1, 'trailers': " + trailers + ", 'z': 2}"));
        assertThat(folder.read().applyTo(wanted)).as("applied twice").isSameAs(wanted);
        return wanted.toString();
    }

    private static String document(String... trailers) {
        return json("{'a': 1, 'trailers': [" + String.join(",", trailers) + "], 'z': 2}")
                .toString();
    }

    @Test
    void aNewTrailerHasNoIdsAndNamesByContent() throws Exception {
        intro();
        String added =
                "{'videoFileName': '%s', 'trailerAssets': {'en-us': {'title': 'Intro', 'imageList': [{'fileName': '%s', 'description': ''}]}}}"
                        .formatted(video("moving", ".mp4"), still("still"));
        assertThat(applied("null")).isEqualTo(document(added));
        assertThat(applied("[" + OTHER + "]")).isEqualTo(document(OTHER, added));
        assertThat(folder.read().files()).containsOnlyKeys(video("moving", ".mp4"), still("still"));
        assertThat(folder.read().files().get(video("moving", ".mp4")).file())
                .isEqualTo(folder.root().resolve("trailers/intro/video.MP4"));
        assertThat(folder.read().origin("/trailers/0/videoFileName"))
                .contains(folder.root().resolve("trailers"));
    }

    @Test
    void aTrailerThatIsThereStaysWithItsIdsInItsPlace() throws Exception {
        intro();
        String same = stored("Intro", still("still"), "'id': '3', 'description': 'x'");
        JsonObject document = json(document(same, OTHER));
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    @Test
    void aTitleAndAThumbnailChangeOnTheTrailerThatStays() throws Exception {
        intro();
        assertThat(applied("[" + stored("Was", "trailers/was.png", "'id': '3'") + "]"))
                .isEqualTo(document(stored("Intro", still("still"), "'description': ''")));
    }

    @Test
    void theFolderIsTheWholeTruthAboutTheLanguagesOfItsTrailer() throws Exception {
        intro().text("trailers/intro/de-de.txt", "Vorspann").picture("trailers/intro/de-de.png", "still");
        String before =
                stored("Intro", still("still"), "'id': '3'").replace("'EN-us'", "'fr-fr': {'title': 'x'}, 'EN-us'");
        String after = applied("[" + before + "]");
        assertThat(json(after.replace('"', '\''))
                        .getJsonArray("trailers")
                        .getJsonObject(0)
                        .getJsonObject("trailerAssets"))
                .containsOnlyKeys("EN-us", "de-de");
        assertThat(after).contains("\"id\":\"3\"", "Vorspann");
    }

    @Test
    void aTrailerWithoutAFolderStays() throws Exception {
        JsonObject document = json(document(OTHER));
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    @Test
    void aTrailerThatIsNamedInTheListGoes() throws Exception {
        intro().text("trailers/remove.txt", "trailers/old.MP4\nnever-there.mp4\n");
        String same = stored("Intro", still("still"), "'id': '3'");
        assertThat(applied("[" + OTHER + "," + same + "]")).isEqualTo(document(same));
    }

    @Test
    void noneRemovesAll() throws Exception {
        folder.text("trailers/none", "");
        assertThat(applied("[" + OTHER + "," + stored("a", "b", "'id': '3'") + "]"))
                .isEqualTo(document());
        JsonObject without = json("{'trailers': null}");
        assertThat(folder.read().applyTo(without)).isSameAs(without);
    }

    @Test
    void whatIsNotWholeIsAProblem() throws Exception {
        folder.text("trailers/a/x.avi", "").text("trailers/b/readme.md", "");
        folder.text("trailers/c/x.mp4", "1").text("trailers/c/y.mov", "2").text("trailers/c/de-de.txt", "x");
        folder.picture("trailers/d/de-de.png", "1")
                .text("trailers/d/en_us.txt", "")
                .text("trailers/stray.mp4", "");
        folder.text("trailers/e/x.mp4", "3");
        assertThat(folder.problems())
                .containsExactly(
                        "trailers/a/x.avi: does not belong here; move or delete it. Allowed: one video (.mp4 or .mov), <language>.txt, <language>.png",
                        "trailers/b/readme.md: does not belong here; move or delete it. Allowed: one video (.mp4 or .mov), <language>.txt,"
                                + " <language>.png",
                        "trailers/c: a trailer is exactly one video (.mp4 or .mov), and this folder has 2",
                        "trailers/c/de-de.txt: a title without its thumbnail de-de.png",
                        "trailers/d/en_us.txt: the Store has no language en_us; did you mean en-us?",
                        "trailers/e: a trailer has a title <language>.txt and a thumbnail <language>.png",
                        "trailers/stray.mp4: does not belong here; move or delete it. Allowed: a folder for each trailer, remove.txt, none");
    }

    @Test
    void aThumbnailWithoutATitleIsAProblem() throws Exception {
        folder.text("trailers/c/x.mp4", "1").picture("trailers/c/de-de.png", "x");
        assertThat(folder.problems()).containsExactly("trailers/c/de-de.png: a thumbnail without its title de-de.txt");
    }

    @Test
    void twoSourcesForOneTrailerAreAProblem() throws Exception {
        intro().text("trailers/more/v.mp4", "moving").text("trailers/more/en-us.txt", "x");
        folder.picture("trailers/more/en-us.png", "x").text("trailers/remove.txt", video("moving", ".mp4"));
        folder.text("trailers/none", "");
        assertThat(folder.problems())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("trailers: contains trailers and a file none"))
                .contains("trailers/more/v.mp4: this is the same video as intro/video.MP4")
                .anyMatch(line -> line.startsWith("trailers/remove.txt: removes the video of "));
    }

    @Test
    void theSamePictureMayStandForSeveralLanguages() throws Exception {
        intro().text("trailers/intro/de-de.txt", "x").picture("trailers/intro/de-de.png", "still");
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.read().files()).hasSize(2);
    }
}
