package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter is absent, right or refused, and all that is refused comes in one message before anything is done. */
class ParameterReaderTest {
    private GoalFixture<SubmitMojo> goal;

    @BeforeEach
    void begin() throws Exception {
        goal = GoalFixture.submit();
    }

    static List<AbstractStoreMojo> goals() {
        return List.of(
                new SubmitMojo(null, null),
                new DoctorMojo(null, null),
                new PlanMojo(null, null),
                new PreviewMojo(null, null),
                new ValidateMojo(null, null),
                new PullMojo(null),
                new TokenMojo(null),
                new CreateAddonMojo(null),
                new CreateFlightMojo(null),
                new DeleteAddonMojo(null),
                new DeleteFlightMojo(null),
                new ListMojo(null),
                new StatusMojo(null),
                new SubmitAddonsMojo(null),
                new SubmitInstallerMojo(null),
                new CancelMojo(null),
                new RolloutMojo(null),
                new PackageMojo(null, null),
                new EmulateMojo());
    }

    /** Each goal beside its name, so that none is forgotten. */
    private static GoalFixture<AbstractStoreMojo> fixture(AbstractStoreMojo mojo) throws Exception {
        String name = mojo.getClass().getSimpleName().replaceFirst("Mojo$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return new GoalFixture<>(mojo, name.toLowerCase(Locale.ROOT));
    }

    @Test
    void allGoalsAreLookedAt() throws Exception {
        assertThat(goal.mojo.execution.getMojoDescriptor().getPluginDescriptor().getMojos())
                .hasSize(goals().size() + 1); // and the generated help
    }

    @ParameterizedTest
    @MethodSource("goals")
    void eachSwitchOfEachGoalTakesTrueAndFalseAlone(AbstractStoreMojo mojo) throws Exception {
        List<String> switches = new ArrayList<>();
        GoalFixture<AbstractStoreMojo> all = fixture(mojo);
        for (Parameter parameter : mojo.execution.getMojoDescriptor().getParameters()) {
            if (parameter.getType().equals("boolean")) {
                String property = ParameterReader.property(parameter);
                switches.add(property + " is \"yes\"; allowed values: true, false");
                all.given(property, "yes");
            }
        }
        assertThat(switches).isNotEmpty();
        assertThat(all.problems()).contains(switches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "1", "0", "on", "off", "y", "ture", "'true'", "true;", "true,false", "wahr"})
    void aSwitchThatIsNeitherStopsTheBuild(String value) throws MojoExecutionException {
        assertThat(goal.given("store.rehearse", value).problems())
                .isEqualTo("store.rehearse is \"" + value + "\"; allowed values: true, false");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"true,true", "TRUE,true", "True,true", "true ,true", "\ttrue,true", "false,false", "FALSE ,false"})
    void aSwitchTakesItsTwoValuesInAnyCaseWithBlanksAround(String value, boolean expected) throws Exception {
        goal.mojo.rehearse = !expected;
        assertThat(goal.given("store.rehearse", value).problems()).isEmpty();
        assertThat(goal.mojo.rehearse).isEqualTo(expected);
    }

    @Test
    void aSwitchOfThePomIsReadLikewise() throws Exception {
        assertThat(goal.pom("<commit>no</commit><skip>1</skip>").problems())
                .contains("store.commit is \"no\"", "store.skip is \"1\"", "2 problems");
        goal.mojo.commit = false;
        assertThat(GoalFixture.submit().property("store.commit", "nein").problems())
                .contains("store.commit is \"nein\"");
        goal.pom("<commit> TRUE </commit>");
        assertThat(goal.problems()).isEmpty();
        assertThat(goal.mojo.commit).isTrue();
    }

