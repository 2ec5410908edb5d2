package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to submit in the POM counts for rollout and status only where it is meant for them. */
class OwnParametersTest {
    private GoalFixture<RolloutMojo> rollout;
    private GoalFixture<StatusMojo> status;

    @BeforeEach
    void begin() throws Exception {
        rollout = new GoalFixture<>(new RolloutMojo(null), "rollout");
        status = new GoalFixture<>(new StatusMojo(null), "status");
    }

    @Test
    void theCommonConfigurationIsPassedOver() throws Exception {
        rollout.mojo.rolloutPercentage = "10";
        assertThat(rollout.pom("<rolloutPercentage>10</rolloutPercentage>").problems())
                .isEmpty();
        assertThat(rollout.mojo.rolloutPercentage).isNull();

        status.mojo.waitFor = "publication";
        status.mojo.timeout = "P1D";
        assertThat(status.pom("<waitFor>publication</waitFor><timeout>P1D</timeout>")
                        .problems())
                .isEmpty();
        assertThat(status.mojo).extracting("waitFor", "timeout").containsExactly("none", null);
    }

    @Test
    void soAreTheEndsThatSubmitTolerates() throws Exception {
        status.mojo.tolerate = List.of("outage");
        assertThat(status.pom("<tolerate>outage</tolerate>").problems()).isEmpty();
        assertThat(status.mojo.tolerate).isNull();

        status.given("store.tolerate", "outage,timedOut");
        assertThat(status.problems()).isEmpty();
        assertThat(status.mojo.tolerate).containsExactly("outage", "timedOut");
    }

    @Test
    void aListOfTheGoalsOwnExecutionCounts() throws Exception {
        execution(status, "<tolerate><end>outage</end><end>timedOut</end></tolerate>", "status");
        assertThat(status.problems()).isEmpty();
        assertThat(status.mojo.tolerate).containsExactly("outage", "timedOut");

        execution(status, "<tolerate>outage</tolerate>", "status");
        assertThat(status.problems()).isEmpty();
        assertThat(status.mojo.tolerate).containsExactly("outage");
    }

    @Test
    void soAreProperties() throws Exception {
        status.mojo.waitFor = "publication";
        assertThat(status.property("store.waitFor", "publication").problems()).isEmpty();
        assertThat(status.mojo.waitFor).isEqualTo("none");

        rollout.mojo.rolloutPercentage = "10";
        assertThat(rollout.settings("store.rolloutPercentage", "10").problems()).isEmpty();
        assertThat(rollout.mojo.rolloutPercentage).isNull();
    }

    @Test
    void anExpressionWithoutAValueIsOfNoConcernThere() throws Exception {
        assertThat(rollout.pom("<rolloutPercentage>${share}</rolloutPercentage>")
                        .problems())
                .isEmpty();
        assertThat(rollout.mojo.rolloutPercentage).isNull();
    }

    @Test
    void theCommandLineWinsOverThePom() throws Exception {
        assertThat(rollout.pom("<rolloutPercentage>10</rolloutPercentage>")
                        .given("store.rolloutPercentage", "50")
                        .problems())
                .isEmpty();
        assertThat(rollout.mojo.rolloutPercentage).isEqualTo("50");

        assertThat(status.pom("<waitFor>none</waitFor>")
                        .given("store.waitFor", "commit")
                        .given("store.timeout", "PT2H")
                        .problems())
                .isEmpty();
        assertThat(status.mojo).extracting("waitFor", "timeout").containsExactly("commit", "PT2H");
        assertThat(status.said).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void anEmptyValueOfTheCommandLineIsAnErrorAllTheSame() throws Exception {
        assertThat(rollout.given("store.rolloutPercentage", "").problems())
                .contains("store.rolloutPercentage is empty on the command line");
    }

    /** Maven gives the goal the execution's configuration with the common one merged into it. */
    private static void execution(GoalFixture<?> goal, String elements, String... goals) throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.setId(goal.mojo.execution.getExecutionId());
        execution.setGoals(List.of(goals));
        execution.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>")));
        goal.pom(elements);
        goal.model.getBuild().getPlugins().get(0).addExecution(execution);
        goal.model.getBuild().getPlugins().get(0).setConfiguration(null);
    }

    @Test
    void anExecutionOfTheGoalsOwnCounts() throws Exception {
        execution(rollout, "<rolloutPercentage>50</rolloutPercentage>", "rollout");
        assertThat(rollout.problems()).isEmpty();
        assertThat(rollout.mojo.rolloutPercentage).isEqualTo("50");

        execution(status, "<waitFor>certification</waitFor>", "status");
        assertThat(status.property("store.waitFor", "none").problems()).isEmpty();
        assertThat(status.mojo.waitFor).isEqualTo("certification");
    }

    @Test
    void theCommandLineWinsOverThatTooAndSubmitsExecutionDoesNotCount() throws Exception {
        execution(rollout, "<rolloutPercentage>50</rolloutPercentage>", "rollout");
        rollout.given("store.rolloutPercentage", "75");
        assertThat(rollout.problems()).isEmpty();
        assertThat(rollout.mojo.rolloutPercentage).isEqualTo("75");

        execution(status, "<waitFor>certification</waitFor>", "submit", "status");
        assertThat(status.problems()).isEmpty();
        assertThat(status.mojo.waitFor).isEqualTo("none");
    }

    @Test
    void submitTakesThemFromThePomAsEver() throws Exception {
        GoalFixture<SubmitMojo> submit = GoalFixture.submit();
        assertThat(submit.pom("<rolloutPercentage>10</rolloutPercentage>")
                        .given("store.rolloutPercentage", "50")
                        .problems())
                .contains("has no effect");
    }
}
