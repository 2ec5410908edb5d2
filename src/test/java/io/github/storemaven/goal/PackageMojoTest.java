package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.msix.XmlElement;
import io.github.storemaven.testing.PeProgram;
import io.github.storemaven.testing.StubImage;
import jakarta.json.JsonObject;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an app image to a package: what is made, attached and told. */
class PackageMojoTest {
    private static final String PACKAGE = "demo-1.4.0-x64.msix";
    private static final String BUNDLE = "demo-1.4.0.msixbundle";

    @TempDir
    Path folder;

    private PackageFixture build;

    @BeforeEach
    void makeProject() throws Exception {
        build = new PackageFixture(folder);
    }

    private PackageInfo read(String name) throws Exception {
        return new PackageReader().read(build.target(name));
    }

    private AppxManifest manifest() throws Exception {
        return read(PACKAGE).manifests().get(0);
    }

    private XmlElement application() throws Exception {
        return manifest().applications().get(0);
    }

    private List<XmlElement> extensions() throws Exception {
        return application().all("Extensions/Extension");
    }

    @Test
    void makesAPackageOfAnImage() throws Exception {
        build.assertRuns();
        assertThat(build.packages()).containsExactly(PACKAGE);
        assertThat(build.attached()).containsExactly("msix x64 " + PACKAGE);
        AppxManifest manifest = manifest();
        assertThat(manifest.identity().version().text()).isEqualTo("1.4.0.0");
        assertThat(manifest.identity().architecture()).isEqualTo("x64");
        assertThat(manifest.languages()).containsExactly("en-us");
        assertThat(manifest.root().text("Properties/Description")).isEqualTo("Shows what is packed");
        assertThat(application().attribute("Executable")).isEqualTo("Demo.exe");
        assertThat(manifest.files().names())
                .contains("app/Demo.jar", "resources.pri", "Assets/Square44x44Logo.png")
                .doesNotContain("app/.jpackage.xml");
    }

    @Test
    void tellsWhatItChose() throws Exception {
        build.assertRuns();
        JsonObject result = build.result();
        assertThat(result.getString("packageFamilyName")).isEqualTo("12345Example.Demo_764r3ys45bnhp");
        assertThat(result.getString("launcher")).isEqualTo("Demo.exe");
        assertThat(result.getJsonArray("capabilities").getString(0)).isEqualTo("runFullTrust");
        JsonObject file = result.getJsonArray("files").getJsonObject(0);
        assertThat(file.getString("file")).isEqualTo("target/" + PACKAGE);
        assertThat(file.getString("architecture")).isEqualTo("x64");
        assertThat(file.getJsonNumber("bytes").longValue()).isEqualTo(Files.size(build.target(PACKAGE)));
        assertThat(build.said())
                .anyMatch(line -> line.contains("Package family name 12345Example.Demo_764r3ys45bnhp; compare it"))
                .anyMatch(line -> line.contains("Image target/image/Demo: x64, starts with Demo.exe"));
    }

    @Test
    void makesTheSameBytesAgainAndNoneWhereNothingChanged() throws Exception {
        build.assertRuns();
        byte[] first = Files.readAllBytes(build.target(PACKAGE));
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        build.assertRuns();
        assertThat(build.said()).contains("INFO Nothing has changed since the packages were made");
        assertThat(build.attached()).containsExactly("msix x64 " + PACKAGE);
        Files.setLastModifiedTime(build.target(PACKAGE), old);
        build.assertRuns();
        assertThat(Files.getLastModifiedTime(build.target(PACKAGE))).isNotEqualTo(old);
        assertThat(Files.readAllBytes(build.target(PACKAGE))).isEqualTo(first);
        Files.writeString(build.image.resolve("app/Demo.jar"), "another one");
        build.assertRuns();
        assertThat(Files.readAllBytes(build.target(PACKAGE))).isNotEqualTo(first);
    }

    @Test
    void makesABundleOfTwoImages() throws Exception {
        build.addArmImage();
        build.assertRuns();
        assertThat(build.packages()).containsExactly("demo-1.4.0-arm64.msix", PACKAGE, BUNDLE);
        assertThat(build.attached())
                .containsExactly(
                        "msix arm64 demo-1.4.0-arm64.msix", "msix x64 " + PACKAGE, "msixbundle null " + BUNDLE);
        PackageInfo bundle = read(BUNDLE);
        assertThat(bundle.identity().version().text()).isEqualTo("1.4.0.0");
        assertThat(bundle.apps())
                .extracting(app -> app.identity().architecture())
                .containsExactly("arm64", "x64");
        assertThat(build.result().getJsonArray("files")).hasSize(3);
    }

