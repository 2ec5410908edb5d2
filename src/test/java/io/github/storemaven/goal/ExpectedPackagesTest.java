package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version and the architectures that a release has to have. */
class ExpectedPackagesTest {
    @TempDir
    Path folder;

    private GoalFixture<ValidateMojo> goal;

    @BeforeEach
    void begin() throws Exception {
        goal = GoalFixture.validate(folder, MsixBuilder.app().version("1.4.0.0"));
        goal.model.setArtifactId("tide-table");
        goal.model.setVersion("1.9.0");
    }

    private String failure() throws Exception {
        return goal.failure().orElse("");
    }

    private List<String> warnings() {
        return goal.said.stream().filter(line -> line.startsWith("WARN ")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4", "1.4.0", "1.4.0.0", " 1.4 "})
    void aMissingNumberIsZero(String version) throws Exception {
        goal.mojo.expectedVersion = version;
        assertThat(failure()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.1, tide.msix has version 1.4.0.0; store.expectedVersion is 1.4.1",
        "project, tide.msix has version 1.4.0.0; the project has 1.9.0",
        "1.4-rc1, store.expectedVersion is not kept: store.expectedVersion is 1.4-rc1",
        "1.4.0.RELEASE, no package's version ends in .RELEASE. Release it to a flight",
        "newest, 'store.expectedVersion is \"newest\"; allowed values: tag, project, and a version such as 1.4.0'",
        "1.4.0.0.0, 'store.expectedVersion is \"1.4.0.0.0\"; allowed values'",
        "tag, 'store.expectedVersion is tag, and this build is of no tag: none of GITHUB_REF_NAME'"
    })
    void anotherVersionIsRefused(String expected, String message) throws Exception {
        goal.mojo.expectedVersion = expected;
        assertThat(failure()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_REF_NAME, v1.4",
        "CI_COMMIT_TAG, release/1.4.0",
        "CI_COMMIT_TAG, release-1.4.0",
        "CI_COMMIT_TAG, release/v1.4.0",
        "BUILD_SOURCEBRANCH, refs/tags/v1.4.0.0",
        "TAG_NAME, tide-table-1.4.0"
    })
    void theTagOfTheServiceIsRead(String variable, String tag) throws Exception {
        goal.mojo.expectedVersion = "tag";
        goal.system("env.GITHUB_REF_TYPE", "tag").system("env." + variable, tag);
        assertThat(failure()).isEmpty();
        goal.system("env." + variable, tag.replace("1.4", "1.5"));
        assertThat(failure())
                .contains("tide.msix has version 1.4.0.0; the tag " + tag.replace("1.4", "1.5") + " has 1.5");
    }

    @ParameterizedTest
    @CsvSource({"GITHUB_REF_NAME, main", "BUILD_SOURCEBRANCH, refs/heads/1.4.0", "TAG_NAME, ''"})
    void aBranchIsNoTag(String variable, String value) throws Exception {
        goal.mojo.expectedVersion = "tag";
        goal.system("env.GITHUB_REF_TYPE", "branch").system("env." + variable, value);
        assertThat(failure()).contains("this build is of no tag");
    }

    @Test
    void aTagWithoutAVersionIsRefused() throws Exception {
        goal.mojo.expectedVersion = "tag";
        goal.system("env.CI_COMMIT_TAG", "nightly");
        assertThat(failure()).contains("the tag nightly has no version such as v1.4.0");
    }

    @Test
    void testersMayGetTheNumbersOfAVersionThatIsNotFinal() throws Exception {
        goal.mojo.expectedVersion = "tag";
        goal.system("env.CI_COMMIT_TAG", "v1.4.0-rc1");
        assertThat(failure()).contains("the tag v1.4.0-rc1 has 1.4.0-rc1, and no package's version ends in -rc1");
        goal.mojo.flightName = "Testers";
        assertThat(failure()).isEmpty();
        goal.system("env.CI_COMMIT_TAG", "v1.5.0-rc1");
        assertThat(failure()).contains("tide.msix has version 1.4.0.0; the tag v1.5.0-rc1 has 1.5.0-rc1");
    }

    @Test
    void withoutTheParameterAnotherVersionIsOneWarning() throws Exception {
        assertThat(failure()).isEmpty();
        assertThat(warnings())
                .containsExactly("WARN tide.msix has version 1.4.0.0; the project has 1.9.0."
                        + " store.expectedVersion=project makes this an error");
        goal.said.clear();
        goal.model.setVersion("1.4-SNAPSHOT");
        assertThat(failure()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aVersionOfThePackagesOwnIsTheProjectsOne() throws Exception {
        goal.pom("<packageVersion>1.4.0.0</packageVersion>");
        assertThat(failure()).isEmpty();
        assertThat(warnings()).isEmpty();
        goal.mojo.expectedVersion = "project";
        assertThat(failure()).isEmpty();
        goal.pom("<packageVersion>1.5.0.0</packageVersion>");
        assertThat(failure()).contains("tide.msix has version 1.4.0.0; store.packageVersion is 1.5.0.0");
    }

    @Test
    void theArchitecturesAreTheseAndNoOthers() throws Exception {
        goal.model.setVersion("1.4.0");
        goal.mojo.architectures = List.of("X64");
        assertThat(failure()).isEmpty();
        goal.mojo.architectures = List.of("x64", "arm64");
        assertThat(failure()).contains("The packages are for x64; store.architectures is x64, arm64. Missing: arm64");
        goal.mojo.architectures = List.of("arm64");
        assertThat(failure()).contains("Missing: arm64. Not expected: x64");
        begin();
        MsixBuilder.app().version("1.4.0.0").architecture("arm64").write(folder.resolve("arm.msix"));
        goal.mojo.packages = List.of("*.msix");
        goal.mojo.architectures = List.of("arm64", "x64");
        assertThat(failure()).isEmpty();
        goal.mojo.architectures = List.of("x64");
        assertThat(failure()).contains("The packages are for arm64, x64", "Not expected: arm64");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        goal.mojo.architectures = List.of("amd64");
        goal.mojo.expectedVersion = "tag";
        goal.mojo.releaseNotesSection = "some";
        goal.mojo.releaseNotesTooLong = "cut";
        assertThat(failure())
                .contains("store.architectures has \"amd64\"; allowed values: x64, x86, arm, arm64, neutral")
                .contains("this build is of no tag")
                .contains("store.releaseNotesSection is \"some\"; allowed values: version, all")
                .contains("store.releaseNotesTooLong is \"cut\"; allowed values: fail, shorten");
    }

    @Test
    void whatCannotBeKeptIsRefused() throws Exception {
        goal.mojo.expectedVersion = "1.4.0";
        goal.mojo.architectures = List.of("x64");
        goal.mojo.packages = null;
        assertThat(failure())
                .contains("store.expectedVersion is set, and there is no package to compare")
                .contains("store.architectures is set, and there is no package to compare");
        goal.mojo.packageMode = "keep";
        assertThat(failure())
                .contains("store.expectedVersion is set, and store.packageMode is keep")
                .contains("store.architectures is set, and store.packageMode is keep");
        goal.mojo.packageMode = "replace";
        goal.mojo.archive = folder.resolve("tide.msix").toFile();
        assertThat(failure()).contains("store.expectedVersion is set, and the packages in store.archive are not known");
    }
}
