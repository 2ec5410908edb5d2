package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.ConfigurationProblems;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The everyday fields as parameters. Issue "Every task", point 8. */
class PublishSettingsTest {
    private final SubmitMojo mojo = new SubmitMojo(null, null);
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @BeforeEach
    void nameTheApp() {
        mojo.applicationId = "9PAPPDEMO001";
    }

    @Test
    void allOfThemMakeAPatch() {
        mojo.notesForCertification = "Log in as guest";
        mojo.targetPublishMode = "specificdate";
        mojo.targetPublishDate = "2027-01-31T09:00:00Z";
        mojo.visibility = "hidden";
        mojo.rolloutPercentage = "12.5";

        assertThat(patch())
                .isEqualTo("{\"notesForCertification\":\"Log in as guest\",\"targetPublishMode\":\"SpecificDate\","
                        + "\"targetPublishDate\":\"2027-01-31T09:00:00Z\",\"visibility\":\"Hidden\","
                        + "\"packageDeliveryOptions\":{\"packageRollout\":"
                        + "{\"isPackageRollout\":true,\"packageRolloutPercentage\":12.5}}}");
        assertThat(told()).isEmpty();
    }

    @Test
    void noneOfThemMakeNone() {
        mojo.notesForCertification = " ";

        assertThat(patch()).isEqualTo("{}");
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Immediate", "manual"})
    void aDateContradictsAnotherMode(String mode) {
        mojo.targetPublishMode = mode;
        mojo.targetPublishDate = "2027-01-31T09:00:00Z";
        patch();
        assertThat(told()).singleElement().asString().startsWith("store.targetPublishDate is set, and ");
    }

    @Test
    void noDateContradictsNoMode() {
        mojo.targetPublishMode = "Immediate";
        mojo.targetPublishDate = "1601-01-01T00:00:00Z";
        patch();
        assertThat(told()).isEmpty();
    }

    @Test
    void aHundredPerCentMeansNoRollout() {
        mojo.rolloutPercentage = "100";

        assertThat(patch()).contains("{\"isPackageRollout\":false,\"packageRolloutPercentage\":0.0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "100.1", "half", "1e9", "25%"})
    void aPercentageThatWillNotDoIsNamed(String value) {
        mojo.rolloutPercentage = value;
        patch();

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith(
                        "store.rolloutPercentage is \"" + value + "\"; " + (value.equals("25%") ? "write 25" : "use"));
    }

    @ParameterizedTest
    @CsvSource({
        "Sometimes,,, store.targetPublishMode is \"Sometimes\"; allowed values: Immediate",
        ", tomorrow,, 'store.targetPublishDate is \"tomorrow\", which is not a date'",
        ", 2027-01-31,, 'store.targetPublishDate is \"2027-01-31\", which has no time and no zone'",
        ", 2027-01-31T09:00,, 'store.targetPublishDate is \"2027-01-31T09:00\", which has no zone'",
        ", 2027-02-29T09:00Z,, there is no day 2027-02-29",
        ",, Secret, store.visibility is \"Secret\"; allowed values: Public"
    })
    void aValueThatIsNotAllowedIsNamed(String mode, String date, String visibility, String problem) {
        mojo.targetPublishMode = mode;
        mojo.targetPublishDate = date;
        mojo.visibility = visibility;
        patch();

        assertThat(told()).singleElement().asString().contains(problem);
    }

    @Test
    void aFlightHasNoVisibility() {
        mojo.flightName = "Beta";
        mojo.visibility = "Hidden";
        mojo.notesForCertification = "Log in as guest";
        mojo.rolloutPercentage = "25";
        patch();

        assertThat(told()).containsExactly("store.visibility is set, and a submission of a flight has no such member");
    }

    @Test
    void anAddonHasNeitherNotesNorRollout() {
        mojo.addonProductId = "year";
        mojo.visibility = "Hidden";
        mojo.notesForCertification = "Log in as guest";
        mojo.rolloutPercentage = "25";
        patch();

        assertThat(told())
                .containsExactly(
                        "store.notesForCertification is set, and a submission of an add-on has no such member",
                        "store.rolloutPercentage is set, and a submission of an add-on has no such member");
    }

    private String patch() {
        mojo.settings().check(mojo.product().type(), problems);
        return mojo.settings().patch().toString();
    }

    private List<String> told() {
        return ProblemLines.of(problems);
    }
}
