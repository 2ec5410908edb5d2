package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README, CONTRIBUTING and whoever watches a run rely on in the POM, in {@code .ci/run} and in the workflow. */
class ContinuousIntegrationTest {
    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }

    /** A function of the script, up to the brace in the first column. */
    private static String function(String name) throws IOException {
        return read(".ci/run").split("\\R" + name + "\\(\\) \\{\\R", 2)[1].split("\\R\\}\\R", 2)[0];
    }

    @Test
    void whoeverSkipsTheTestsSkipsTheBuildsToo() throws IOException {
        String properties = read("pom.xml").split("<properties>", 2)[1].split("</properties>", 2)[0];
        assertThat(properties).contains("<invoker.skip>${skipTests}</invoker.skip>");
    }

    @Test
    void whatWasLeftOutStandsBesideTheTotals() throws IOException {
        assertThat(function("totals").lines().map(String::strip))
                .containsSubsequence(
                        "log=target/ci-$name.log",
                        "for name in \"${left_out[@]}\"; do",
                        "echo \"Left out: $name\"",
                        "done");
        assertThat(read(".ci/run").stripTrailing()).endsWith("\ntotals \"${parts[@]}\"");
    }

    /** The release plugin commits and tags, and the second build is of what git knows. */
    @Test
    void whatUsesGitNeedsIt() throws IOException {
        assertThat(function("matrix")).contains("need git git\n");
        assertThat(function("again")).contains("need git git\n");
    }

    @Test
    void theWorkflowRunsTheSameScript() throws IOException {
        assertThat(read(".github/workflows/ci.yml").lines().map(String::strip))
                .anyMatch(line -> line.matches("run: (\\S+=\\S+ )?\\.ci/run"));
    }
}
