package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.CpuTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Organization;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ${...}} in a text may be, and that nothing else is shown. */
class ProjectFilterTest {
    private static final String SECRET = "hunter2-of-the-server";

    private final Properties commandLine = new Properties();
    private final Settings settings = new Settings();
    private final List<String> problems = new ArrayList<>();
    private MavenProject project;

    @BeforeEach
    void begin() {
        Model model = new Model();
        model.setVersion("1.2.0");
        model.setName("Tide Table");
        model.setOrganization(new Organization());
        model.getOrganization().setName("Harbour");
        model.setBuild(new Build());
        model.getBuild().setFinalName("tide-1.2.0");
        model.getBuild().addPlugin(new Plugin());
        model.addProperty("greeting", "Ahoy");
        model.addProperty("project.build.outputTimestamp", "2026-11-30");
        model.addProperty("nested", "${settings.servers[0].password}");
        model.addProperty("label", "${greeting}, ${project.version}");
        model.addProperty("itself", "a ${itself}");
        model.addProperty("signing.password", SECRET);
        project = new MavenProject(model);
        Server server = new Server();
        server.setPassword(SECRET);
        settings.addServer(server);
        Profile profile = new Profile();
        profile.addProperty("signing.password", SECRET);
        settings.addProfile(profile);
        commandLine.setProperty("store.secret", SECRET);
    }

    private String text(String written) {
        return new ProjectFilter(project, commandLine, settings, Date.from(Instant.parse("2026-11-30T08:15:00Z")))
                .text(written, (line, message) -> problems.add(line + ": " + message));
    }

    @ParameterizedTest
    @CsvSource({
        "${project.version}, 1.2.0",
        "${pom.version}, 1.2.0",
        "${project.name}, Tide Table",
        "${project.organization.name}, Harbour",
        "${project.build.finalName}, tide-1.2.0",
        "${project.build.outputTimestamp}, 2026-11-30",
        "${greeting}, Ahoy",
        "${label}!, 'Ahoy, 1.2.0!'",
        "${maven.build.timestamp}, 2026-11-30T08:15:00Z",
        "a${greeting}b${greeting}, aAhoybAhoy",
        "$greeting {greeting} ${greeting, $greeting {greeting} ${greeting",
        "${}} ${}${greeting}, ${}} ${}Ahoy",
    })
    void valuesOfTheProjectAreReplaced(String written, String expected) {
        assertThat(text(written)).isEqualTo(expected);
        assertThat(problems).isEmpty();
    }

    @Test
    void theCommandLineWinsOverAPropertyOfThePomAndTheTimestampHasItsFormat() {
        commandLine.setProperty("greeting", "Moin");
        project.getProperties().setProperty("maven.build.timestamp.format", "yyyy");
        assertThat(text("${greeting} ${maven.build.timestamp}")).isEqualTo("Moin 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings.servers[0].password",
                "settings.servers(0).password",
                "session.settings.servers[0].password",
                "Settings.localRepository",
                "env.AZURE_CLIENT_SECRET",
                "env.PATH",
                "user.home",
                "mojo.session",
                "signing.password",
                "nested",
            })
    void whatBelongsToTheMachineIsRefusedWithItsLine(String name) {
        text("One\nTwo ${" + name + "}\n");
        assertThat(problems).singleElement().asString().startsWith("2: ${").contains("is not a value of the project");
        assertThat(problems.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.home",
                "os.name",
                "store.secret",
                "file.separator",
                "nothing",
                "project",
                "project.",
                "project.nothing.version",
                "project.properties",
                "project.build.plugins",
                "project.build.plugins[0].version",
                "project.class.name",
                "project.version.bytes",
                "itself",
                " greeting",
            })
    void whatHasNoValueInTheProjectIsRefused(String name) {
        text("${" + name + "}");
        assertThat(problems).singleElement().asString().startsWith("1: ${").contains("has no value in this project");
        assertThat(problems.toString()).doesNotContain(SECRET);
    }

    @Test
    void aPropertyOfAProfileOfTheSettingsIsRefusedWhateverMavenMadeOfIt() {
        org.apache.maven.model.Profile active = new org.apache.maven.model.Profile();
        active.setSource(org.apache.maven.model.Profile.SOURCE_SETTINGS);
        active.addProperty("keystore.password", "${env.KEYSTORE}");
        project.setActiveProfiles(List.of(active));
        project.getProperties().setProperty("keystore.password", SECRET);
        text("${keystore.password}");
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("is not a value of the project")
                .doesNotContain(SECRET);
    }

    @Test
    void allMistakesComeAtOnceAndNoneIsLong() {
        text("${env.A}\n${nothing} ${" + "x".repeat(5000) + "}");
        assertThat(problems)
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(300));
        assertThat(problems).extracting(problem -> problem.charAt(0)).containsExactly('1', '2', '2');
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "$", "${{", "}", "${a", "$ {"})
    void timeGrowsWithTheTextOnly(String repeated) throws Exception {
        String text = repeated.repeat(1024 * 1024 / repeated.length());
        assertThat(CpuTime.within(Duration.ofSeconds(2), () -> text(text))).isEqualTo(text);
    }
}
