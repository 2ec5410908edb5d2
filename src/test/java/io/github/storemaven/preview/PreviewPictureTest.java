package io.github.storemaven.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.testing.HeadlessBrowser;
import io.github.storemaven.testing.MsixBuilder;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of what customers will see as a browser lays it out; pictures are left in target for a person to look at. */
@Tag("browser")
class PreviewPictureTest {
    private static final Path SHOTS = Path.of("src/it/sample-app/src/store/listings/en-us/images");

    @TempDir
    Path folder;

    private Path pages;

    @BeforeEach
    void write() throws Exception {
        Path tide = folder.resolve("tide-table-1.4.0.msix");
        MsixBuilder.app()
                .version("1.4.0.0")
                .displayName("Tide Table")
                .publisherDisplayName("Example Harbour")
                .languages("en-us", "de-de", "fi-fi", "ar-sa")
                .write(tide);
        PreviewFixture fixture = new PreviewFixture(folder)
                .document(text("published.json"))
                .published()
                .with(text("changes.json"))
                .packaged("tide-table-1.4.0.msix", new PackageReader().read(tide))
                .findings(findings());
        for (String shot : List.of("01-day", "02-week", "03-weekend", "04-fortnight")) {
            fixture.file(
                    shot + ".png", SHOTS.resolve("Screenshot/" + shot + ".png").toAbsolutePath());
        }
        fixture.file("icon.png", SHOTS.resolve("Icon/icon.png").toAbsolutePath());
        fixture.file("art.png", drawn("art.png"));
        fixture.file("trailer.png", drawn("trailer.png"));
        pages = fixture.write();
    }

    private String text(String name) throws IOException {
        try (var in = getClass().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path drawn(String name) throws IOException {
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x0B3954), 1920, 1080, new Color(0x5FB0C9)));
        pen.fillRect(0, 0, 1920, 1080);
        pen.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Findings findings() {
        String english = "/listings/en-us/baseListing/";
        return new Findings(List.of(
                finding(
                        "TXT-05",
                        Severity.ERROR,
                        english + "keywords/5",
                        "the keyword has 45 characters; shorten it to 30"),
                finding("TXT-19", Severity.WARNING, english + "websiteUrl", "the API ignores websiteUrl"),
                finding(
                        "IMG-01",
                        Severity.WARNING,
                        english + "images/3",
                        "the image is 1280 x 720 pixels; make it 1366 x 768 or larger"),
                finding("IMG-06", Severity.ADVICE, "/listings/de-de", "1 screenshot; the Store recommends at least 4"),
                finding("PRC-03", Severity.WARNING, "/pricing/priceId", "the price changes"),
                finding("CAP-01", Severity.ADVICE, "", "runFullTrust needs a justification in Partner Center")));
    }

    private static Finding finding(String rule, Severity severity, String place, String message) {
        return new Finding(rule, severity, "src/store", place, message);
    }

    @Test
    void nothingIsWiderThanAPhoneInAnyLanguage() throws Exception {
        Path open = Files.writeString(
                pages.resolve("open.html"),
                Files.readString(pages.resolve("index.html")).replace("<details", "<details open"));
        assertThat(HeadlessBrowser.widths(open, 360)).isEqualTo("360 of 360");
        HeadlessBrowser.picture("preview-index-open", open, 1280, 3600);
        for (String page : List.of("index", "de-de", "fi-fi", "ar-sa")) {
            Path file = pages.resolve(page + ".html");
            assertThat(HeadlessBrowser.widths(file, 360)).as(page).isEqualTo("360 of 360");
            HeadlessBrowser.picture("preview-" + page + "-360", file, 360, 4200);
            HeadlessBrowser.picture("preview-" + page, file, 1280, 3000);
        }
        HeadlessBrowser.picture("preview-index-dark", open, 1280, 3600, HeadlessBrowser.DARK);
        HeadlessBrowser.picture("preview-ar-sa-dark", pages.resolve("ar-sa.html"), 1280, 3000, HeadlessBrowser.DARK);
    }

    /** A policy that forbade the page its own style or images would leave them out without a word. */
    @Test
    void thePolicyAllowsStyleAndImagesOfThePageAndNothingElse() throws Exception {
        String measuring =
                "<body><iframe id=\"page\" src=\"%s\" style=\"width:800px;height:600px\"></iframe><script>onload = () => {"
                        + " const inside = page.contentDocument, style = page.contentWindow.getComputedStyle(inside.querySelector('.hero'));"
                        + " const shown = [...inside.images].filter(image => image.naturalWidth > 0).length;"
                        + " document.title = style.display + ' ' + shown + ' of ' + inside.images.length"
                        + " + ' ' + inside.dir + ' ran ' + (page.contentWindow.ran === true); }</script>";
        Path hostile = Files.writeString(
                pages.resolve("hostile.html"),
                Files.readString(pages.resolve("ar-sa.html"))
                        .replace("</main>", "<script>window.ran = true</script></main>"));
        Path outer = Files.writeString(pages.resolve("outer.html"), measuring.formatted(hostile.getFileName()));
        assertThat(HeadlessBrowser.dom(outer)).contains("<title>grid 6 of 6 rtl ran false</title>");
    }
}