    @Test
    void aBlankSwitchOfThePomHasItsDefault() throws Exception {
        goal.mojo.commit = false;
        goal.maven4().pom("<commit> </commit>");
        assertThat(goal.problems()).isEmpty();
        assertThat(goal.mojo.commit).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rehearse",
                "skip",
                "submit.skip",
                "commit",
                "applicationId",
                "flightId",
                "flightName",
                "addonId",
                "addonProductId",
                "rolloutPercentage",
                "targetPublishMode",
                "targetPublishDate",
                "visibility",
                "packages",
                "packageMode",
                "onPending",
                "submissionFile",
                "archive",
                "releaseNotesFile",
                "storeDirectory",
                "outputDirectory"
            })
    void whatIsEmptyOnTheCommandLineIsRefused(String name) throws Exception {
        String refused = "store." + name + " is empty on the command line; give it a value, or leave it out";
        assertThat(goal.given("store." + name, "").problems()).isEqualTo(refused);
        assertThat(GoalFixture.submit().given("store." + name, " ").problems()).isEqualTo(refused);
        assertThat(GoalFixture.submit().settings("store." + name, "").problems())
                .contains("is empty in settings.xml");
        assertThat(GoalFixture.submit().system("store." + name, "").problems())
                .contains("is empty in MAVEN_OPTS or .mvn/jvm.config");
    }

    @Test
    void aListOfNothingIsEmpty() throws MojoExecutionException {
        assertThat(goal.given("store.packages", " , ").problems()).startsWith("store.packages is empty");
    }

    @Test
    void anEmptyElementOfAListIsRefused() throws Exception {
        assertThat(goal.given("store.packages", "a.msix,,b.msix").problems())
                .startsWith("store.packages has an empty element");
        assertThat(GoalFixture.submit()
                        .pom("<packages><package>a.msix</package><package/></packages>")
                        .problems())
                .startsWith("store.packages has an empty element");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rehearse>${dry}</rehearse>",
                "<rolloutPercentage>${dry}</rolloutPercentage>",
                "<flightName>${dry}</flightName>",
                "<flightName>Test ${dry}</flightName>",
                "<packages><package>target/${dry}.msix</package></packages>",
                "<targetPublishDate>${dry}</targetPublishDate>",
                "<serverId>${dry}</serverId>",
                "<submissionFile>${dry}</submissionFile>"
            })
    void anExpressionWithoutAValueIsRefused(String element) throws Exception {
        assertThat(goal.pom(element).problems()).contains("${dry}", ", which has no value here");
    }

    @Test
    void aPropertyOfThePomWithoutAValueIsRefusedToo() throws MojoExecutionException {
        assertThat(goal.property("store.flightName", "${flight}").problems())
                .isEqualTo("store.flightName is ${flight}, which has no value here; give it one, or set that property"
                        + " empty where it is not wanted");
    }

    @Test
    void whatThePomItselfSetsEmptyIsNotSet() throws Exception {
        goal.mojo.submissionFile = new java.io.File(".");
        goal.maven4()
                .pom("<flightName></flightName><rolloutPercentage>"
                        + " </rolloutPercentage><submissionFile></submissionFile>")
                .property("store.visibility", "");
        assertThat(goal.problems()).isEmpty();
        assertThat(goal.mojo.submissionFile).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheCommandLineMakesEmptyThroughAPropertyOfThePomIsRefused(boolean isMaven4) throws Exception {
        if (isMaven4) {
            goal.maven4();
        }
        // Maven has replaced the expression in the configuration; the POM as it was written still has it.
        goal.pom("<flightName></flightName>").given("flight", "");
        goal.mojo.project.setOriginalModel(GoalFixture.submit().pom("<flightName>${flight}</flightName>").model);
        assertThat(goal.problems())
                .isEqualTo("store.flightName is empty on the command line (by its property flight); give it a value, or"
                        + " leave it out");
    }

    @Test
    void whatTheCommandLineMakesEmptyThroughSeveralPropertiesIsRefused() throws Exception {
        goal.pom("<flightName></flightName>").given("input", "");
        goal.mojo.project.setOriginalModel(
                GoalFixture.submit().pom("<flightName>${flight}</flightName>").property("flight", "${input}").model);
        assertThat(goal.problems()).startsWith("store.flightName is empty on the command line (by its property input)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProfileCountsWhereItIsActive(boolean isActive) throws Exception {
        goal.pom("<flightName></flightName>").given("flight", "");
        Profile profile = new Profile();
        profile.setId("beta");
        profile.setSource(Profile.SOURCE_POM);
        profile.addProperty("store.flightName", "${flight}");
        Model written = new Model();
        written.addProfile(profile);
        goal.mojo.project.setOriginalModel(written);
        if (isActive) {
            goal.mojo.project.setInjectedProfileIds("it:app:1", List.of("beta"));
        }
        assertThat(goal.problems().contains("by its property flight")).isEqualTo(isActive);
    }

    @Test
    void whatTheEnvironmentMakesEmptyIsRefused() throws Exception {
        goal.pom("<rolloutPercentage></rolloutPercentage>").system("env.ROLLOUT", "");
        goal.mojo.project.setOriginalModel(
                GoalFixture.submit().pom("<rolloutPercentage>${env.ROLLOUT}</rolloutPercentage>").model);
        assertThat(goal.problems())
                .startsWith("store.rolloutPercentage is empty in the environment (by its property env.ROLLOUT)");
    }

    @Test
    void aBlankTextOfThePomHasItsDefault() throws Exception {
        goal.mojo.waitFor = "";
        goal.mojo.timeout = " ";
        assertThat(goal.property("store.waitFor", "")
                        .property("store.timeout", " ")
                        .problems())
                .isEmpty();
        assertThat(goal.mojo.waitFor).isEqualTo("commit");
        assertThat(goal.mojo.timeout).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STORE_REHEARSAL",
                "STORE_DRY_RUN",
                "STORE_DRYRUN",
                "store_rehearse",
                "STOREREHEARSE",
                "STORE_REHERSE"
            })
    void aMisspeltVariableOfTheEnvironmentStopsTheBuild(String name) throws Exception {
        assertThat(goal.system("env." + name, "true").problems())
                .isEqualTo("The environment variable " + name + " has no effect; STORE_REHEARSE is the one that"
                        + " rehearses. Rename it, or unset it");
        assertThat(GoalFixture.submit()
                        .system("env.STORE_RELEASE", "true")
                        .system("env.DRY_RUN", "true")
                        .problems())
                .isEmpty();
    }

    /** A goal that is skipped creates nothing; the one that needs it says so when it is not skipped. */
    @Test
    void whatAnotherGoalWasToCreateMayBeMissing() throws Exception {
        assertThat(goal.pom("<addonId>${store.created.addonId}</addonId>").problems())
                .isEmpty();
    }

    @Test
    void aLostLetterIsRefused() throws Exception {
        assertThat(goal.given("store.notesForCertification", "Gr\uFFFD\uFFFDe").problems())
                .startsWith("store.notesForCertification contains U+FFFD");
        assertThat(fixture(new CreateFlightMojo(null))
                        .given("store.flightName", "Gr\uFFFDn")
                        .problems())
                .startsWith("store.flightName contains U+FFFD");
        assertThat(GoalFixture.submit()
                        .given("store.notesForCertification", "Gr\u00fc\u00dfe \u65e5\u672c")
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aPathThatIsNoneNamesItsParameter(AbstractStoreMojo mojo) throws Exception {
        GoalFixture<AbstractStoreMojo> all = fixture(mojo);
        List<String> wrong = Stream.of(mojo.execution.getMojoDescriptor())
                .flatMap(descriptor -> descriptor.getParameters().stream())
                .filter(parameter -> parameter.getType().equals("java.io.File"))
                .map(ParameterReader::property)
                .peek(property -> all.given(property, "src/a\0b"))
                .map(property -> property + " is \"src/a\\0b\", which is not a path of this system")
                .toList();
        assertThat(wrong).isNotEmpty();
        assertThat(all.problems()).contains(wrong);
    }

    @ParameterizedTest
    @CsvSource({"true,,true", "TRUE,,true", "false,,false", "true,false,true", "false,true,true", "true,true,true"})
    void theEnvironmentRehearsesTooAndARehearsalWins(String environment, String parameter, boolean expected)
            throws Exception {
        goal.system("env.STORE_REHEARSE", environment);
        if (parameter != null) {
            goal.given("store.rehearse", parameter);
        }
        assertThat(goal.problems()).isEmpty();
        assertThat(goal.mojo.rehearse).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "", "1"})
    void theEnvironmentIsReadLikeTheParameter(String value) throws Exception {
        assertThat(goal.system("env.STORE_REHEARSE", value).problems())
                .isEqualTo("The environment variable STORE_REHEARSE is \"" + value + "\"; allowed values: true, false");
        assertThat(fixture(new EmulateMojo())
                        .system("env.STORE_REHEARSE", value)
                        .problems())
                .isEmpty();
    }
}
