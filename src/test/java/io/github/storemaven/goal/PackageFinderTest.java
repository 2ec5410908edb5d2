package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.storemaven.check.Finding;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.submission.PackageFinder;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages that are named or found, and what their files have wrong. */
class PackageFinderTest {
    private Path project;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        project = folder.toRealPath();
    }

    private ValidateFixture validate() {
        return new ValidateFixture(project, ProductType.APP);
    }

    @Test
    void aRuleThatIsNoneIsRefusedWithTheNearestOne() throws IOException {
        assertThat(validate().warnOnly("CAP03", " TXT-05 ", "FILE").problems())
                .singleElement()
                .asString()
                .isEqualTo("store.warnOnly has no rule \"CAP03\"; did you mean \"CAP-03\"?");
        assertThat(validate().warnOnly("screenshots").problems())
                .singleElement()
                .asString()
                .startsWith("store.warnOnly has no rule \"screenshots\": allowed are");
    }

    @Test
    void aFileThatCannotBeReadIsThePlaceOfTheFinding() throws Exception {
        byte[] zip = ZipBuilder.deflated()
                .with("My.msixbundle", MsixBuilder.bundle(MsixBuilder.app()).bytes())
                .bytes();
        Files.createDirectories(project.resolve("target"));
        Files.write(project.resolve("target/my.appx"), zip);
        assertThat(validate().findings().errors()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("target/my.appx");
            assertThat(finding.rule()).isEqualTo("PKG-08");
            assertThat(finding.text()).contains("it contains My.msixbundle, so unpack it and send that");
        });
    }

    /** Otherwise a release would leave it out. */
    @Test
    void noRuleThatIsAWarningLetsAFileThatCannotBeReadPass() throws Exception {
        Files.createDirectories(project.resolve("target"));
        Files.writeString(project.resolve("target/my.msix"), "none");
        assertThat(validate().warnOnly("PKG-08").problems())
                .singleElement()
                .asString()
                .contains("my.msix cannot be released, so store.warnOnly has no effect");
        assertThat(validate().warnOnly("CAP-03").problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "target/", "target\\", "./target"})
    void aFolderIsNoPackage(String name) throws Exception {
        Files.createDirectories(project.resolve("target"));
        assertThat(validate().packages(name).problems())
                .singleElement()
                .asString()
                .startsWith("store.packages names \"" + name + "\", which is a folder; write ")
                .contains("target/*.msix");
    }

    @Test
    void aPatternThatMatchesNothingNamesWhatThereIs() throws Exception {
        MsixBuilder.app().write(project.resolve("target/Tide.msix"));
        assertThat(validate().packages("target/*.msixbundle").problems())
                .containsExactly(
                        "No file matches store.packages \"target/*.msixbundle\"; in target there is Tide.msix");
        assertThat(validate().packages("taget/*.msix").problems())
                .containsExactly(
                        "No file matches store.packages \"taget/*.msix\"; the folder taget does not exist; did you mean"
                                + " target?");
        Files.createDirectories(project.resolve("dist"));
        assertThat(validate().packages("dist/Tide.msix").problems())
                .containsExactly("No file matches store.packages \"dist/Tide.msix\"; there is no package in dist");
    }

    @Test
    void packagesOfTwoVersionsAreNamedWithTheirVersions() throws Exception {
        MsixBuilder.app().version("1.0.0.0").write(project.resolve("target/One.msix"));
        MsixBuilder.app().version("2.0.0.0").write(project.resolve("target/Two.msix"));
        assertThat(validate().problems())
                .containsExactly("Packages of several versions were found: target/One.msix (1.0.0.0), target/Two.msix"
                        + " (2.0.0.0). Run mvn clean first, or name those to release in <packages>");
    }

    /** What to do about several versions differs where nobody has named them. */
    @Test
    void onlyPackagesThatAreNamedAreComparedByVersion() throws Exception {
        for (boolean named : new boolean[] {false, true}) {
            GoalFixture<ValidateMojo> goal = GoalFixture.validate(project, MsixBuilder.app());
            MsixBuilder.app().version("1.0.0.0").write(project.resolve("target/One.msix"));
            MsixBuilder.app().version("2.0.0.0").write(project.resolve("target/Two.msix"));
            goal.mojo.packages = named ? List.of("target/*.msix") : null;
            String failure = goal.failure().orElse("");
            assertThat(failure.contains("several versions")).isEqualTo(!named);
            assertThat(goal.said.stream().anyMatch(line -> line.contains("VER-10")))
                    .isEqualTo(named);
        }
    }

    @Test
    void namesInTheUploadAreUnique() throws Exception {
        assertThat(names("x64/App.msix", "arm64/App.msix")).containsExactly("x64/App.msix", "arm64/App.msix");
        assertThat(names("a/target/App.msix", "b/target/App.msix", "c/Other.msix"))
                .containsExactly("a/target/App.msix", "b/target/App.msix", "Other.msix");
        assertThat(names("a/target/App.msix", "b/target/app.MSIX"))
                .containsExactly("a/target/App.msix", "b/target/app.MSIX");
    }

    @Test
    void twoPackagesOfOneNameInTwoFoldersAreNoFault() throws Exception {
        MsixBuilder.app().write(project.resolve("x64/App.msix"));
        MsixBuilder.app().architecture("arm64").write(project.resolve("arm64/App.msix"));
        ValidateFixture goal = validate().packages("x64/App.msix", "arm64/App.msix");
        assertThat(goal.findings().errors()).isEmpty();
        assertThat(goal.problems()).isEmpty();
    }

    /** The path, so that two files of one name can be told apart. */
    @Test
    void aFindingNamesThePathOfThePackage() throws Exception {
        MsixBuilder.app().write(project.resolve("x64/App.msix"));
        MsixBuilder.app().architecture("arm64").hiddenFromStart().write(project.resolve("arm64/App.msix"));
        assertThat(validate().packages("*/App.msix").findings().errors())
                .extracting(Finding::file, Finding::place)
                .containsExactly(tuple("arm64/App.msix", "AppxManifest.xml"));
    }

    /** One look serves all who ask, so that they speak of the same files. */
    @Test
    void theBuildDirectoryIsWalkedOnce() throws Exception {
        MsixBuilder.app().write(project.resolve("target/a.msix"));
        PackageFinder finder = new PackageFinder(project, project.resolve("target"), List.of(), List.of());
        assertThat(finder.isEmpty()).isFalse();
        MsixBuilder.app().write(project.resolve("target/b.msix"));
        assertThat(finder.find(new ConfigurationProblems()).files()).containsExactly(project.resolve("target/a.msix"));
    }

    @Test
    void aGoalAsksOneFinder() throws Exception {
        ValidateFixture goal = validate();
        MsixBuilder.app().write(project.resolve("target/a.msix"));
        goal.findings();
        MsixBuilder.app().version("9.9.9.0").write(project.resolve("target/b.msix"));
        assertThat(goal.problems()).isEmpty();
        assertThat(validate().problems()).singleElement().asString().contains("several versions");
    }

    private List<String> names(String... files) throws Exception {
        List<PackageInfo> facts = new ArrayList<>();
        for (String file : files) {
            facts.add(new PackageReader().read(MsixBuilder.app().write(project.resolve(file))));
        }
        return PackageFinder.named(facts).stream().map(PackageFile::name).toList();
    }
}
