package io.github.storemaven.listing;

import static io.github.storemaven.listing.StoreFolderFixture.image;
import static io.github.storemaven.listing.StoreFolderFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddonFolderTest {
    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root);
    }

    private StoreFolder read() throws Exception {
        return Folders.addon(folder.root(), TextSource.asWritten());
    }

    private String applied(JsonObject document) throws Exception {
        JsonObject wanted = read().applyTo(document);
        assertThat(read().applyTo(wanted)).as("applied twice").isSameAs(wanted);
        return wanted.toString();
    }

    @Test
    void textsAndIconFillTheListing() throws Exception {
        folder.text("listings/de-de/title.txt", "Alles\n").text("listings/de-de/description.txt", "Mehr davon\r\n");
        folder.picture("listings/de-de/icon.png", "a");
        assertThat(applied(json("{'id': '1', 'listings': {}, 'tag': ''}")))
                .isEqualTo(json(
                                "{'id': '1', 'listings': {'de-de': {'description': 'Mehr davon', 'title': 'Alles', 'icon':"
                                        + " {'fileName': '%s', 'fileStatus': 'PendingUpload'}}}, 'tag': ''}",
                                image("a"))
                        .toString());
        assertThat(read().files()).containsOnlyKeys(image("a"));
    }

    @Test
    void anIconThatIsThereStays() throws Exception {
        folder.picture("listings/de-de/icon.png", "a").text("listings/de-de/title.txt", "T");
        JsonObject document = json(
                "{'listings': {'DE-de': {'Title': 'T', 'Icon': {'fileName': '%s', 'fileStatus': 'Uploaded'}}}}",
                image("a"));
        assertThat(read().applyTo(document)).isSameAs(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'fileName': 'old.png', 'fileStatus': 'Uploaded'",
                "'fileName': '%s', 'fileStatus': 'PendingDelete'"
            })
    void anotherIconIsReplacedInItsPlace(String icon) throws Exception {
        folder.picture("listings/de-de/icon.png", "a");
        String document = "{'listings': {'de-de': {'icon': {" + icon + "}, 'title': 'T'}}}";
        assertThat(applied(json(document, image("a"))))
                .isEqualTo(json(
                                "{'listings': {'de-de': {'icon': {'fileName': '%s', 'fileStatus': 'PendingUpload'}, 'title':"
                                        + " 'T'}}}",
                                image("a"))
                        .toString());
    }

    @Test
    void itsJsonFilesAreNamedButNotRead() throws Exception {
        folder.text("addon.json", "{").text("submission.json", "{").text("icons/x.png", "");
        assertThat(read().createRequest()).contains(folder.root().resolve("addon.json"));
        assertThat(read().isEmpty()).isTrue();
    }

    @Test
    void aMissingFolderAsksForNothing() throws Exception {
        StoreFolder none = Folders.addon(folder.root().resolve("missing"), TextSource.asWritten());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.createRequest()).isEmpty();
    }

    @Test
    void theOriginOfAPathIsItsFile() throws Exception {
        folder.text("listings/de-de/title.txt", "T").picture("listings/de-de/icon.png", "a");
        assertThat(read().origin("/listings/de-DE/title"))
                .contains(folder.root().resolve("listings/de-de/title.txt"));
        assertThat(read().origin("/listings/de-de/icon/fileName"))
                .contains(folder.root().resolve("listings/de-de/icon.png"));
        assertThat(read().origin("/listings/de-de/description")).isEmpty();
    }

    @Test
    void whatAppsHaveAloneIsUnknown() throws Exception {
        folder.text("listings/de-de/features.txt", "x")
                .text("listings/de-de/icon.pgn", "x")
                .text("adon.json", "{}");
        folder.picture("listings/de-de/images/Icon/1.png", "x").text("listings/fr-fr/icon.png", "no picture");
        InvalidListingException problems = catchThrowableOfType(InvalidListingException.class, this::read);
        assertThat(folder.relative(problems))
                .containsExactly(
                        "adon.json: does not belong here; did you mean addon.json?",
                        "listings/de-de/features.txt: does not belong here; move or delete it. Allowed: description.txt, icon.png, title.txt",
                        "listings/de-de/icon.pgn: does not belong here; did you mean icon.png?",
                        "listings/de-de/images: does not belong here; move or delete it. Allowed: description.txt, icon.png, title.txt",
                        "listings/fr-fr/icon.png: this is not a PNG, whatever its name; convert it to PNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tide-premium", "com.example.coins_100", "A b", "x..y"})
    void aProductIdNamesItsFolder(String productId) {
        assertThat(StoreFolder.addonDirectory(folder.root(), productId))
                .contains(folder.root().resolve("addons").resolve(productId));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "a/b", "a\\b", "../x", "x.", "x ", "nul", "COM1.x", "a:b", "a|b", "a\"b", ".x", "a\n"
            })
    void aProductIdThatMakesNoFolderNameHasNone(String productId) {
        assertThat(StoreFolder.addonDirectory(folder.root(), productId)).isEmpty();
    }
}
