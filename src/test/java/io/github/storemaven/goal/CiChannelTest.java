package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals tell the CI service, as its bytes. */
class CiChannelTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private BuildSession build;

    @BeforeEach
    void begin() throws IOException {
        build = new BuildSession(folder, "app");
        build.writePackage("app", "tide.msix", "1.2.0.0");
    }

    private void variable(String name, Object value) {
        build.session().getSystemProperties().setProperty("env." + name, value.toString());
    }

    private void gitHub() {
        variable("GITHUB_ACTIONS", true);
        variable("GITHUB_WORKSPACE", folder);
        variable("GITHUB_STEP_SUMMARY", folder.resolve("step-summary"));
        variable("GITHUB_OUTPUT", folder.resolve("output"));
    }

    private <T extends AbstractStoreMojo> T goal(T mojo, String goal) {
        build.goal("app", mojo, goal);
        mojo.console = console;
        return mojo;
    }

    private ValidateMojo validate() {
        return goal(new ValidateMojo(null, null), "validate");
    }

    private PlanMojo plan() {
        return goal(new PlanMojo(null, null), "plan");
    }

    private String written() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private String summary() throws IOException {
        Path file = folder.resolve("step-summary");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve("app").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aFindingIsShownAtItsFileAndWithoutOneNothingIs() throws Exception {
        gitHub();
        validate().execute();
        assertThat(written()).isEmpty();
        assertThat(summary()).isEmpty();
        assertThat(folder.resolve("app/target/store/validation.md")).doesNotExist();
        file("src/store/listings/en-us/releaseNotes.txt", "x".repeat(1600));
        assertThatThrownBy(validate()::execute).isInstanceOf(MojoFailureException.class);
        assertThat(written())
                .startsWith("\n::error file=app/src/store/listings/en-us/releaseNotes.txt,title=TXT-03::")
                .endsWith("\n")
                .containsOnlyOnce("::error");
        assertThat(summary()).startsWith("### Store: 1 error, 0 warnings\n\n- ").contains("TXT-03");
        assertThat(folder.resolve("app/target/store/validation.md")).exists();
    }

    @Test
    void whatTheBuildHasMadeIsInNoChange() throws Exception {
        gitHub();
        build.writePackage("app", "tide.msix", "1.2.0.7");
        assertThatThrownBy(validate()::execute).isInstanceOf(MojoFailureException.class);
        assertThat(written()).contains("\n::error title=VER-02::").doesNotContain("file=");
    }

    @Test
    void planShowsItsSummaryAndTwoGoalsAppend() throws Exception {
        gitHub();
        plan().execute();
        String first = summary();
        assertThat(first).startsWith("### REHEARSAL: Store release of app " + BuildSession.APP);
        assertThat(first.strip())
                .isEqualTo(Files.readString(folder.resolve("app/target/store/plan.md"))
                        .strip());
        plan().execute();
        assertThat(summary()).isEqualTo(first + first);
        assertThat(folder.resolve("output")).doesNotExist();
    }

    @Test
    void aFailureWithoutAFindingIsAnAnnotationOfTheRun() throws Exception {
        variable("TF_BUILD", "True");
        PlanMojo plan = plan();
        plan.onPending = "perhaps";
        assertThatThrownBy(plan::execute).isInstanceOf(MojoFailureException.class);
        assertThat(written())
                .isEqualTo(
                        "\n##vso[task.logissue type=error]store:plan: store.onPending is \"perhaps\"; allowed values:"
                                + " replace, resume, fail\n");
    }

    @Test
    void azureIsGivenTheFile() throws Exception {
        variable("TF_BUILD", "True");
        plan().execute();
        assertThat(written())
                .isEqualTo("\n##vso[task.uploadsummary]"
                        + folder.resolve("app/target/store/plan.md").toAbsolutePath() + "\n");
    }

    @Test
    void theParameterDecidesBeforeTheEnvironment() throws Exception {
        gitHub();
        PlanMojo silent = plan();
        silent.ciReport = "none";
        silent.execute();
        assertThat(written() + summary()).isEmpty();
        ValidateMojo forced = validate();
        forced.ciReport = "TeamCity";
        file("src/store/listings/en-us/releaseNotes.txt", "x".repeat(1600));
        assertThatThrownBy(forced::execute).isInstanceOf(MojoFailureException.class);
        assertThat(written())
                .startsWith("\n##teamcity[message text='src/store/listings/en-us/releaseNotes.txt: TXT-03: ");
    }

    @Test
    void anUnknownServiceIsToldWithAllElse() {
        gitHub();
        PlanMojo plan = plan();
        plan.ciReport = "jenkins";
        plan.expectedVersion = "tag";
        plan.architectures = List.of("riscv");
        assertThatThrownBy(plan::execute)
                .hasMessageContaining(
                        "store.ciReport is \"jenkins\"; allowed values: auto, none, github, azure, teamcity")
                .hasMessageContaining("this build is of no tag")
                .hasMessageContaining("store.architectures has \"riscv\"");
        assertThat(written()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsOneWarningThatNamesItsVariable() throws Exception {
        gitHub();
        variable("GITHUB_STEP_SUMMARY", Files.createDirectories(folder.resolve("directory")));
        plan().execute();
        assertThat(build.said())
                .filteredOn(line -> line.startsWith("WARNING ") && line.contains("GITHUB_STEP_SUMMARY"))
                .hasSize(1);
        variable("GITHUB_STEP_SUMMARY", "");
        build.said().clear();
        plan().execute();
        assertThat(build.said()).noneMatch(line -> line.contains("GITHUB_STEP_SUMMARY"));
    }

    @Test
    void aConsoleThatIsGoneIsAWarning() throws Exception {
        gitHub();
        file("src/store/listings/en-us/releaseNotes.txt", "x".repeat(1600));
        ValidateMojo validate = validate();
        validate.console = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThatThrownBy(validate::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("TXT-03");
        assertThat(build.said()).anyMatch(line -> line.contains("is not told of this run: broken pipe"));
    }

    /** Release notes that strangers write, by the titles of pull requests. */
    @Test
    void aTextOfAChangelogIsNoCommandInAnyLine() throws Exception {
        gitHub();
        file("CHANGELOG.md", """
                ## 1.2.0

                ::set-output name=a::b

                ##vso[task.setvariable variable=X]y

                ##teamcity[buildStatus status='FAILURE']

                ##[error]no

                ### ::error::x
                """);
        PlanMojo plan = plan();
        plan.releaseNotesFile = folder.resolve("app/CHANGELOG.md").toFile();
        plan.execute();
        List<String> lines = build.said().stream().flatMap(String::lines).toList();
        assertThat(lines).anyMatch(line -> line.contains("vso[task.setvariable"));
        assertThat(lines).noneMatch(line -> line.strip().startsWith("::"));
        assertThat(lines)
                .noneMatch(line -> line.contains("##vso[") || line.contains("##teamcity[") || line.contains("##["));
    }
}
