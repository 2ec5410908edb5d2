package io.github.storemaven.listing;

import static io.github.storemaven.listing.StoreFolderFixture.english;
import static io.github.storemaven.listing.StoreFolderFixture.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ImageType;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFolderImagesTest {
    private static final String SHOTS = "listings/en-us/images/Screenshot/";

    private StoreFolderFixture folder;

    @BeforeEach
    void make(@TempDir Path root) {
        folder = new StoreFolderFixture(root);
    }

    /** The folder's wish for the listing with these images, and a second time for what came of it. */
    private String applied(String images) throws Exception {
        JsonObject wanted = folder.read().applyTo(english("{'images': [" + images + "]}"));
        assertThat(folder.read().applyTo(wanted)).as("applied twice").isSameAs(wanted);
        return wanted.toString();
    }

    private static String listing(String... images) {
        return english("{'images': [" + String.join(",", images) + "]}").toString();
    }

    private static String entry(String status, String id, String fileName, String caption) {
        return "{'fileName': '%s', 'fileStatus': '%s', 'id': '%s', 'description': '%s', 'imageType': 'Screenshot'}"
                .formatted(fileName, status, id, caption);
    }

    private static String fresh(String type, String content, String caption) {
        return "{'fileName': '%s', 'fileStatus': 'PendingUpload', 'imageType': '%s', 'description': '%s'}"
                .formatted(image(content), type, caption);
    }

    @Test
    void newPicturesAreEntriesInOrderOfName() throws Exception {
        folder.picture(SHOTS + "02.png", "second").picture(SHOTS + "01-a.PNG", "first");
        folder.text(SHOTS + "02.txt", "Its caption\n");
        assertThat(applied(""))
                .isEqualTo(listing(fresh("Screenshot", "first", ""), fresh("Screenshot", "second", "Its caption")));
    }

    @Test
    void theUploadHasEachPictureOnceUnderANameByItsContent() throws Exception {
        folder.picture(SHOTS + "01.png", "same").picture("listings/de-de/images/Screenshot/x.png", "same");
        folder.picture("listings/de-de/images/Icon/x.png", "other");
        assertThat(folder.read().files()).containsOnlyKeys(image("same"), image("other"));
        assertThat(image("same")).matches("images/[0-9a-f]{32}\\.png");
        assertThat(folder.read().files().get(image("other")).file())
                .isEqualTo(folder.root().resolve("listings/de-de/images/Icon/x.png"));
    }

    @Test
    void aPictureThatIsThereStaysWithItsIdAndMoves() throws Exception {
        folder.picture(SHOTS + "01.png", "b").picture(SHOTS + "02.png", "new").picture(SHOTS + "03.png", "a");
        String a = entry("Uploaded", "1", image("a"), "cap a");
        String b = entry("Uploaded", "2", image("b").replace('/', '\\').replace("\\", "\\\\"), "cap b");
        assertThat(applied(a + "," + b)).isEqualTo(listing(b, fresh("Screenshot", "new", ""), a));
    }

    @Test
    void aCaptionChangesOnTheEntryThatStays() throws Exception {
        folder.picture(SHOTS + "01.png", "a").text(SHOTS + "01.txt", "new caption");
        folder.picture(SHOTS + "02.png", "b").text(SHOTS + "02.txt", "");
        folder.picture(SHOTS + "03.png", "c").text(SHOTS + "03.txt", "same\r\n");
        String c = entry("Uploaded", "3", image("c"), "same\\n");
        assertThat(applied(entry("Uploaded", "1", image("a"), "x") + "," + entry("Uploaded", "2", image("b"), "y") + ","
                        + c))
                .isEqualTo(listing(
                        entry("Uploaded", "1", image("a"), "new caption"), entry("Uploaded", "2", image("b"), ""), c));
    }

    @Test
    void whatTheFolderDoesNotHaveIsDeleted() throws Exception {
        folder.picture(SHOTS + "01.png", "a");
        assertThat(applied(entry("Uploaded", "7", "shots/main.png", "x")))
                .isEqualTo(listing(fresh("Screenshot", "a", ""), entry("PendingDelete", "7", "shots/main.png", "x")));
    }

    @Test
    void otherTypesStayInTheirPlaces() throws Exception {
        folder.picture(SHOTS + "01.png", "a").picture(SHOTS + "02.png", "b");
        folder.picture("listings/en-us/images/Icon/i.png", "i");
        String box = "{'imageType': 'StoreLogoSquare', 'id': '9', 'fileName': 'box.png'}";
        String strange = "{'imageType': 'Later', 'id': '10'}";
        String a = entry("Uploaded", "1", image("a"), "");
        String b = entry("Uploaded", "2", image("b"), "");
        assertThat(applied(String.join(",", box, b, strange, a)))
                .isEqualTo(listing(box, a, strange, b, fresh("Icon", "i", "")));
    }

    @Test
    void noneRemovesAllOfTheType() throws Exception {
        folder.text(SHOTS + "none", "");
        String icon = "{'imageType': 'Icon', 'id': '9', 'fileName': 'i.png', 'fileStatus': 'Uploaded'}";
        assertThat(applied(entry("Uploaded", "1", image("a"), "") + "," + icon))
                .isEqualTo(listing(entry("PendingDelete", "1", image("a"), ""), icon));
        assertThat(folder.read().isEmpty()).isFalse();
    }

    @Test
    void noneChangesNothingWhereNothingIs() throws Exception {
        folder.text(SHOTS + "none", "").text("listings/de-de/images/Icon/none", "");
        JsonObject document = english("{'images': null}");
        assertThat(folder.read().applyTo(document)).isSameAs(document);
    }

    /** Going on with a draft (design, section 2); that an upload cannot become a deletion is reported, not documented. */
    @Test
    void aDraftsPendingUploadsStayOnceOrGo() throws Exception {
        folder.picture(SHOTS + "01.png", "a").picture(SHOTS + "02.png", "b");
        String wantedStill = entry("PendingUpload", "", image("a"), "");
        String twice = entry("PendingUpload", "", image("b"), "");
        String stored = entry("Uploaded", "5", image("b"), "");
        String notAnyMore = entry("PendingUpload", "", image("z"), "");
        String goes = entry("PendingDelete", "6", "old.png", "");
        assertThat(applied(String.join(",", notAnyMore, twice, goes, wantedStill, stored)))
                .isEqualTo(listing(wantedStill, stored, goes));
    }

    @Test
    void aPictureThatIsOnItsWayOutIsSentAgain() throws Exception {
        folder.picture(SHOTS + "01.png", "a");
        String goes = entry("PendingDelete", "6", image("a"), "");
        assertThat(applied(goes)).isEqualTo(listing(fresh("Screenshot", "a", ""), goes));
    }

    @Test
    void thePictureOfAnotherTypeIsAnotherEntry() throws Exception {
        folder.picture("listings/en-us/images/xboxscreenshot/01.png", "a");
        String shot = entry("Uploaded", "1", image("a"), "");
        assertThat(applied(shot)).isEqualTo(listing(shot, fresh("XboxScreenshot", "a", "")));
    }

    @Test
    void newTypesComeInTheOrderOfTheReference() throws Exception {
        for (String type : ImageType.folderNames()) {
            folder.picture("listings/en-us/images/" + type + "/1.png", type);
        }
        String[] all = ImageType.folderNames().stream()
                .map(type -> fresh(type, type, ""))
                .toArray(String[]::new);
        assertThat(applied("")).isEqualTo(listing(all));
    }
}