    @Test
    void makesABundleOfOneWhereItIsAsked() throws Exception {
        build.mojo.bundle = "always";
        build.assertRuns();
        assertThat(build.packages()).containsExactly(PACKAGE, BUNDLE);
    }

    @Test
    void removesTheBundleOfAnEarlierBuild() throws Exception {
        build.mojo.bundle = "always";
        build.assertRuns();
        build.mojo.bundle = "auto";
        build.assertRuns();
        assertThat(build.packages()).containsExactly(PACKAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.0-SNAPSHOT, 1.4.0.0, true",
        "1.4-rc2, 1.4.0.0, true",
        "2026.11, 2026.11.0.0, false",
        "7, 7.0.0.0, false"
    })
    void mapsTheVersion(String version, String expected, boolean said) throws Exception {
        build.version(version).assertRuns();
        assertThat(manifest().identity().version().text()).isEqualTo(expected);
        assertThat(build.said().stream().filter(line -> line.contains("becomes " + expected)))
                .hasSize(said ? 1 : 0);
    }

    @Test
    void takesTheLanguagesOfTheStoreFolderWithoutTitle() throws Exception {
        for (String language : List.of("de-de", "fr-fr", "en-us")) {
            Files.createDirectories(folder.resolve("src/store/listings").resolve(language));
        }
        Files.writeString(folder.resolve("src/store/listings/fr-fr/title.txt"), "Autre");
        build.assertRuns();
        assertThat(manifest().languages()).containsExactly("en-us", "de-de");
    }

    @Test
    void writesExtensions() throws Exception {
        build.mojo.aliases = List.of("demo.exe");
        build.mojo.fileTypes = List.of(".demo=Demo file");
        build.mojo.protocols = List.of("demo-app");
        build.mojo.startupTask = true;
        build.assertRuns();
        assertThat(extensions())
                .extracting(extension -> extension.attribute("Category"))
                .containsExactly(
                        "windows.appExecutionAlias",
                        "windows.fileTypeAssociation",
                        "windows.protocol",
                        "windows.startupTask");
        XmlElement files = extensions().get(1).children().get(0);
        assertThat(files.attribute("Name")).isEqualTo("demo");
        assertThat(files.text("DisplayName")).isEqualTo("Demo file");
        assertThat(extensions().get(3).children().get(0).attribute("Enabled")).isEqualTo("false");
    }

    @Test
    void givesAProgramOfTheConsoleTheConsoleOfItsCaller() throws Exception {
        byte[] program = StubImage.program(StubImage.X64);
        program[0x80 + 24 + 68] = 3;
        Files.write(build.image.resolve("Demo.exe"), program);
        build.mojo.aliases = List.of("demo.exe");
        build.assertRuns();
        XmlElement alias = extensions().get(0).children().get(0);
        assertThat(alias.namespace()).endsWith("/uap/windows10/5");
        assertThat(alias.attribute("Subsystem")).isEqualTo("console");
    }

    @Test
    void writesCapabilitiesInTheNamespacesThatHaveThem() throws Exception {
        build.mojo.capabilities = List.of("microphone", "documentsLibrary", "internetClient", "runFulTrust");
        build.assertRuns();
        assertThat(manifest().root().all("Capabilities/Capability"))
                .extracting(one -> one.attribute("Name"))
                .containsExactly("documentsLibrary", "internetClient", "runFulTrust", "runFullTrust");
        assertThat(manifest().root().all("Capabilities/DeviceCapability")).hasSize(1);
        assertThat(build.said())
                .anyMatch(line -> line.startsWith("WARN") && line.contains("did you mean runFullTrust?"));
    }

    @Test
    void excludesDirectoriesWithAWarning() throws Exception {
        build.mojo.excludedDirectories = List.of("$(KnownFolder:LocalAppData)\\Example");
        build.assertRuns();
        assertThat(manifest().capabilities()).anyMatch(one -> one.name().equals("unvirtualizedResources"));
        assertThat(build.said()).anyMatch(line -> line.startsWith("WARN") && line.contains("seldom grants"));
    }

