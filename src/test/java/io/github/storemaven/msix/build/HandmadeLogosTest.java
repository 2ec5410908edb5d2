package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files of the folder of assets are packed, what is said of their names and sizes, and what is made besides. */
class HandmadeLogosTest {
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final SortedMap<String, Path> assets = new TreeMap<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "StoreLogo.png, 50, 50",
        "storelogo.PNG, 50, 50",
        "Square44x44Logo.scale-125.png, 55, 55",
        "Square71x71Logo.scale-150.png, 107, 107",
        "Wide310x150Logo.scale-125.png, 388, 188",
        "Square310x310Logo.scale-400.png, 1240, 1240",
        "Square44x44Logo.targetsize-24_altform-lightunplated.png, 24, 24",
        "FileLogo.targetsize-256.png, 256, 256",
        "SplashScreen.png, 620, 300",
        "de-DE/Square150x150Logo.png, 150, 150",
        "scale-200/contrast-black/StoreLogo.png, 100, 100",
    })
    void takesLogosOfTheSizeOfTheirName(String name, int width, int height) throws IOException {
        png(name, width, height);
        assertThat(logos()).containsOnlyKeys(name);
        assertThat(warnings).isEmpty();
    }

    @Test
    void saysWhatSizeAnImageShouldHave() throws IOException {
        png("Square71x71Logo.scale-125.png", 88, 89);
        assertThat(logos()).hasSize(1);
        assertThat(warnings)
                .containsExactly("The image " + folder.resolve("Square71x71Logo.scale-125.png")
                        + " has 88 x 89 pixels, which Windows has to scale: save it with 89 x 89");
    }

    @ParameterizedTest
    @CsvSource({
        "Square44x44Logo.scale200.png, did you mean Square44x44Logo.scale-200.png?",
        "Sqare150x150Logo.png, did you mean Square150x150Logo.png?",
        "StoreLogo.targetsize_16.png, only a manifest of your own",
        "SmallTile.scale-200.png, did you mean Square71x71Logo.scale-200.png?",
        "LargeTile.png, did you mean Square310x310Logo.png?",
        "Badge.png, only a manifest of your own could name it",
        "sub/StoreLogo.png, only a manifest of your own could name it",
    })
    void warnsOfNamesThatNoManifestOfOursHas(String name, String hint) throws IOException {
        png(name, 50, 50);
        assertThat(logos()).containsOnlyKeys(name);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains(folder.resolve(name).toString(), hint);
    }

    @Test
    void warnsOfFormsThatWindowsDoesNotLookFor() throws IOException {
        png("Square44x44Logo.targetsize-16_altform-unplate.png", 16, 16);
        logos();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("altform-unplate; allowed values: unplated, lightunplated");
    }

    @Test
    void otherFilesStayOut() throws IOException {
        for (String name : List.of("notes.txt", ".DS_Store", "Thumbs.db", "sub/desktop.ini", "StoreLogo.svg")) {
            file(name, "text");
        }
        file("resources.pri", "index");
        file("Square150x150Logo.jpg", "not looked into");
        assertThat(logos()).containsOnlyKeys("resources.pri", "Square150x150Logo.jpg");
        assertThat(warnings)
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("notes.txt is not packed, since it is not an image"))
                .anySatisfy(text -> assertThat(text).contains("StoreLogo.svg"));
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesWhatIsNoPngAndFoldersThatMayBeLanguages() throws IOException {
        file("StoreLogo.png", "GIF89a");
        png("sr-RS/StoreLogo.png", 50, 50);
        logos();
        assertThat(problems)
                .hasSize(2)
                .anySatisfy(
                        text -> assertThat(text).contains("StoreLogo.png is not a PNG, whatever its name: save it as"))
                .anySatisfy(text -> assertThat(text).contains("name the folder lang-sr-RS"));
    }

    @Test
    void handmadeLogosTakeThePlaceOfThoseOfTheIcon() throws IOException {
        png("square71x71logo.png", 71, 71);
        png("StoreLogo.scale-200.png", 100, 100);
        png("scale-125/StoreLogo.png", 63, 63);
        png("Square44x44Logo.targetsize-16.png", 16, 16);
        png("Square44x44Logo.targetsize-24_altform-unplated.png", 24, 24);
        png("de-DE/Square150x150Logo.png", 150, 150);
        Map<String, PackagePart> made = made();
        assertThat(made.keySet())
                .doesNotContain(
                        "Square71x71Logo.png",
                        "Square71x71Logo.scale-100.png",
                        "Square71x71Logo.scale-200.png",
                        "StoreLogo.scale-200.png",
                        "StoreLogo.scale-125.png",
                        "Square44x44Logo.targetsize-16.png",
                        "Square44x44Logo.targetsize-24_altform-unplated.png")
                .contains(
                        "StoreLogo.png",
                        "StoreLogo.scale-100.png",
                        "Square150x150Logo.png",
                        "Square150x150Logo.scale-200.png",
                        "Square44x44Logo.targetsize-24.png",
                        "Square44x44Logo.targetsize-24_altform-lightunplated.png");
        for (String form : List.of("unplated", "lightunplated")) {
            assertThat(made.get("Square44x44Logo.targetsize-16_altform-" + form + ".png"))
                    .as("the form of what was made by hand")
                    .hasToString(
                            folder.resolve("Square44x44Logo.targetsize-16.png").toString());
        }
    }

    private Map<String, PackagePart> made() throws IOException {
        Path icon = IconFixture.disc(folder.resolve("icon.png"), 320);
        Map<String, PackagePart> made = new HashMap<>();
        LogoSet.of(icon, logos(), false, warnings::add)
                .forEach(part -> made.put(part.name().substring("Assets/".length()), part));
        assertThat(warnings).isEmpty();
        return made;
    }

    private SortedMap<String, Path> logos() throws IOException {
        return HandmadeLogos.of(assets, problems::add, warnings::add);
    }

    private void png(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assets.put(name, IconFixture.write(file, IconFixture.disc(width, height)));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assets.put(name, Files.writeString(file, text));
    }
}
