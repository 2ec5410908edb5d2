package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** What submit receives from a POM and from the command line. */
@MojoTest
class SubmitParametersTest {
    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "submit", pom = "pom.xml")
    void hasTheDefaultsOfTheDesign(SubmitMojo submit) {
        assertThat(submit.serverId).isEqualTo("microsoft-store");
        assertThat(submit.serviceUrl).isEqualTo("https://manage.devcenter.microsoft.com");
        assertThat(submit.loginUrl).isEqualTo("https://login.microsoftonline.com");
        assertThat(submit.requestsPerMinute).isEqualTo("20");
        assertThat(submit.packageMode).isEqualTo("replace");
        assertThat(submit.onPending).isEqualTo("replace");
        assertThat(submit.onRollout).isEqualTo("fail");
        assertThat(submit.waitFor).isEqualTo("commit");
        assertThat(submit.commit).isTrue();
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "submit", pom = "pom.xml")
    void asksForNothingByDefault(SubmitMojo submit) {
        assertThat(submit.skip
                        || submit.rehearse
                        || submit.snapshots
                        || submit.filtering
                        || submit.failOnWarning
                        || submit.showNotes)
                .isFalse();
        assertThat(submit)
                .extracting("applicationId", "flightId", "flightName", "addonId", "addonProductId")
                .containsOnlyNulls();
        assertThat(submit)
                .extracting("submissionFile", "archive", "timeout", "outputDirectory", "storeDirectory")
                .containsOnlyNulls();
        assertThat(submit.packages).isNullOrEmpty();
        assertThat(submit.warnOnly).isNullOrEmpty();
    }

    @Test
    @Basedir("/parameters/everything")
    @InjectMojo(goal = "submit", pom = "pom.xml")
    void takesTextsListsAndSwitchesFromThePom(SubmitMojo submit) {
        assertThat(submit.applicationId).isEqualTo("9PAPPDEMO001");
        assertThat(submit.serverId).isEqualTo("company-store");
        assertThat(submit.packages).containsExactly("target/one.msix", "target/two/*.msixbundle");
        assertThat(submit.warnOnly).containsExactly("CAP-03");
        assertThat(submit)
                .extracting("packageMode", "onPending", "waitFor", "timeout", "rolloutPercentage")
                .containsExactly("add", "resume", "publication", "P2D", "12.5");
        assertThat(submit.commit).isFalse();
        assertThat(submit.snapshots).isTrue();
        assertThat(submit.rehearse).isTrue();
        assertThat(submit.showNotes).isTrue();
        assertThat(submit.requestsPerMinute).isEqualTo("10");
    }

    @Test
    @Basedir("/parameters/everything")
    @InjectMojo(goal = "submit", pom = "pom.xml")
    void startsRelativeFilesAtTheProject(SubmitMojo submit) {
        Path project = Path.of("parameters", "everything");
        assertThat(submit.submissionFile.toPath()).isAbsolute().endsWithRaw(project.resolve("store/release.json"));
        assertThat(submit.storeDirectory.toPath()).isAbsolute().endsWithRaw(project.resolve("store"));
        assertThat(submit.output()).isAbsolute().endsWithRaw(project.resolve("target/elsewhere"));
    }
}
