package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which logos are made from an icon, how large they are, and how they look at their edges. */
class LogoSetTest {
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void anIconOf1240PixelsGivesTheWholeSet() throws IOException {
        Map<String, BufferedImage> logos = logos(1240, false);
        assertThat(logos).hasSize(78).doesNotContainKey("FileLogo.png");
        assertThat(sizes(logos, "Wide310x150Logo"))
                .containsExactly("310x150", "310x150", "388x188", "465x225", "620x300", "1240x600");
        assertThat(sizes(logos, "Square310x310Logo"))
                .containsExactly("310x310", "310x310", "388x388", "465x465", "620x620", "1240x1240");
        assertThat(sizes(logos, "StoreLogo")).containsExactly("50x50", "50x50", "63x63", "75x75", "100x100", "200x200");
        assertThat(sizes(logos, "Square71x71Logo"))
                .containsExactly("71x71", "71x71", "89x89", "107x107", "142x142", "284x284");
        assertThat(logos.keySet())
                .contains(
                        "Square44x44Logo.targetsize-16.png",
                        "Square44x44Logo.targetsize-256_altform-unplated.png",
                        "Square44x44Logo.targetsize-256_altform-lightunplated.png");
        assertThat(logos.get("Square44x44Logo.targetsize-96.png").getWidth()).isEqualTo(96);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aSmallIconIsEnlargedForThePlainLogosOnly() throws IOException {
        Map<String, BufferedImage> logos = logos(256, false);
        assertThat(sizes(logos, "Square310x310Logo")).containsExactly("310x310");
        assertThat(sizes(logos, "Wide310x150Logo")).containsExactly("310x150", "310x150", "388x188", "465x225");
        assertThat(logos).containsKey("Square44x44Logo.targetsize-256.png");
        assertThat(warnings).singleElement().asString().contains("256 pixels a side", "enlarged", "310", "1024");
    }

    @Test
    void theIconOfFilesIsAmongThemWhereItIsWanted() throws IOException {
        assertThat(logos(256, true)).containsKeys("FileLogo.png", "FileLogo.targetsize-16.png");
    }

    @Test
    void edgesAreSmoothAndCornersTransparent() throws Exception {
        PixelImage icon =
                PngReader.read(IconFixture.png(IconFixture.disc(1024, 1024))).image();
        BufferedImage logo = IconFixture.read(PngWriter.write(new IconScaler(icon).scaled(44)));
        assertThat(logo.getRGB(0, 0)).isZero();
        assertThat(logo.getRGB(22, 22)).isEqualTo(0xFFFF0000);
        Set<Integer> alphas = new HashSet<>();
        for (int pixel : logo.getRGB(0, 0, 44, 44, null, 0, 44)) {
            alphas.add(pixel >>> 24);
            assertThat(pixel >>> 8 & 0xFF)
                    .as("green of a transparent neighbour")
                    .isZero();
        }
        assertThat(alphas).as("steps between ground and disc").hasSizeGreaterThan(10);
    }

    @Test
    void theWideLogoHasTheIconInItsMiddle() throws IOException {
        BufferedImage logo = logos(310, false).get("Wide310x150Logo.png");
        assertThat(logo.getRGB(155, 75)).isEqualTo(0xFFFF0000);
        assertThat(logo.getRGB(40, 75)).isZero();
        assertThat(logo.getRGB(269, 75)).isZero();
    }

    @Test
    void theSameIconGivesTheSameBytes() throws IOException {
        Path icon = IconFixture.disc(folder.resolve("icon.png"), 300);
        List<PackagePart> once = LogoSet.of(icon, Map.of(), true, warnings::add);
        List<PackagePart> again = LogoSet.of(icon, Map.of(), true, warnings::add);
        for (int at = 0; at < once.size(); at++) {
            try (var one = once.get(at).open();
                    var other = again.get(at).open()) {
                assertThat(one.readAllBytes()).isEqualTo(other.readAllBytes());
            }
        }
    }

    @Test
    void iconsThatDoNotFitAreRefusedWithTheReason() throws IOException {
        assertThatThrownBy(() -> of(folder.resolve("none.png")))
                .isInstanceOf(InvalidImageException.class)
                .hasMessageContaining("none.png does not exist: put a square PNG");
        assertThatThrownBy(() -> of(folder)).hasMessageContaining("is not a file");
        Path wide = IconFixture.write(folder.resolve("wide.png"), IconFixture.disc(300, 299));
        assertThatThrownBy(() -> of(wide)).hasMessageContaining("300 x 299 pixels and is not square: save it as");
        assertThatThrownBy(() -> of(IconFixture.disc(folder.resolve("small.png"), 255)))
                .hasMessageContaining("255 x 255 pixels, which is less than 256");
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        assertThatThrownBy(() -> of(text)).hasMessageContaining("is not a PNG, whatever its name");
        byte[] png = Files.readAllBytes(IconFixture.disc(folder.resolve("icon.png"), 256));
        Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(png, png.length / 2));
        assertThatThrownBy(() -> of(half)).hasMessageContaining("ends too early");
        png[png.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.png"), png);
        assertThatThrownBy(() -> of(damaged)).hasMessageContaining("a checksum is wrong");
        byte[] header = Files.readAllBytes(half);
        header[16] = 1;
        assertThatThrownBy(() -> of(Files.write(folder.resolve("header.png"), header)))
                .hasMessageContaining("has a damaged header");
        Path large = IconFixture.write(
                folder.resolve("large.png"), new BufferedImage(4097, 4097, BufferedImage.TYPE_BYTE_BINARY));
        assertThatThrownBy(() -> of(large)).hasMessageContaining("which is more than 4096");
        assertThat(warnings).isEmpty();
    }

    private List<PackagePart> of(Path icon) throws IOException {
        return LogoSet.of(icon, Map.of(), false, warnings::add);
    }

    private Map<String, BufferedImage> logos(int side, boolean forFiles) throws IOException {
        Map<String, BufferedImage> logos = new TreeMap<>();
        Path icon = IconFixture.disc(folder.resolve("icon.png"), side);
        for (PackagePart part : LogoSet.of(icon, Map.of(), forFiles, warnings::add)) {
            assertThat(part.name()).startsWith("Assets/");
            logos.put(part.name().substring("Assets/".length()), IconFixture.read(part));
        }
        return logos;
    }

    /** The plain logo first, then by scale. */
    private static List<String> sizes(Map<String, BufferedImage> logos, String name) {
        return logos.entrySet().stream()
                .filter(logo -> logo.getKey().startsWith(name + "."))
                .filter(logo -> !logo.getKey().contains("targetsize"))
                .map(logo -> logo.getValue().getWidth() + "x" + logo.getValue().getHeight())
                .sorted((one, other) -> Integer.compare(width(one), width(other)))
                .toList();
    }

    private static int width(String size) {
        return Integer.parseInt(size.substring(0, size.indexOf('x')));
    }
}
