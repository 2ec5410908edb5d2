package io.github.storemaven.listing;

import static io.github.storemaven.listing.StoreFolderFixture.english;
import static io.github.storemaven.listing.StoreFolderFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.SymbolicLink;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFolderTextTest {
    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root);
    }

    private String applied(JsonObject document) throws Exception {
        return StoreFolderFixture.text(folder.read().applyTo(document));
    }

    @ParameterizedTest
    @EnumSource(ListingMember.class)
    void aFileFillsTheMemberOfItsName(ListingMember member) throws Exception {
        folder.text("listings/en-us/" + member.memberName() + ".txt", "one\ntwo\n");
        String value = member.isList() ? "['one', 'two']" : "'one\\ntwo'";
        assertThat(applied(json("{}")))
                .isEqualTo(english("{'" + member.memberName() + "': " + value + "}")
                        .toString());
    }

    @Test
    void theReferencesMembersAllHaveAFile() {
        assertThat(ListingMember.values()).hasSize(17);
        assertThat(ListingMember.values()).filteredOn(ListingMember::isList).hasSize(4);
    }

    @Test
    void whatHasNoFileIsLeftAsItIs() throws Exception {
        folder.text("listings/en-us/description.txt", "new");
        JsonObject document =
                json("{'id': '1', 'Price': 1.0, 'listings': {'de-de': {'baseListing': {'title': 'x'}}, 'en-us':"
                        + " {'baseListing': {'features': ['a'], 'description': 'old', 'title': null, 'x': [1.10]},"
                        + " 'platformOverrides': {}}}, 'later': {}}");
        assertThat(applied(document)).isEqualTo(document.toString().replace("old", "new"));
    }

    @Test
    void namesAreFoundInTheStoresCaseAndKeepIt() throws Exception {
        folder.text("listings/en-US/description.txt", "new").text("listings/DE-de/title.txt", "neu");
        JsonObject document = json("{'Listings': {'EN-us': {'BaseListing': {'Description': 'old'}}}}");
        assertThat(applied(document))
                .isEqualTo(json("{'Listings': {'EN-us': {'BaseListing': {'Description': 'new'}},"
                                + "'de-de': {'baseListing': {'title': 'neu'}}}}")
                        .toString());
    }

    @Test
    void aNewLanguageIsWrittenAsInTheReference() throws Exception {
        folder.text("listings/zh-hans/title.txt", "x");
        assertThat(applied(json("{'listings': null}")))
                .isEqualTo("{\"listings\":{\"zh-Hans\":{\"baseListing\":{\"title\":\"x\"}}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\nb\n", "a\r\nb\r\n", "a\rb", "\uFEFFa\nb\n"})
    void lineEndsAndTheLastNewlineAreNoChange(String written) throws Exception {
        folder.text("listings/en-us/description.txt", written);
        JsonObject document = english("{'description': 'a\\r\\nb\\r\\n'}");
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    @Test
    void moreBlankLinesAreAChange() throws Exception {
        folder.text("listings/en-us/description.txt", "a\n\n\n");
        assertThat(applied(english("{'description': 'a'}")))
                .isEqualTo(english("{'description': 'a\\n\\n'}").toString());
    }

    @Test
    void newTextsHaveLineFeedsAndNoLastNewline() throws Exception {
        folder.text("listings/en-us/description.txt", "\uFEFFa\r\n\r\nb\r\n");
        assertThat(applied(english("{}")))
                .isEqualTo(english("{'description': 'a\\n\\nb'}").toString());
    }

    @Test
    void anEmptyFileClearsItsMember() throws Exception {
        folder.text("listings/en-us/description.txt", "").text("listings/en-us/features.txt", "\n\n");
        assertThat(applied(english("{'description': 'a', 'features': ['b']}")))
                .isEqualTo(english("{'description': '', 'features': []}").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'description': null, 'features': null}", "{'description': '', 'features': []}"})
    void anEmptyFileChangesNothingThatIsEmpty(String listing) throws Exception {
        folder.text("listings/en-us/description.txt", "").text("listings/en-us/features.txt", "");
        folder.text("listings/fr-fr/title.txt", "");
        JsonObject document = english(listing);
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    @Test
    void aListIsOneItemALineWithoutBlankLines() throws Exception {
        folder.text("listings/en-us/features.txt", "one\r\n\r\n two \n   \nthree");
        assertThat(applied(english("{'features': 'was a text'}")))
                .isEqualTo(english("{'features': ['one', ' two ', 'three']}").toString());
    }

    @Test
    void aListThatSaysTheSameIsNoChange() throws Exception {
        folder.text("listings/en-us/keywords.txt", "a\r\nb\r\n");
        JsonObject document = english("{'keywords': ['a', 'b']}");
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    @Test
    void namesOfFilesMayHaveAnyCase() throws Exception {
        folder.text("Listings/en-us/Description.TXT", "a");
        assertThat(applied(json("{}")))
                .isEqualTo(english("{'description': 'a'}").toString());
    }

    @Test
    void textsComeFromTheSourceOfTexts() throws Exception {
        folder.text("listings/en-us/title.txt", "${name}");
        StoreFolder read = Folders.app(folder.root(), (text, problems) -> "filtered " + text);
        assertThat(read.applyTo(json("{}")).toString()).contains("filtered ${name}");
    }

    @Test
    void theOriginOfAPathIsItsFile() throws Exception {
        folder.text("listings/de-DE/title.txt", "a").picture("listings/de-DE/images/Icon/a.png", "a");
        StoreFolder read = folder.read();
        assertThat(read.origin("/listings/DE-de/BaseListing/title")).contains(path("listings/de-DE/title.txt"));
        assertThat(read.origin("/listings/de-de/baseListing/images/0/fileName"))
                .contains(path("listings/de-DE/images"));
        assertThat(read.origin("/listings/de-de")).isEmpty();
    }

    private Path path(String name) {
        return folder.root().resolve(name);
    }

    @Test
    void aMissingFolderAsksForNothing() throws Exception {
        StoreFolder none = Folders.app(folder.root().resolve("missing"), TextSource.asWritten());
        JsonObject document = english("{'title': 'a'}");
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.files()).isEmpty();
        assertThat(none.applyTo(document)).isSameAs(document);
    }

    @Test
    void whatIsNotOursMayStandBesideIt() throws Exception {
        folder.text("submission.json", "{")
                .text("shots/main.png", "")
                .text("addons/x/junk", "")
                .text("document.json", "");
        folder.text("listings/.gitkeep", "")
                .text("listings/en-us/Thumbs.db", "")
                .text("listings/.DS_Store", "");
        assertThat(folder.read().isEmpty()).isTrue();
    }

    @Test
    void aFolderMayBeALinkItself() throws Exception {
        folder.text("real/listings/en-us/title.txt", "a");
        Path link = SymbolicLink.create(path("link"), path("real"));
        assertThat(Folders.app(link, TextSource.asWritten()).isEmpty()).isFalse();
    }

    @Test
    void aTextOfTheStoreIsKeptByteForByte() throws Exception {
        String text = "Zeile 1\u2028\r\n\u00e4\ud83d\ude00\t";
        folder.bytes("listings/en-us/description.txt", text.getBytes(StandardCharsets.UTF_8));
        assertThat(folder.read().applyTo(json("{}")).toString()).contains("Zeile 1\u2028\\n\u00e4\ud83d\ude00\\t");
    }
}
