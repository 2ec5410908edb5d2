package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.storemaven.json.Json;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.submission.PackageFinder;
import io.github.storemaven.submission.PackagePattern;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.WindowsDisk;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the goals do with paths, on a disk of Windows. Issue 10, point 4. */
class WindowsPathsTest {
    private final WindowsDisk disk = new WindowsDisk();
    private Path project;

    @BeforeEach
    void build() throws IOException {
        disk.file("C:\\work\\tide table\\target\\dist\\Tide.msix", "");
        disk.file("C:\\work\\tide table\\target\\notes.txt", "");
        project = disk.path("C:\\work\\tide table");
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target\\dist\\*.msix",
                "target/dist/*.msix",
                "target\\dist/tide.msix",
                "target\\**\\*.MSIX",
                "**/*.msix",
                "target\\{dist,out}\\*.msix",
                "C:\\work\\tide table\\target\\dist\\*.msix",
                "c:/work/Tide Table/target/dist/Tide.msix",
                " target\\..\\target\\dist\\T?de.msix "
            })
    void patternsWithEitherSlashFindThePackage(String pattern) throws IOException {
        List<Path> found = new PackagePattern(pattern).find(project);
        assertThat(found)
                .singleElement()
                .satisfies(file -> assertThat(
                                Files.isSameFile(file, disk.path("C:\\work\\tide table\\target\\dist\\Tide.msix")))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"D:\\out\\*.msix", "target\\*.msix", "dist\\Tide.msix", "target", "..\\*.msix"})
    void otherPatternsFindNothing(String pattern) throws IOException {
        assertThat(new PackagePattern(pattern).find(project)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"target\\a|b.msix", "target\\\"dist\"\\*.msix", "target\\{dist\\*.msix", "1:\\*.msix"})
    void aPatternThatIsNoneIsAProblemThatNamesIt(String pattern) throws IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        PackageFinder.Found found =
                new PackageFinder(project, project.resolve("target"), List.of(), List.of(pattern)).find(problems);
        assertThat(found.files()).isEmpty();
        assertThat(problems.lines())
                .singleElement()
                .asString()
                .startsWith("store.packages names \"" + pattern + "\", which")
                .doesNotContain("\n");
    }

    @Test
    void namesInTheArchiveHaveForwardSlashes() throws Exception {
        List<PackageInfo> facts = new ArrayList<>();
        for (String architecture : List.of("x64", "arm64")) {
            Path file = disk.file(
                    "C:\\out\\" + architecture + "\\Tide.msix",
                    MsixBuilder.app().architecture(architecture).bytes());
            facts.add(new PackageReader().read(file));
        }
        assertThat(PackageFinder.named(facts))
                .extracting(PackageFile::name)
                .containsExactly("x64/Tide.msix", "arm64/Tide.msix");
        assertThat(PackageFinder.named(facts.subList(0, 1)))
                .extracting(PackageFile::name)
                .containsExactly("Tide.msix");
    }

    @Test
    void aResultIsWrittenWithItsFolders() throws Exception {
        Path file = project.resolve("target\\store\\submission.json");
        ResultFile.write(
                file,
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("status", JsonValue.TRUE)
                        .build());
        assertThat(Files.readString(file)).contains("\"status\"").doesNotContain("\r");
    }

    @Test
    void anAccessControlListKeepsATokenToItsOwner() throws Exception {
        Path file = project.resolve("target\\token");
        Files.writeString(file, "old");
        OwnerOnlyFile.write(file, "a token");

        assertThat(Files.readString(file)).isEqualTo("a token");
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        assertThat(view.getAcl()).singleElement().satisfies((AclEntry entry) -> {
            assertThat(entry.principal()).isEqualTo(view.getOwner());
            assertThat(entry.permissions()).containsExactlyInAnyOrder(AclEntryPermission.values());
        });
        assertNothingElse(file.getParent(), "dist", "notes.txt", "token");
    }

    @Test
    void noTokenIsWrittenWhereThereAreNoPermissions() throws Exception {
        try (FileSystem stick = Jimfs.newFileSystem(Configuration.windows())) {
            Path file = stick.getPath("C:\\work\\token");
            assertThatThrownBy(() -> OwnerOnlyFile.write(file, "a token"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("without permissions");
            assertNothingElse(file.getParent());
        }
    }

    private static void assertNothingElse(Path folder, String... names) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
