package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.msix.pri.PriWriter;
import io.github.storemaven.testing.StubImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MakeAppx or the schemas of manifests would refuse is refused before anything is written, and icons come into the package. */
class PackageInputsTest {
    private static final String PACKAGE = "demo-1.4.0-x64.msix";

    @TempDir
    Path folder;

    private PackageFixture build;

    @BeforeEach
    void makeProject() throws Exception {
        build = new PackageFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/store/Icon.PNG", "src/store/Assets/StoreLogo.png", "src/Store/icon.png"})
    void aUsualNameInAnotherCaseIsNotPassedOver(String name) throws Exception {
        Files.delete(folder.resolve("src/store/icon.png"));
        if (name.contains("Store/icon")) {
            Files.delete(folder.resolve("src/store"));
        }
        StubImage.icon(folder.resolve(name), 50);
        assertRefused("is not read, since its name differs in case from");
    }

    @Test
    void aFolderInThePlaceOfTheIconIsAnError() throws Exception {
        Files.delete(folder.resolve("src/store/icon.png"));
        Files.createDirectories(folder.resolve("src/store/icon.png"));
        assertRefused("icon.png, which is not a file");
    }

    @Test
    void aNameOfThePomWithALostLetterIsRefused() throws Exception {
        build.mojo.displayName = null;
        build.mojo.project.setName("Gr\uFFFDn");
        assertRefused("\"Gr\uFFFDn\" contains U+FFFD");
    }

    /** Reference 3.2: names that Windows does not have, besides the form. */
    @ParameterizedTest
    @ValueSource(strings = {"con", "xn--demo", "Example.Demo.", "ab", "Example_Demo"})
    void refusesIdentityNames(String name) throws Exception {
        build.mojo.packageIdentityName = name;
        assertRefused("\"" + name + "\"");
    }

    @Test
    void refusesAnOldestWindowsThatIsNewerThanTheNewest() throws Exception {
        build.mojo.minimumWindows = "10.0.26100.0";
        build.mojo.testedWindows = "10.0.17763.0";
        assertRefused("store.testedWindows is 10.0.17763.0, which is older than store.minimumWindows, 10.0.26100.0");
    }

    @Test
    void refusesAWindowsWithANumberThatIsTooLarge() throws Exception {
        build.mojo.testedWindows = "10.0.70000.0";
        assertRefused("10.0.70000.0");
    }

    @Test
    void refusesTextsThatAreTooLong() throws Exception {
        build.mojo.displayName = "D".repeat(257);
        build.mojo.packageDescription = "d".repeat(2049);
        assertRefused("DisplayName", "Description", "256", "2048");
    }

    /** A word of the id that is a device of Windows (reference 3.4). */
    @Test
    void refusesAnIdWithADevice() throws Exception {
        build.mojo.packageApplicationId = "Demo.Con";
        assertRefused("Demo.Con");
    }

    @Test
    void namesTheNearestCapability() throws Exception {
        build.mojo.capabilities = List.of("microfone");
        build.assertRuns();
        assertThat(build.said())
                .anyMatch(line -> line.contains("microfone") && line.contains("did you mean microphone?"));
    }

    @Test
    void escapesWhatXmlNeedsEscaped() throws Exception {
        build.mojo.displayName = "Tom & \"Jerry\" <2> 'x'";
        build.assertRuns();
        String manifest = new String(build.content(PACKAGE, "AppxManifest.xml"), StandardCharsets.UTF_8);
        assertThat(manifest).contains("<DisplayName>Tom &amp; \"Jerry\" &lt;2&gt; 'x'</DisplayName>");
    }

    @Test
    void refusesAnOwnManifestThatNamesWhatIsNotThere() throws Exception {
        build.assertRuns();
        String text = new String(build.content(PACKAGE, "AppxManifest.xml"), StandardCharsets.UTF_8);
        Files.delete(build.target(PACKAGE));
        Path own = folder.resolve("AppxManifest.xml");
        Files.writeString(
                own,
                text.replace("Assets\\Square44x44Logo.png", "Assets\\None.png")
                        .replace("Executable=\"Demo.exe\"", "Executable=\"Gone.exe\""));
        build.mojo.manifestFile = own.toFile();
        assertRefused("Assets\\None.png", "Gone.exe");
    }

    @Test
    void refusesWhatTheNamedFilesAreNot() throws Exception {
        build.mojo.icon = folder.resolve("none.png").toFile();
        build.mojo.assets = folder.resolve("nowhere").toFile();
        build.mojo.manifestFile = folder.resolve("none.xml").toFile();
        assertRefused("none.png", "nowhere", "none.xml");
    }

    @ParameterizedTest
    @CsvSource({"255, which is less than 256", "0, is not a PNG, whatever its name"})
    void refusesIcons(int side, String reason) throws Exception {
        Path icon = folder.resolve("src/store/icon.png");
        if (side == 0) {
            Files.writeString(icon, "GIF89a");
        } else {
            StubImage.icon(icon, side);
        }
        assertRefused(icon.toString(), reason);
    }

    @Test
    void needsAnIconForTheImagesThatAreNotThere() throws Exception {
        Files.delete(folder.resolve("src/store/icon.png"));
        StubImage.icon(folder.resolve("src/store/assets/StoreLogo.png"), 50);
        assertRefused("There is no icon to make Square44x44Logo.png, Square71x71Logo.png", "src/store/icon.png");
    }

    @Test
    void refusesAssetsThatAreNoImagesOrNoLanguages() throws Exception {
        Path assets = Files.createDirectories(folder.resolve("src/store/assets/sr-RS"));
        StubImage.icon(assets.resolve("StoreLogo.png"), 50);
        Files.writeString(assets.resolveSibling("Square150x150Logo.png"), "no PNG");
        assertRefused("lang-sr-RS", "Square150x150Logo.png is not a PNG, whatever its name");
    }

    @Test
    void refusesTwoImagesForOneSize() throws Exception {
        Path assets = folder.resolve("src/store/assets");
        StubImage.icon(assets.resolve("StoreLogo.scale-200.png"), 100);
        StubImage.icon(assets.resolve("scale-200/StoreLogo.png"), 100);
        assertRefused("Assets/scale-200/StoreLogo.png and Assets/StoreLogo.scale-200.png are made for the same");
    }

    @Test
    void theIndexHasAllImagesOfThePackage() throws Exception {
        build.mojo.languages = List.of("de-de", "en-us");
        build.mojo.fileTypes = List.of(".demo");
        StubImage.icon(folder.resolve("src/store/assets/en-US/StoreLogo.png"), 50);
        Files.writeString(folder.resolve("src/store/assets/.gitkeep"), "");
        build.assertRuns();
        List<String> images;
        try (ZipFile zip = new ZipFile(build.target(PACKAGE).toFile())) {
            images = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("Assets/"))
                    .toList();
        }
        assertThat(images)
                .contains(
                        "Assets/en-US/StoreLogo.png",
                        "Assets/FileLogo.png",
                        "Assets/Square44x44Logo.targetsize-16_altform-lightunplated.png",
                        "Assets/Square310x310Logo.png")
                .doesNotContain("Assets/.gitkeep");
        assertThat(build.content(PACKAGE, "resources.pri"))
                .isEqualTo(PriWriter.write("12345Example.Demo", "de-de", images));
    }

    private void assertRefused(String... parts) throws Exception {
        assertThat(build.failure().orElseThrow()).contains(parts);
        assertThat(build.packages()).isEmpty();
    }
}
