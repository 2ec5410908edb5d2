package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that nobody knows: near a known one they stop the build, else they are a warning. */
class UnknownParametersTest {
    private GoalFixture<SubmitMojo> goal;

    @BeforeEach
    void begin() throws Exception {
        goal = GoalFixture.submit();
    }

    @ParameterizedTest
    @CsvSource({
        "store.rehearsal, store.rehearse",
        "store.rehersal, store.rehearse",
        "store.rehaerse, store.rehearse",
        "store.dryRun, store.rehearse",
        "store.dry-run, store.rehearse",
        "store.Rehearse, store.rehearse",
        "STORE.REHEARSE, store.rehearse",
        "store.rolloutPercent, store.rolloutPercentage",
        "store.rollout-percentage, store.rolloutPercentage",
        "store.applicationid, store.applicationId",
        "store.aplicationId, store.applicationId",
        "store.flight, store.flightName",
        "store.rollout, store.rolloutPercentage",
        "rehearse, store.rehearse",
        "rolloutPercentage, store.rolloutPercentage",
        "store.flight_name, store.flightName",
        "store.package, store.packages",
        "store.wait-for, store.waitFor",
        "store.skipp, store.skip",
        "store.sikp, store.skip",
        "store.skipSubmit, store.submit.skip",
        "store.submitSkip, store.submit.skip",
        "storeRehearse, store.rehearse",
        "store-rehearse, store.rehearse",
        "stroe.rehearse, store.rehearse",
        "stor.skip, store.skip",
        "store:rehearse, store.rehearse",
        "store.fligth, store.flightName",
        "store.percentage, store.rolloutPercentage",
        "store.publishDate, store.targetPublishDate",
        "store.publish-mode, store.targetPublishMode",
        "store.submit.rehearse, store.rehearse",
        "store.create-flight.ifexists, store.ifExists",
        "store.validate.skip, store.skip"
    })
    void aPropertyThatIsNearAKnownOneStopsTheBuild(String name, String meant) throws Exception {
        assertThat(goal.given(name, "geheim").problems())
                .isEqualTo("There is no property " + name + ", which is set on the command line; did you mean \"-D"
                        + meant + "=...\"? If another plugin uses it, name it in store.ignoredProperties");
        assertThat(GoalFixture.submit().settings(name, "x").problems()).contains("is set in settings.xml");
        assertThat(GoalFixture.submit().system(name, "x").problems()).contains("is set in MAVEN_OPTS");
    }