    @Test
    void takesImagesMadeByHandBeforeThoseOfTheIcon() throws Exception {
        Path own = StubImage.icon(folder.resolve("src/store/assets/Square44x44Logo.png"), 44);
        Files.writeString(folder.resolve("src/store/assets/resources.pri"), "an index of the user's own");
        build.assertRuns();
        assertThat(build.content(PACKAGE, "Assets/Square44x44Logo.png")).isEqualTo(Files.readAllBytes(own));
        assertThat(build.content(PACKAGE, "resources.pri")).asString().isEqualTo("an index of the user's own");
    }

    @Test
    void needsNoIconWhereAllImagesAreThere() throws Exception {
        Files.delete(folder.resolve("src/store/icon.png"));
        int[][] sizes = {{50, 50}, {44, 44}, {71, 71}, {150, 150}, {310, 150}, {310, 310}};
        List<String> names = List.of(
                "StoreLogo",
                "Square44x44Logo",
                "Square71x71Logo",
                "Square150x150Logo",
                "Wide310x150Logo",
                "Square310x310Logo");
        for (int i = 0; i < names.size(); i++) {
            StubImage.icon(folder.resolve("src/store/assets/" + names.get(i) + ".png"), sizes[i][0]);
        }
        build.assertRuns();
        assertThat(build.packages()).containsExactly(PACKAGE);
    }

    @Test
    void takesAManifestOfOnesOwn() throws Exception {
        Path own = folder.resolve("AppxManifest.xml");
        build.assertRuns();
        String text = new String(build.content(PACKAGE, "AppxManifest.xml"), StandardCharsets.UTF_8);
        Files.writeString(
                own,
                text.replace("Version=\"1.4.0.0\" ProcessorArchitecture=\"x64\"", "")
                        .replace("Executable=\"Demo.exe\"", "Executable=\"${package.launcher}\"")
                        .replace("<DisplayName>Demo", "<DisplayName>Own ${project.name}"));
        build.mojo.manifestFile = own.toFile();
        build.mojo.packageIdentityName = null;
        build.mojo.publisher = null;
        build.mojo.publisherDisplayName = null;
        build.mojo.languages = List.of("de-de");
        build.assertRuns();
        assertThat(manifest().root().text("Properties/DisplayName")).isEqualTo("Own Demo");
        assertThat(manifest().identity().version().text()).isEqualTo("1.4.0.0");
        assertThat(application().attribute("Executable")).isEqualTo("Demo.exe");
        assertThat(build.said()).anyMatch(line -> line.contains("these have no effect: languages"));
    }

    @Test
    void tellsTheLineAndColumnOfAManifestThatIsNoXml() throws Exception {
        build.mojo.manifestFile = manifestFile("<Package>\n  <Identity>\n</Package>");
        assertThat(build.failure().orElseThrow())
                .contains("AppxManifest.xml")
                .contains("line 3")
                .contains("column");
        assertThat(build.packages()).isEmpty();
    }

    private File manifestFile(String text) throws Exception {
        return Files.writeString(folder.resolve("AppxManifest.xml"), text).toFile();
    }

    @Test
    void removesTheTraceOfASignatureThatIsNotThere() throws Exception {
        Files.write(build.image.resolve("Demo.exe"), PeProgram.signed(PeProgram.X64, 1_000_000, 10_000));
        build.assertRuns();
        assertThat(build.content(PACKAGE, "Demo.exe")).isEqualTo(PeProgram.program(PeProgram.X64));
        assertThat(build.said()).anyMatch(line -> line.contains("header of Demo.exe points at a signature"));
    }

    @Test
    void warnsOfTheSocketTrapOnce() throws Exception {
        StubImage.write(build.image, "Demo", StubImage.X64, List.of());
        build.assertRuns();
        assertThat(build.said().stream().filter(line -> line.contains("-Djdk.net.unixdomain.tmpdir=$APPDIR")))
                .hasSize(1);
    }

    @Test
    void tellsWhatAnUpdateDownloads() throws Exception {
        build.assertRuns();
        Files.copy(build.target(PACKAGE), folder.resolve("old.msix"));
        byte[] large = new byte[100_000];
        Arrays.fill(large, (byte) 7);
        Files.write(build.image.resolve("app/new.bin"), large);
        build.version("1.5.0");
        build.mojo.previousPackage = "old.msix";
        build.assertRuns();
        JsonObject update =
                build.result().getJsonArray("files").getJsonObject(0).getJsonObject("update");
        assertThat(update.getString("from")).isEqualTo("1.4.0.0");
        assertThat(update.getJsonNumber("bytes").longValue())
                .isPositive()
                .isLessThan(update.getJsonNumber("of").longValue());
        assertThat(build.said()).anyMatch(line -> line.contains("update from 1.4.0.0: "));
    }

