package io.github.storemaven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.storemaven.testing.PngImage;
import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows IMG, TRL-05 and ADD-29: the size that just fits and the one that just does not. */
class ImageRulesTest {
    @TempDir
    private Path folder;

    private final FindingCollector report = new FindingCollector();
    private final ImageRules rules = new ImageRules(report);

    private void image(Path file, String type) throws IOException {
        rules.image(FileContent.startOf(file), type);
    }

    private void thumbnail(Path file) throws IOException {
        rules.thumbnail(FileContent.startOf(file));
    }

    private void addonIcon(Path file) throws IOException {
        rules.addonIcon(FileContent.startOf(file));
    }

    static List<Arguments> sizes() {
        return List.of(
                arguments("IMG-01", Severity.ERROR, "Screenshot", 1366, 768, 1365, 768),
                arguments("IMG-01", Severity.ERROR, "Screenshot", 3840, 2160, 1366, 767),
                arguments("IMG-08", Severity.ERROR, "Screenshot", 768, 1366, 767, 1366),
                arguments("IMG-02", Severity.ERROR, "XboxScreenshot", 1920, 1080, 1919, 1080),
                arguments("IMG-02", Severity.ERROR, "XboxScreenshot", 3840, 2160, 3841, 2160),
                arguments("IMG-03", Severity.ERROR, "HoloLensScreenshot", 1268, 720, 1268, 719),
                arguments("IMG-04", Severity.WARNING, "MobileScreenshot", 480, 800, 480, 801),
                arguments("IMG-05", Severity.WARNING, "SurfaceHubScreenshot", 1366, 768, 1366, 767),
                arguments("IMG-09", Severity.WARNING, "Screenshot", 2160, 3840, 2160, 3841),
                arguments("IMG-20", Severity.ERROR, "StoreLogo9x16", 1440, 2160, 1440, 2161),
                arguments("IMG-21", Severity.ERROR, "StoreLogoSquare", 1080, 1080, 1081, 1081),
                arguments("IMG-22", Severity.ERROR, "Icon", 300, 300, 300, 301),
                arguments("IMG-23", Severity.ERROR, "PromotionalArt16x9", 1920, 1080, 1080, 1920),
                arguments("IMG-24", Severity.WARNING, "PromotionalArtwork2400X1200", 2400, 1200, 2400, 1201),
                arguments("IMG-25", Severity.ERROR, "XboxBrandedKeyArt", 584, 800, 800, 584),
                arguments("IMG-26", Severity.ERROR, "XboxTitledHeroArt", 1920, 1080, 3840, 2160),
                arguments("IMG-27", Severity.ERROR, "XboxFeaturedPromotionalArt", 1080, 1080, 1080, 1079),
                arguments("IMG-28", Severity.WARNING, "SquareIcon358X358", 358, 358, 358, 357),
                arguments("IMG-29", Severity.WARNING, "BackgroundImage1000X800", 1000, 800, 800, 1000),
                arguments("IMG-30", Severity.WARNING, "PromotionalArtwork414X180", 414, 180, 415, 180));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void holdsAtItsLimit(
            String rule, Severity severity, String type, int width, int height, int badWidth, int badHeight)
            throws IOException {
        image(PngImage.write(folder.resolve("good.png"), width, height), type);
        assertThat(report.findings().all()).isEmpty();
        image(PngImage.write(folder.resolve("bad.png"), badWidth, badHeight), type);
        // IMG-08 says how the sides are measured; what breaks is the rule of the type.
        String expected = rule.equals("IMG-08") ? "IMG-01" : rule;
        assertThat(report.findings().all()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(expected);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.file()).endsWith("bad.png");
            assertThat(finding.message()).contains(badWidth + " x " + badHeight);
        });
    }

    @Test
    void aPictureOfAnotherSizeIsToldWhereItBelongs() throws IOException {
        addonIcon(PngImage.write(folder.resolve("addon.png"), 1920, 1080));
        image(PngImage.write(folder.resolve("logo.png"), 300, 300), "Screenshot");
        image(PngImage.write(folder.resolve("odd.png"), 17, 17), "Screenshot");
        assertThat(report.findings().all())
                .extracting(Finding::message)
                .containsExactly(
                        "the image has 1920 x 1080 pixels; the Store wants 300 x 300; this size fits an app's"
                                + " MobileScreenshot, PromotionalArt16x9, XboxTitledHeroArt, Screenshot",
                        "the image has 300 x 300 pixels; the Store wants at least 1366 x 768; this size fits an app's"
                                + " Icon",
                        "the image has 17 x 17 pixels; the Store wants at least 1366 x 768");
    }

    @Test
    void droppedTypeIsWarnedAbout() throws IOException {
        Path file = PngImage.write(folder.resolve("a.png"), 358, 173);
        image(file, "BackgroundImage1000X800");
        assertThat(found("IMG-31")).isEmpty();
        image(file, "WideIcon358X173");
        assertThat(found("IMG-31")).containsExactly(Severity.WARNING);
    }

    @Test
    void unknownTypeAsksWhatWasMeant() throws IOException {
        image(PngImage.write(folder.resolve("a.png"), 300, 300), "Screenshots");
        assertThat(report.findings().text()).contains("DOC-04").contains("did you mean \"Screenshot\"?");
    }

    @Test
    void pictureIsKnownByItsBytes() throws IOException {
        Path jpeg = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});
        image(jpeg, "Screenshot");
        assertThat(found("IMG-07")).containsExactly(Severity.ERROR);
    }

    @Test
    void fiftyMegabytesAreTheMost() throws IOException {
        image(PngImage.write(folder.resolve("a.png"), 1366, 768, 50_000_000), "Screenshot");
        assertThat(found("IMG-07")).isEmpty();
        image(PngImage.write(folder.resolve("b.png"), 1366, 768, 50L << 20), "Screenshot");
        assertThat(found("IMG-07")).containsExactly(Severity.WARNING);
        image(PngImage.write(folder.resolve("c.png"), 1366, 768, (50L << 20) + 1), "Screenshot");
        assertThat(found("IMG-07")).containsExactly(Severity.WARNING, Severity.ERROR);
    }

    @Test
    void thumbnailAndIconHaveOneSize() throws IOException {
        Path thumbnail = PngImage.write(folder.resolve("thumbnail.png"), 1920, 1080);
        Path icon = PngImage.write(folder.resolve("icon.png"), 300, 300);
        thumbnail(thumbnail);
        addonIcon(icon);
        assertThat(report.findings().all()).isEmpty();
        thumbnail(icon);
        assertThat(found("TRL-05")).containsExactly(Severity.ERROR);
        addonIcon(thumbnail);
        assertThat(found("ADD-29")).containsExactly(Severity.ERROR);
    }

    @Test
    void claimedSizeCostsNothing() throws IOException {
        image(PngImage.write(folder.resolve("a.png"), Integer.MIN_VALUE, Integer.MIN_VALUE), "Icon");
        assertThat(report.findings().text()).contains("2147483648 x 2147483648");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 16, 23})
    void pictureThatEndsEarlyIsNone(int bytes) throws IOException {
        byte[] start = Arrays.copyOf(PngImage.header(300, 300), bytes);
        image(Files.write(folder.resolve("a.png"), start), "Icon");
        assertThat(found("IMG-07")).containsExactly(Severity.ERROR);
    }

    private List<Severity> found(String rule) {
        return report.findings().all().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::severity)
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
