package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the CI service is told of the releases of a build, once, when the build is over. */
class ReleaseChannelTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private BuildSession build(String... modules) throws IOException {
        BuildSession build = new BuildSession(folder, modules);
        for (String module : modules) {
            build.writePackage(module, "tide.msix", "1.2.0.0");
        }
        return build;
    }

    private void variable(BuildSession build, String name, Object value) {
        build.session().getSystemProperties().setProperty("env." + name, value.toString());
    }

    private void gitHub(BuildSession build) {
        variable(build, "GITHUB_ACTIONS", true);
        variable(build, "GITHUB_WORKSPACE", folder);
        variable(build, "GITHUB_STEP_SUMMARY", folder.resolve("step-summary"));
        variable(build, "GITHUB_OUTPUT", folder.resolve("output"));
    }

    private SubmitMojo submit(BuildSession build, String module, String app) {
        SubmitMojo submit = build.submit(module);
        submit.applicationId = app;
        submit.console = console;
        return submit;
    }

    private String written() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private String text(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    @Test
    void gitHubGetsTheEndASummaryAndTheOutputs() throws Exception {
        BuildSession build = build("app");
        gitHub(build);
        submit(build, "app", BuildSession.APP).execute();
        assertThat(written() + text("output") + text("step-summary")).isEmpty();
        build.end();
        assertThat(written())
                .startsWith("\n::notice title=REHEARSAL%3A Microsoft Store%2C ")
                .endsWith("\n");
        assertThat(text("step-summary")).startsWith("### REHEARSAL Microsoft Store: app " + BuildSession.APP);
        assertThat(text("output"))
                .isEqualTo(text("app/target/store/outputs.properties"))
                .contains(
                        "STORE_RESULT=submitted\n",
                        "STORE_REHEARSAL=true\n",
                        "STORE_RESULTS=" + BuildSession.APP + ":submitted\n");
    }

    @Test
    void threeProductsHaveOneSummaryAndTheOutputsOfAll() throws Exception {
        BuildSession build = build("one", "two", "three");
        gitHub(build);
        submit(build, "one", "9PAPPDEMO001").execute();
        submit(build, "two", "9PAPPDEMO002").execute();
        submit(build, "three", "9PAPPDEMO003").execute();
        build.end();
        assertThat(text("step-summary").lines().filter(line -> line.startsWith("### ")))
                .hasSize(3);
        assertThat(text("output").lines().filter(line -> line.startsWith("STORE_RESULTS=")))
                .containsExactly("STORE_RESULTS=9PAPPDEMO001:submitted,9PAPPDEMO002:submitted,9PAPPDEMO003:submitted");
        assertThat(written().lines().filter(line -> line.startsWith("::notice ")))
                .hasSize(3);
    }

    @Test
    void aFailureIsAnErrorWithItsFindingsBehindIt() throws Exception {
        BuildSession build = build("app");
        gitHub(build);
        Path notes = folder.resolve("app/src/store/listings/en-us/releaseNotes.txt");
        Files.createDirectories(notes.getParent());
        Files.writeString(notes, "x".repeat(1600));
        assertThatThrownBy(submit(build, "app", BuildSession.APP)::execute).isInstanceOf(MojoFailureException.class);
        build.end();
        List<String> lines = written().lines().filter(line -> !line.isEmpty()).toList();
        assertThat(lines.get(0))
                .startsWith("::error title=REHEARSAL%3A Microsoft Store%2C ")
                .contains("TXT-03");
        assertThat(lines.get(1))
                .startsWith("::error file=app/src/store/listings/en-us/releaseNotes.txt,title=TXT-03::");
        assertThat(text("output")).contains("STORE_RESULT=invalid\n");
    }

    @Test
    void azureGetsTheFileAndVariables() throws Exception {
        BuildSession build = build("app");
        variable(build, "TF_BUILD", "True");
        submit(build, "app", BuildSession.APP).execute();
        build.end();
        assertThat(written())
                .contains("\n##vso[task.uploadsummary]"
                        + folder.resolve("app/target/store/summary.md").toAbsolutePath() + "\n")
                .contains("\n##vso[task.setvariable variable=STORE_RESULT;isOutput=true]submitted\n")
                .doesNotContain("task.complete");
        assertThat(folder.resolve("app/target/store/summary.md")).exists();
    }

    @Test
    void teamCityGetsParameters() throws Exception {
        BuildSession build = build("app");
        variable(build, "TEAMCITY_VERSION", "2025.07");
        submit(build, "app", BuildSession.APP).execute();
        build.end();
        assertThat(written())
                .contains("\n##teamcity[setParameter name='env.STORE_RESULT' value='submitted']\n")
                .doesNotContain("buildProblem");
    }

    @Test
    void whatIsSkippedIsOneOutputAndNothingElse() throws Exception {
        BuildSession build = build("app");
        gitHub(build);
        SubmitMojo submit = submit(build, "app", BuildSession.APP);
        submit.skip = true;
        submit.execute();
        build.end();
        assertThat(text("output")).isEqualTo("STORE_RESULT=skipped\n");
        assertThat(written() + text("step-summary")).isEmpty();
    }

    @Test
    void aLinkIsForGitLabAndARehearsalHasNone() throws Exception {
        BuildSession build = build("app");
        submit(build, "app", BuildSession.APP).execute();
        build.end();
        assertThat(written()).isEmpty();
        assertThat(text("app/target/store/annotations.json")).isEqualToIgnoringWhitespace("{}");
    }
}
