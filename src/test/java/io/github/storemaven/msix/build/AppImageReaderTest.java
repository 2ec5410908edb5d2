package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.PeProgram;
import io.github.storemaven.testing.StubImage;
import io.github.storemaven.testing.SymbolicLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app image is, and what keeps it from being a package. */
class AppImageReaderTest {
    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Path image;

    @BeforeEach
    void makeImage() throws IOException {
        image = StubImage.write(folder.resolve("Demo"), "Demo", StubImage.X64);
    }

    private Optional<AppImage> read(Optional<String> launcher) throws IOException {
        return AppImageReader.read(image, launcher, problems::add, warnings::add);
    }

    private AppImage read() throws IOException {
        return read(Optional.empty()).orElseThrow(() -> new AssertionError(problems));
    }

    private String onlyProblem() throws IOException {
        assertThat(read(Optional.empty())).isEmpty();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void leavesOutWhatJpackageKeepsForItself() throws IOException {
        Files.writeString(image.resolve("app/.package"), "Demo");
        assertThat(read().files().keySet())
                .containsExactly(
                        "Demo.exe", "app/Demo.cfg", "app/Demo.jar", "runtime/bin/server/jvm.dll", "runtime/release");
        assertThat(read().launcher()).isEqualTo("Demo.exe");
        assertThat(read().architecture()).isEqualTo("x64");
        assertThat(problems).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void takesTheLauncherThatJpackageRemembers() throws IOException {
        addLauncher("Another");
        assertThat(read().launcher()).isEqualTo("Demo.exe");
    }

    @Test
    void doesNotGuessBetweenLaunchers() throws IOException {
        addLauncher("Another");
        Files.delete(image.resolve("app/.jpackage.xml"));
        assertThat(onlyProblem())
                .contains("several launchers, Another.exe, Demo.exe")
                .contains("<launcher>");
        assertThat(read(Optional.of("another")).orElseThrow().launcher()).isEqualTo("Another.exe");
    }

    private void addLauncher(String name) throws IOException {
        Files.write(image.resolve(name + ".exe"), StubImage.program(StubImage.X64));
        Files.writeString(image.resolve("app").resolve(name + ".cfg"), Files.readString(image.resolve("app/Demo.cfg")));
    }

    @Test
    void takesTheImageOfAnotherToolByItsLauncher() throws IOException {
        image = Files.createDirectories(folder.resolve("native"));
        Files.write(image.resolve("tool.exe"), StubImage.program(StubImage.ARM64));
        assertThat(onlyProblem()).contains("not an app image of Windows").contains("<launcher>");
        AppImage read = read(Optional.of("tool")).orElseThrow();
        assertThat(read.architecture()).isEqualTo("arm64");
    }

    @Test
    void namesTheProgramsWhereTheNamedOneIsNot() throws IOException {
        assertThat(read(Optional.of("Dmo"))).isEmpty();
        assertThat(problems).singleElement().asString().contains("\"Dmo\"").contains("it has Demo.exe");
    }

    @ParameterizedTest
    @CsvSource({"lib/app, Linux", "Contents/MacOS, macOS"})
    void refusesTheImageOfAnotherSystem(String mark, String system) throws IOException {
        image = folder.resolve("foreign");
        Files.createDirectories(image.resolve("bin"));
        Files.createDirectories(image.resolve(mark));
        assertThat(onlyProblem()).contains("app image of " + system).contains("run jpackage on Windows");
    }

    @Test
    void believesWhatJpackageSaysOfTheSystem() throws IOException {
        Path state = image.resolve("app/.jpackage.xml");
        Files.writeString(state, Files.readString(state).replace("windows", "linux"));
        assertThat(onlyProblem()).contains("app image of linux");
    }

    @Test
    void refusesAFolderThatIsNone() throws IOException {
        image = folder.resolve("missing");
        assertThat(onlyProblem()).contains("which is not a folder");
    }

    @Test
    void refusesALauncherThatIsNoProgram() throws IOException {
        Files.writeString(image.resolve("Demo.exe"), "#!/bin/sh");
        assertThat(onlyProblem()).contains("Demo.exe is not a program of Windows");
    }

    @Test
    void refusesAProcessorThatNoPackageIsFor() throws IOException {
        Files.write(image.resolve("Demo.exe"), StubImage.program(0x200));
        assertThat(onlyProblem()).contains("0x200");
    }

    @Test
    void refusesFilesThatDisagreeAboutTheArchitecture() throws IOException {
        Files.write(image.resolve("runtime/bin/server/jvm.dll"), StubImage.program(StubImage.ARM64));
        read(Optional.empty());
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("Demo.exe is x64, but these are not: runtime/bin/server/jvm.dll (arm64)");
    }

    @Test
    void warnsOfALibraryForAnotherArchitecture() throws IOException {
        Files.write(image.resolve("app/native.dll"), StubImage.program(StubImage.ARM64));
        Files.write(image.resolve("app/managed.dll"), PeProgram.managed());
        read();
        assertThat(problems).isEmpty();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("is for x64, but these are not: app/native.dll (arm64)");
    }

    @Test
    void followsLinksInsideAndRefusesThoseThatLeadOut() throws IOException {
        SymbolicLink.create(image.resolve("app/inside.txt"), image.resolve("runtime/release"));
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        SymbolicLink.create(image.resolve("app/secret.txt"), folder.resolve("secret.txt"));
        SymbolicLink.create(image.resolve("app/folder"), folder.resolve("outside"));
        Optional<AppImage> read = read(Optional.empty());
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("lead out of it")
                .contains("app/folder")
                .contains("app/secret.txt");
        assertThat(read.orElseThrow().files()).containsKey("app/inside.txt").doesNotContainKey("app/secret.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16.0.2", "17.0.4", "17.0.15", "19", "21.0.5", "25"})
    void seesTheJavaWhoseSelectorsFailInAPackage(String version) throws IOException {
        withoutCure(version);
        assertThat(read().socketTrap()).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "11.0.2", "15.0.2", "18.0.1"})
    void knowsTheJavaWhoseSelectorsDoNot(String version) throws IOException {
        withoutCure(version);
        assertThat(read().socketTrap()).isEmpty();
    }

    @Test
    void knowsTheCureOfAllLaunchers() throws IOException {
        assertThat(read().socketTrap()).isEmpty();
        Files.writeString(image.resolve("app/Second.cfg"), "[JavaOptions]\n");
        assertThat(read().socketTrap()).contains("17.0.15");
    }

    private void withoutCure(String version) throws IOException {
        StubImage.write(image, "Demo", StubImage.X64, List.of());
        Files.writeString(image.resolve("runtime/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    @Test
    void searchesTwoLevelsDeep() throws IOException {
        StubImage.write(folder.resolve("target/dist/Deep"), "Deep", StubImage.X64);
        StubImage.write(folder.resolve("target/a/b/TooDeep"), "TooDeep", StubImage.X64);
        Files.createDirectories(folder.resolve("target/Mac.app/Contents/MacOS"));
        AppImageFolder.Found found = AppImageFolder.search(folder.resolve("target"), Optional.empty());
        assertThat(found.images()).containsExactly(folder.resolve("target/dist/Deep"));
        assertThat(found.foreign()).containsExactly(new AppImageFolder(folder.resolve("target/Mac.app")));
    }
}
