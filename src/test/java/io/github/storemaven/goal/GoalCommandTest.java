package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** The command that is printed after a failure: copied, it does what this build would have done, and no more. */
class GoalCommandTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private String command(boolean rehearsed) {
        return command("store", rehearsed);
    }

    private String command(String id, boolean rehearsed) {
        Model model = new Model();
        model.setArtifactId("app");
        return GoalCommand.of(
                new MavenProject(model), BuildSession.execution("submit", id, Source.LIFECYCLE), request, rehearsed);
    }

    private GoalCommandTest given(String name, String value) {
        request.getUserProperties().setProperty(name, value);
        return this;
    }

    @Test
    void aRehearsalStaysOneWhereverItsSwitchCameFrom() {
        assertThat(command(true)).isEqualTo("mvn store:submit@store -pl :app \"-Dstore.rehearse=true\"");
        assertThat(given("store.rehearse", "TRUE").command(true))
                .isEqualTo("mvn store:submit@store -pl :app \"-Dstore.rehearse=true\"");
    }

    @Test
    void whatLimitsTheReleaseStaysQuoted() {
        given("store.rolloutPercentage", "10").given("store.flightName", "Early birds");
        assertThat(command(false))
                .isEqualTo("mvn store:submit@store -pl :app \"-Dstore.flightName=Early birds\""
                        + " \"-Dstore.rolloutPercentage=10\"");
    }

    @Test
    void anExecutionWithBlanksIsQuotedToo() {
        assertThat(command("my app", false)).isEqualTo("mvn \"store:submit@my app\" -pl :app");
        assertThat(command("default-cli", false)).isEqualTo("mvn store:submit -pl :app");
    }

    @Test
    void profilesStayOnAndOff() {
        request.setActiveProfiles(List.of("windows"));
        request.setInactiveProfiles(List.of("old"));
        assertThat(command(false)).isEqualTo("mvn store:submit@store -pl :app \"-Pwindows,-old\"");
    }

    @Test
    void whatThePomMakesParametersOfStaysToo() throws Exception {
        GoalFixture<SubmitMojo> goal = GoalFixture.submit()
                .pom("<flightName>${flight}</flightName><packages><package>a-${revision}.msix</package></packages>"
                        + "<notesForCertification>${notes}</notesForCertification>")
                .property("flight", "${group}");
        goal.model.setArtifactId("app");
        given("group", "Testers")
                .given("revision", "2")
                .given("notes", "user demo")
                .given("other", "x");
        assertThat(GoalCommand.of(goal.mojo.project, goal.mojo.execution, request, false))
                .isEqualTo(
                        "mvn store:submit@default-submit -pl :app \"-Dgroup=Testers\" \"-Drevision=2\" (with the same"
                                + " notes)");
    }

    @Test
    void whatIsNotOursOrMayBeASecretIsLeftOut() {
        given("db.password", "a1").given("store.clientSecret", "a2").given("store.privateKey", "a3");
        given("store.accessToken", "a4").given("azure.token", "a5");
        assertThat(command(false)).isEqualTo("mvn store:submit@store -pl :app");
    }

    @Test
    void whatAShellWouldChangeAndNotesAreOnlyNamed() {
        given("store.notesForCertification", "user demo, password 123").given("store.packages", "C:\\out\\");
        given("store.publisher", "CN=\"Example\"").given("store.serviceUrl", "https://a:b@example.org");
        assertThat(command(false))
                .isEqualTo("mvn store:submit@store -pl :app (with the same store.notesForCertification,"
                        + " store.packages, store.publisher, store.serviceUrl)");
    }
}
