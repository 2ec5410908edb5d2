package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What {@code mvn store:help} prints, in a terminal of 80 columns. */
class HelpMojoTest {
    private static List<String> help(String goal, boolean detail) throws Exception {
        try (Reader text = new InputStreamReader(
                HelpMojoTest.class.getResourceAsStream("/META-INF/maven/plugin.xml"), StandardCharsets.UTF_8)) {
            PluginDescriptor plugin = new PluginDescriptorBuilder().build(text);
            List<String> said = new ArrayList<>();
            HelpMojo help = new HelpMojo();
            help.setLog(new SystemStreamLog() {
                @Override
                public void info(CharSequence lines) {
                    said.addAll(lines.toString().lines().toList());
                }
            });
            help.goal = goal;
            help.detail = detail;
            help.execution = new MojoExecution(plugin.getMojo("help"), "default-cli");
            help.execute();
            return said;
        }
    }

    @Test
    void theGoalsOfAReleaseComeFirstAndTheLastLineIsAnExample() throws Exception {
        List<String> said = help(null, false);
        assertThat(said).allMatch(line -> line.length() <= 80);
        assertThat(said.get(0)).startsWith("Store Maven Plugin ");
        assertThat(said.stream().filter(line -> line.startsWith("store:")))
                .startsWith("store:submit (phase deploy)", "store:validate (phase verify)", "store:plan")
                .contains("store:help", "store:delete-addon")
                .doesNotHaveDuplicates();
        assertThat(said).element(3).asString().startsWith("    Publishes a submission of an app");
        assertThat(said.subList(said.size() - 2, said.size()))
                .containsExactly(
                        "The parameters of a goal:  mvn store:help \"-Ddetail\" \"-Dgoal=submit\"",
                        "A release without account: mvn store:submit \"-Dstore.rehearse=true\"");
    }

    @Test
    void theParametersOfEveryDayComeFirst() throws Exception {
        List<String> said = help("submit", true);
        assertThat(said).allMatch(line -> line.length() <= 80);
        assertThat(said)
                .containsSubsequence(
                        "  Parameters of every day:",
                        "    applicationId",
                        "    rehearse (default false)",
                        "    packages",
                        "    waitFor (default commit)",
                        "  All other parameters, by name:",
                        "    addonDirectory",
                        "    skipSubmit (default false, property store.submit.skip)");
        assertThat(said).doesNotContain("store:validate (phase verify)");
        assertThat(said.get(said.size() - 1)).contains("\"-Dstore.rehearse=true\"");
    }

    @Test
    void aGoalThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> help("publish", true))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("There is no goal \"publish\". The goals are submit, validate, plan, ");
    }
}
