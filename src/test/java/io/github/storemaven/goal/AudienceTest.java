package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.ConfigurationProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first line of a release says for whom it is. */
class AudienceTest {
    private static final String APP = "9PAPPDEMO001";

    @TempDir
    Path folder;

    private final SubmitMojo mojo = new SubmitMojo(null, null);

    @BeforeEach
    void begin() {
        mojo.applicationId = APP;
        mojo.storeDirectory = folder.toFile();
        mojo.packageMode = "replace";
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory(folder.resolve("target").toString());
        mojo.project = new MavenProject(model);
        mojo.project.setFile(folder.resolve("pom.xml").toFile());
    }

    private String audience() throws Exception {
        ConfigurationProblems problems = new ConfigurationProblems();
        return mojo.reader(mojo.configuration(problems), problems).audience().toString();
    }

    private void file(String json) throws Exception {
        Files.writeString(folder.resolve("submission.json"), json);
    }

    @Test
    void everybodyGetsItWhereNothingIsSaid() throws Exception {
        assertThat(audience()).isEqualTo("app 9PAPPDEMO001 to everybody");
        mojo.rolloutPercentage = "100";
        assertThat(audience()).isEqualTo("app 9PAPPDEMO001 to everybody");
    }

    @Test
    void aRolloutIsForAPart() throws Exception {
        mojo.rolloutPercentage = "10.0";
        assertThat(audience()).isEqualTo("app 9PAPPDEMO001 to 10 %");
        mojo.rolloutPercentage = null;
        file("{\"packageDeliveryOptions\": {\"packageRollout\": {\"isPackageRollout\": true,"
                + " \"packageRolloutPercentage\": 12.5}}}");
        assertThat(audience()).isEqualTo("app 9PAPPDEMO001 to 12.5 %");
        file("{\"packageDeliveryOptions\": {\"packageRollout\": {\"isPackageRollout\": false,"
                + " \"packageRolloutPercentage\": 12.5}}}");
        assertThat(audience()).isEqualTo("app 9PAPPDEMO001 to everybody");
    }

    @Test
    void aFlightIsForItsTesters() throws Exception {
        mojo.flightName = "Testers";
        assertThat(audience()).isEqualTo("app 9PAPPDEMO001 to the flight Testers");
        mojo.rolloutPercentage = "50";
        assertThat(audience()).isEqualTo("app 9PAPPDEMO001 to 50 % of the flight Testers");
    }

    @Test
    void anAddonIsForEverybodyToo() throws Exception {
        mojo.addonProductId = "coins";
        assertThat(audience()).isEqualTo("add-on coins of app 9PAPPDEMO001 to everybody");
    }

    @Test
    void aVisibilityIsALimit() throws Exception {
        mojo.visibility = "Private";
        assertThat(audience()).endsWith(" to its private audience");
        mojo.visibility = "hidden";
        assertThat(audience()).endsWith(" to everybody who has its link");
        mojo.visibility = null;
        file("{\"visibility\": \"Hidden\"}");
        assertThat(audience()).endsWith(" to everybody who has its link");
    }
}