    @Test
    void warnsOfAPreviousPackageThatIsNotThere() throws Exception {
        build.mojo.previousPackage = "none.msix";
        build.assertRuns();
        assertThat(build.said())
                .anyMatch(line -> line.startsWith("WARN") && line.contains("none.msix, which is not a file"));
    }

    @Test
    void leavesNothingHalf() throws Exception {
        build.assertRuns();
        byte[] good = Files.readAllBytes(build.target(PACKAGE));
        build.mojo.backgroundColor = "Transparent";
        assertThat(build.failure().orElseThrow()).contains("BackgroundColor");
        assertThat(Files.readAllBytes(build.target(PACKAGE))).isEqualTo(good);
        assertThat(build.packages()).containsExactly(PACKAGE);
    }

    @Test
    void tellsAllThatIsWrongAtOnceAndWritesNothing() throws Exception {
        build.version("0.9");
        build.mojo.packageIdentityName = null;
        build.mojo.publisher = "CN=";
        build.mojo.publisherDisplayName = null;
        build.mojo.languages = List.of("en-us", "xx-yy");
        build.mojo.aliases = List.of("demo", "two.exe=None.exe");
        build.mojo.fileTypes = List.of(".Demo");
        build.mojo.backgroundColor = "Transparent";
        build.mojo.bundle = "never";
        build.mojo.minimumWindows = "10";
        StubImage.write(folder.resolve("target/again/Demo"), "Demo", StubImage.X64);
        Files.writeString(build.image.resolve("app/con.txt"), "a device");
        Files.writeString(build.image.resolve("AppxManifest.xml"), "reserved");
        Files.writeString(folder.resolve("src/store/icon.png"), "no PNG");
        String message = build.failure().orElseThrow();
        Stream.of(
                        "packageIdentityName",
                        "Package/Identity/Name",
                        "store.publisher is \"CN=\"",
                        "Package/Identity/Publisher",
                        "Package/Properties/PublisherDisplayName",
                        "The project's version 0.9",
                        "<packageVersion>",
                        "\"xx-yy\"",
                        "\"demo\"",
                        "\"None.exe\"",
                        "write .demo",
                        "BackgroundColor",
                        "store.bundle is \"never\"",
                        "store.minimumWindows is \"10\"",
                        "Several images are for x64",
                        "app/con.txt",
                        "files that packing adds as well: AppxManifest.xml",
                        "icon.png")
                .forEach(part -> assertThat(message).contains(part));
        assertThat(build.packages()).isEmpty();
        assertThat(build.target("store")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1.4.0.7", "0.1.0.0", "1.65536.0.0", "1.4.0", "01.4.0.0"})
    void refusesVersions(String version) throws Exception {
        build.mojo.packageVersion = version;
        assertThat(build.failure().orElseThrow()).contains("store.packageVersion is \"" + version + "\"");
    }

    @Test
    void comparesTheFamilyName() throws Exception {
        build.mojo.packageFamilyName = "12345Example.Demo_8wekyb3d8bbwe";
        assertThat(build.failure().orElseThrow()).contains("give 12345Example.Demo_764r3ys45bnhp");
        build.mojo.packageFamilyName = "12345Example.Demo_764r3ys45bnhp";
        build.assertRuns();
        assertThat(build.said()).anyMatch(line -> line.contains("as in store.packageFamilyName"));
    }

    @Test
    void refusesTheImageOfAnotherSystemAndSaysWhatToDo() throws Exception {
        build.mojo.images = List.of("target/linux");
        Files.createDirectories(folder.resolve("target/linux/bin"));
        Files.createDirectories(folder.resolve("target/linux/lib/app"));
        assertThat(build.failure().orElseThrow()).contains("app image of Linux");
    }

    @Test
    void isSkippedByAPropertyOfItsOwn() throws Exception {
        build.mojo.skipPackage = true;
        build.assertRuns();
        assertThat(build.said()).containsExactly("INFO Skipping package (store.package.skip is true)");
        assertThat(build.packages()).isEmpty();
    }
}
