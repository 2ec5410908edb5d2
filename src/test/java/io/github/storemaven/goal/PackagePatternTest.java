package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PackageFinder;
import io.github.storemaven.submission.PackagePattern;
import io.github.storemaven.testing.SymbolicLink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pattern of packages names, by Ant's rules. */
class PackagePatternTest {
    private Path folder;

    @BeforeEach
    void begin(@TempDir Path root) {
        folder = root;
    }

    private void file(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "");
    }

    private List<String> found(String pattern) throws IOException {
        return new PackagePattern(pattern)
                .find(folder).stream()
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .toList();
    }

    @Test
    void linksAreFollowedAndEachFileIsFoundOnce() throws Exception {
        file("x/y/b.msix");
        SymbolicLink.create(folder.resolve("link"), folder.resolve("x"));
        SymbolicLink.create(folder.resolve("x/loop"), folder);
        assertThat(found("link/y/*.msix")).containsExactly("link/y/b.msix");
        assertThat(found("l*/**/*.msix")).containsExactly("link/y/b.msix");
        assertThat(found("**/*.msix")).hasSize(1);
    }

    @Test
    void caseCountsWhereItDoesForTheFileSystem() throws Exception {
        file("x/y/b.msix");
        boolean isCaseBlind = Files.exists(folder.resolve("x/y/B.msix"));
        assertThat(found("x/y/B.msix")).hasSize(isCaseBlind ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x/**/y/**/*.msix | x/1/y/2/b.msix x/1/y/b.msix x/y/2/b.msix x/y/b.msix",
                "x/**/*.msix      | x/1/y/2/b.msix x/1/y/b.msix x/y/2/b.msix x/y/b.msix",
                "**/y/*.msix      | x/1/y/b.msix x/y/b.msix",
                "x/*/b.msix       | x/y/b.msix",
                "x/?/b.ms?x       | x/y/b.msix",
                "x/{y,z}/*.msix   | x/y/b.msix",
                "x/y/{b,{c,2/b}}.msix | x/y/2/b.msix x/y/b.msix",
                "./x/../x/y/b.msix | x/y/b.msix",
                "x/y/*.appx | ''",
                "nothing/**/*.msix | ''",
                "x/%regex[.*]* | ''",
            })
    void findsByTheRulesOfAnt(String pattern, String expected) throws Exception {
        file("x/y/b.msix");
        file("x/1/y/b.msix");
        file("x/y/2/b.msix");
        file("x/1/y/2/b.msix");
        assertThat(String.join(" ", found(pattern))).isEqualTo(expected);
    }

    @Test
    void anyDepthIsSearched() throws Exception {
        String deep = "a/".repeat(40) + "app.msix";
        file(deep);
        assertThat(found("**/*.msix")).containsExactly(deep);
    }

    @ParameterizedTest
    @ValueSource(strings = {"App [x64].msix", "App {x64}.msix", "App {x64.msix", "App (1)+.msix", "a%b.msix"})
    void aPatternThatIsAFileIsThatFile(String name) throws Exception {
        file("target/" + name);
        file("target/App x.msix");
        assertThat(found("target/" + name)).containsExactly("target/" + name);
    }

    @Test
    void bracketsAreNoWildCards() throws Exception {
        file("target/App [x64].msix");
        file("target/App x.msix");
        assertThat(found("target/*[x64].msix")).containsExactly("target/App [x64].msix");
    }

    @Test
    void aFolderIsToldAsOne() throws Exception {
        file("target/app.msix");
        for (String pattern : List.of("target", "target/", "./target")) {
            ConfigurationProblems problems = new ConfigurationProblems();
            new PackageFinder(folder, folder.resolve("target"), List.of(), List.of(pattern)).find(problems);
            assertThat(problems.lines()).singleElement().asString().contains("which is a folder; write ");
        }
    }

    @Test
    void theBuildDirectoryIsSearchedTwoLevelsDeep() throws Exception {
        file("target/dist/app.msix");
        file("target/dist/deep/app.msix");
        file("target/app.MSIX");
        file("target/classes/notes.txt");
        assertThat(new PackageFinder(folder, folder.resolve("target"), List.of(), List.of())
                        .find(new ConfigurationProblems())
                        .files())
                .containsExactly(folder.resolve("target/app.MSIX"), folder.resolve("target/dist/app.msix"));
    }

    @Test
    void theBuildDirectoryMayBeALink() throws Exception {
        file("elsewhere/app.msix");
        SymbolicLink.create(folder.resolve("target"), folder.resolve("elsewhere"));
        assertThat(new PackageFinder(folder, folder.resolve("target"), List.of(), List.of())
                        .find(new ConfigurationProblems())
                        .files())
                .singleElement()
                .satisfies(file -> assertThat(file).hasFileName("app.msix"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a*a*a*a*a*a*a*a*a*a*a*ab*.msix",
                "**/a/**/a/**/a/**/a/**/a/**/a/**/b.msix",
                "a**a**a**a**a**ab.msix"
            })
    void manyWildCardsCostNoMoreThanOne(String pattern) throws Exception {
        file("a".repeat(200) + ".msix");
        file("a/".repeat(60) + "app.msix");
        long before = cpuSeconds();
        assertThat(found(pattern)).isEmpty();
        assertThat(cpuSeconds() - before).isLessThan(3);
    }

    private static long cpuSeconds() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                .toSeconds();
    }
}