    @Test
    void aPropertyThatIsNearNoneIsAWarning() throws Exception {
        assertThat(goal.given("store.url", "geheim")
                        .property("store.city", "Wien")
                        .problems())
                .isEmpty();
        assertThat(goal.said)
                .contains("WARN No goal has the property store.url, which is set on the command line; it has no effect")
                .anyMatch(line ->
                        line.startsWith("WARN No goal has the property store.city, which is in <properties> of"))
                .noneMatch(line -> line.contains("geheim"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store.port",
                "store.ifExists",
                "store.created.addonId",
                "skip",
                "application.id",
                "storage.x",
                "my.store"
            })
    void anotherGoalsPropertyAndOthersPropertiesAreLeftAlone(String name) throws Exception {
        assertThat(goal.given(name, "1").problems()).isEmpty();
        assertThat(goal.said).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void whatBelongsToOthersIsNotLookedAt() throws Exception {
        goal.mojo.ignoredProperties = List.of("store.flight", " store.city");
        assertThat(goal.given("store.flight", "x").property("store.city", "y").problems())
                .isEmpty();
        assertThat(goal.said).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void aPropertyOfThePomItselfStopsTheBuildAndAnInheritedOneWarns() throws Exception {
        assertThat(goal.property("store.aplicationId", "9").problems())
                .startsWith("There is no property store.aplicationId, which is in <properties> of ")
                .contains("pom.xml; did you mean <store.applicationId>?");
        GoalFixture<SubmitMojo> child = GoalFixture.submit().inherited("store.aplicationId", "9");
        assertThat(child.problems()).isEmpty();
        assertThat(child.said)
                .contains("WARN No goal has the property store.aplicationId, which the project inherits; it has no"
                        + " effect. Is store.applicationId meant?");
    }

    @ParameterizedTest
    @CsvSource({
        "waitfor, waitFor",
        "aplicationId, applicationId",
        "submit.skip, skipSubmit",
        "rolloutPercent, rolloutPercentage",
        "dry-rehearse, ",
        "rehearsal, rehearse",
        "store.rehearse, rehearse",
        "store.submit.skip, skipSubmit",
        "storeRehearse, rehearse"
    })
    void anElementThatIsNearAKnownOneStopsTheBuild(String element, String meant) throws Exception {
        goal.pom("<" + element + ">true</" + element + ">");
        if (meant == null) {
            assertThat(goal.problems()).isEmpty();
            assertThat(goal.said).anyMatch(line -> line.startsWith("WARN No goal has the parameter <" + element + ">"));
        } else {
            assertThat(goal.problems())
                    .startsWith("There is no parameter <" + element + "> (")
                    .endsWith("; write <" + meant + ">");
        }
    }

    @Test
    void othersMayUseThePrefixWithPartsOfTheirOwn() throws Exception {
        assertThat(goal.given("store.ui.port", "1").given("store.db.skip", "1").problems())
                .isEmpty();
    }

    /** Whoever makes a parameter of a property of one's own may call it as one likes. */
    @Test
    void aPropertyThatThePomUsesHasAnEffect() throws Exception {
        goal.pom(
                        "<flightName>${store.flight}</flightName><skip>${storeSkip}</skip><rehearse>${store.dryRun}</rehearse>")
                .given("store.flight", "Testers")
                .given("storeSkip", "true")
                .given("store.dryRun", "true")
                .property("store.flight", "");
        assertThat(goal.problems()).isEmpty();
        assertThat(goal.said).noneMatch(line -> line.startsWith("WARN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"storeRehearse", "stroe.rehearse", "store-rehearse"})
    void aMisspeltPrefixInPropertiesStopsTheBuildToo(String name) throws Exception {
        assertThat(goal.property(name, "true").problems()).contains(name, "did you mean <store.rehearse>?");
    }

    /** Maven takes what is managed for a goal that is called by its name. */
    @Test
    void anElementThatIsOnlyManagedStopsTheBuildToo() throws Exception {
        goal.pom("<waitfor>none</waitfor>");
        Plugin managed = goal.model.getBuild().getPlugins().remove(0).clone();
        goal.model.getBuild().flushPluginMap();
        goal.model.getBuild().setPluginManagement(new PluginManagement());
        goal.model.getBuild().getPluginManagement().addPlugin(managed);
        goal.mojo.execution.getPlugin().setConfiguration(null);
        assertThat(goal.problems()).startsWith("There is no parameter <waitfor>");
    }

    @Test
    void anElementOfTheParentIsSaidToBeThere() throws Exception {
        GoalFixture<SubmitMojo> parent = GoalFixture.submit().pom("<waitfor>none</waitfor>");
        parent.model.setPomFile(new File("parent/pom.xml"));
        goal.mojo.project.setParent(parent.mojo.project);
        goal.mojo.execution.getPlugin().setConfiguration(null);
        goal.mojo.project.setOriginalModel(new Model());
        goal.mojo
                .project
                .getPlugin(goal.mojo.execution.getPlugin().getKey())
                .setConfiguration(parent.mojo.execution.getPlugin().getConfiguration());
        assertThat(goal.problems())
                .contains("There is no parameter <waitfor> (" + new File("parent/pom.xml").getAbsolutePath() + ")");
    }

    @Test
    void anotherGoalsElementIsFine() throws Exception {
        assertThat(goal.pom("<groupIds><id>1</id></groupIds><port>0</port>").problems())
                .isEmpty();
        assertThat(goal.said).noneMatch(line -> line.startsWith("WARN"));
    }
}
