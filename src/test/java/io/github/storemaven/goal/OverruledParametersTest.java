package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line gives and the POM overrules. */
class OverruledParametersTest {
    private GoalFixture<SubmitMojo> goal;

    @BeforeEach
    void begin() throws Exception {
        goal = GoalFixture.submit();
    }

    @ParameterizedTest
    @CsvSource({
        "applicationId, 9PAPERCLIP01, 9PAPERCLIP02",
        "rehearse, false, true",
        "commit, true, false",
        "skip, false, true",
        "flightName, Beta, beta",
        "rolloutPercentage, 10, 5",
        "onPending, replace, fail",
        "targetPublishMode, Manual, Immediate",
        "visibility, Public, Private"
    })
    void whatDecidesTheReleaseIsAnError(String name, String pom, String given) throws Exception {
        assertThat(goal.pom("<" + name + ">" + pom + "</" + name + ">")
                        .given("store." + name, given)
                        .problems())
                .startsWith("\"-Dstore." + name + "=" + given + "\" has no effect: <" + name + "> is \"" + pom
                        + "\" in the POM (");
    }

    @Test
    void aSkipOfOneGoalIsAnErrorToo() throws Exception {
        assertThat(goal.pom("<skipSubmit>false</skipSubmit>")
                        .given("store.submit.skip", "true")
                        .problems())
                .startsWith("\"-Dstore.submit.skip=true\" has no effect");
    }

    @Test
    void anythingElseIsAWarning() throws Exception {
        assertThat(goal.pom("<waitFor>none</waitFor><timeout>${wait}</timeout>")
                        .property("wait", "PT1H")
                        .given("store.waitFor", "publication")
                        .given("store.timeout", "PT2H")
                        .problems())
                .isEmpty();
        assertThat(goal.said)
                .anyMatch(line ->
                        line.startsWith("WARN \"-Dstore.waitFor=publication\" has no effect: <waitFor> is \"none\""))
                .anyMatch(
                        line -> line.startsWith("WARN \"-Dstore.timeout=PT2H\" has no effect: <timeout> is \"PT1H\""));
    }

    @ParameterizedTest
    @CsvSource({
        "<waitFor>none</waitFor>, store.waitFor, NONE",
        "<rehearse>true</rehearse>, store.rehearse, TRUE",
        "<flightName>Beta</flightName>, store.flightName, Beta",
        "<serverId>${store.serverId}</serverId>, store.serverId, mine",
        "<serverId/>, store.serverId, mine"
    })
    void whatIsTheSameOrPassedOnIsFine(String pom, String property, String given) throws Exception {
        assertThat(goal.pom(pom).given(property, given).problems()).isEmpty();
        assertThat(goal.said).noneMatch(line -> line.startsWith("WARN"));
    }

    /** Maven 3 lets the command line win over a list; Maven 4 and a list as text do not. */
    @Test
    void aListIsComparedAsAWhole() throws Exception {
        assertThat(goal.pom("<packages>a.msix,b.msix</packages>")
                        .given("store.packages", "c.msix")
                        .problems())
                .contains("<packages> is \"a.msix,b.msix\"");
        goal = GoalFixture.submit();
        assertThat(goal.pom("<packages><package>a.msix</package></packages>")
                        .given("store.packages", "c.msix")
                        .problems())
                .isEmpty();
        assertThat(goal.maven4().problems()).contains("<packages> is \"a.msix\" in the POM");
    }

    @Test
    void anEmptyElementSwallowsTheCommandLineOnMaven4() throws Exception {
        assertThat(goal.maven4()
                        .pom("<rehearse></rehearse>")
                        .given("store.rehearse", "true")
                        .problems())
                .startsWith("\"-Dstore.rehearse=true\" has no effect: <rehearse> is empty in the POM (");
    }

    @Test
    void settingsCountLikeTheCommandLine() throws Exception {
        assertThat(goal.pom("<rehearse>false</rehearse>")
                        .settings("store.rehearse", "true")
                        .problems())
                .startsWith("store.rehearse in settings.xml has no effect");
    }
}
