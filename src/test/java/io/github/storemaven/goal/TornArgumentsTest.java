package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells make of {@code -Dstore.rehearse=true}: the goal stops before it does anything, skipped or not. */
class TornArgumentsTest {
    private GoalFixture<SubmitMojo> goal;

    @BeforeEach
    void begin() throws Exception {
        goal = GoalFixture.submit();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                ".rehearse=true; \"-Dstore.rehearse=true\"",
                ".flightName=Testers; \"-Dstore.flightName=Testers\"",
                "'-Dstore.rehearse=true'; \"-Dstore.rehearse=true\"",
                "\u2013Dstore.rehearse=true; \"-Dstore.rehearse=true\"",
                "\u2014Dstore.skip=true; \"-Dstore.skip=true\"",
                "\u2212Dstore.skip=true; \"-Dstore.skip=true\"",
                "\u201c-Dstore.rehearse=true\u201d; \"-Dstore.rehearse=true\"",
                "\u201e-Dstore.rehearse=true\u201c; \"-Dstore.rehearse=true\"",
                "\u00ab-Dstore.commit=false\u00bb; \"-Dstore.commit=false\"",
                "`-Dstore.commit=false`; \"-Dstore.commit=false\"",
                "-store.commit=false; \"-Dstore.commit=false\"",
                "store.rehearse=true; \"-Dstore.rehearse=true\"",
                "Dstore.rehearse=true; \"-Dstore.rehearse=true\"",
                "store.rehearse; \"-Dstore.rehearse\"",
                "/Dstore.rehearse=true; \"-Dstore.rehearse=true\"",
            })
    void anElementThatIsNoGoalStopsTheBuild(String torn, String whole) throws MojoExecutionException {
        assertThat(goal.goals("store:submit", torn).problems())
                .contains(torn)
                .endsWith("Put each -D into quotes as a whole: " + whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "=true", "true", "FALSE", "", "\uff0dDstore.skip", "\u2010Dstore.skip"})
    void whatIsLeftOfATornArgumentStopsTheBuildWhereverItIs(String torn) throws Exception {
        assertThat(goal.goals(torn, "deploy", "store:submit").problems()).startsWith("The shell has torn an argument");
        assertThat(GoalFixture.submit().goals("clean", torn, "deploy").problems())
                .startsWith("The shell has torn an argument");
    }

    @Test
    void theFirstPartOfATornArgumentIsEnough() throws MojoExecutionException {
        assertThat(goal.given("store", "true").problems()).contains("(-Dstore)", "\"-Dstore.rehearse=true\"");
    }

    @Test
    void anArgumentOfAnotherPluginIsPutTogetherToo() throws MojoExecutionException {
        assertThat(goal.given("maven", "true")
                        .goals("deploy", ".deploy.skip=true")
                        .problems())
                .endsWith("\"-Dmaven.deploy.skip=true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "store:submit", "store:submit@my-id", "a.b:c-d:1.0:submit", "\u00fcber:x:y"})
    void aGoalIsAGoal(String name) throws MojoExecutionException {
        assertThat(goal.goals(name).problems()).isEmpty();
    }

    @Test
    void aValueThatHasSwallowedTheNextArgumentStopsTheBuild() throws MojoExecutionException {
        assertThat(goal.given("store.archive", "C:\\my out\" -Dstore.rehearse=true")
                        .problems())
                .contains("store.archive", "\"-Dstore.rehearse=true\"");
    }

    @Test
    void anotherPluginsValueMayHaveSwallowedOurs() throws MojoExecutionException {
        assertThat(goal.given("outDir", "C:\\my out\" -Dstore.rehearse=true").problems())
                .contains("outDir", "\"-Dstore.rehearse=true\"");
    }

    @Test
    void aValueThatIsNotPartedFromTheNextArgumentStopsTheBuild() throws MojoExecutionException {
        assertThat(goal.given("store.flightName", "Testers-Dstore.rehearse=true")
                        .problems())
                .contains("store.flightName", "\"-Dstore.rehearse=true\"");
    }

    @ParameterizedTest
    @CsvSource({"skipTests -Dstore.rehearse, true", "maven.test.skip, true -Dstore.rehearse=true"})
    void severalArgumentsInOneLineOfMavenConfigStopTheBuild(String name, String value) throws MojoExecutionException {
        assertThat(goal.given(name, value).problems())
                .contains("\"-Dstore.rehearse=true\"", "a line of its own in .mvn/maven.config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\" -Dpassword=geheim", "a\0\" -Dpassword=geheim"})
    void theValueOfASwallowedSecretIsNotShown(String archive) throws MojoExecutionException {
        assertThat(goal.given("store.archive", archive).problems())
                .contains("\"-Dpassword=...\"")
                .doesNotContain("geheim");
    }

    @Test
    void argumentsForAnotherMavenAreWhole() throws MojoExecutionException {
        assertThat(goal.given("arguments", "\"-Dx=y\" -Dstore.rehearse=true")
                        .given("argLine", "-Xmx1g -Dstore.x=y")
                        .given("goals", "deploy -Dstore.rehearse=true")
                        .given("exec.commandlineArgs", "-jar a.jar -Dstore.x=y")
                        .given("store.publisher", "CN=A-Dur")
                        .problems())
                .isEmpty();
    }
}
