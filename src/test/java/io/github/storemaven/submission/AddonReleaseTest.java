package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.testing.ZipBuilder;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submissions of add-ons, new and published (reference, sections 6.5, 6.9 and 9.2). */
class AddonReleaseTest extends AbstractReleaseTest {
    private static final String NEW = "9NADDONNEW01";
    private static final String OLD = "9NADDONOLD01";
    private static final String COMPLETE = """
        {'contentType':'OnlineDownload','lifetime':'Forever','pricing':{'priceId':'Tier2'},
         'listings':{'en-us':{'title':'Tides of a year','description':'A year in advance'%s}}}\
        """;
    private static final String ICON = ",'icon':{'fileName':'icon.png','fileStatus':'PendingUpload'}";

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder());
        fixture.store.add(AddonSeed.unpublished(NEW, "year", APP));
        fixture.store.add(AddonSeed.published(OLD, "decade", APP));
        fixture.product = new Product.Addon(NEW);
    }

    @Test
    void aBlankDraftIsFilledFromTheSubmissionFile() throws Exception {
        fixture.patch = json(COMPLETE.formatted(""));

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        JsonObject published = fixture.store.published(NEW).orElseThrow();
        assertThat(published.getString("contentType")).isEqualTo("OnlineDownload");
        assertThat(published.getJsonObject("pricing").getString("priceId")).isEqualTo("Tier2");
        assertThat(fixture.log).contains("No file to upload");
    }

    @Test
    void aBlankDraftThatStaysBlankIsRefusedByTheStoreAndDeletedAgain() {
        fixture.patch = json("{'listings':{'en-us':{'title':'Tides of a year'}}}");

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("contentType")
                .hasMessageContaining("https://partner.microsoft.com/");
        assertThat(fixture.store.pending(NEW)).isEmpty();
    }

    @Test
    void anIconIsFoundBesideTheSubmissionFileAndGoesIntoTheZip() throws Exception {
        Files.write(folder.resolve("icon.png"), picture());
        fixture.patch = json(COMPLETE.formatted(ICON));

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(icon(NEW).getString("fileStatus")).isEqualTo("Uploaded");
        assertThat(fixture.requests())
                .anyMatch(request -> request.query() != null && request.query().contains("comp=block"));
    }

    @Test
    void aReadyArchiveIsSentAsItIs() throws Exception {
        fixture.archive = Optional.of(zip("icon.png"));
        fixture.patch = json(COMPLETE.formatted(ICON));

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(icon(NEW).getString("fileName")).isEqualTo("icon.png");
    }

    @Test
    void aDraftOfSomebodyElseIsGoneOnWithWhenTheReadyArchiveHoldsItsFiles() throws Exception {
        fixture.archive = Optional.of(zip("icon.png"));
        fixture.patch = json(COMPLETE.formatted(ICON));
        fixture.commit = false;
        String draft = fixture.run().submissionId();
        fixture.commit = true;
        fixture.onPending = OnPending.RESUME;

        assertThat(fixture.run().submissionId()).isEqualTo(draft);
    }

    @Test
    void nothingIsUploadedWhenTheReadyArchiveLacksAFileOfTheDraft() throws Exception {
        fixture.archive = Optional.of(zip("other.png"));
        fixture.patch = json(COMPLETE.formatted(ICON));

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("files that are not there: icon.png");
        assertThat(fixture.requests())
                .noneMatch(request -> request.query() != null && request.query().contains("comp="));
    }

    @Test
    void aPublishedAddonKeepsItsIconAndAllElse() throws Exception {
        fixture.product = new Product.Addon(OLD);
        JsonObject before = fixture.store.published(OLD).orElseThrow();
        fixture.patch = json("{'tag':'autumn'}");
        fixture.run();

        JsonObject after = fixture.store.published(OLD).orElseThrow();
        assertThat(Difference.between(before, after)).extracting(Change::path).containsExactly("/tag");
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        fixture.patch = json(COMPLETE.formatted(""));
        fixture.run();

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
        assertThat(fixture.store.pending(NEW)).isEmpty();
    }

    private JsonObject icon(String addon) {
        return fixture.store
                .published(addon)
                .orElseThrow()
                .getJsonObject("listings")
                .getJsonObject("en-us")
                .getJsonObject("icon");
    }

    private Path zip(String name) throws Exception {
        return Files.write(
                folder.resolve("ready.zip"),
                ZipBuilder.deflated().with(name, picture()).bytes());
    }

    private static byte[] picture() throws Exception {
        var image = new java.awt.image.BufferedImage(300, 300, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
