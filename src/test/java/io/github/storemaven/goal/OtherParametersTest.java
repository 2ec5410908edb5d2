package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** What the goals beside submit receive from a POM. */
@MojoTest
class OtherParametersTest {
    @Test
    @Basedir("/parameters/creating")
    @InjectMojo(goal = "create-addon", pom = "pom.xml")
    void createAddon(CreateAddonMojo goal) {
        assertThat(goal)
                .extracting("applicationId", "addonProductId", "productType", "ifExists", "addonFile")
                .containsExactly("9PAPPDEMO001", "coins-100", "Consumable", "skip", null);
    }

    @Test
    @Basedir("/parameters/creating")
    @InjectMojo(goal = "create-flight", pom = "pom.xml")
    void createFlight(CreateFlightMojo goal) {
        assertThat(goal)
                .extracting("applicationId", "flightName", "rankHigherThan", "ifExists", "flightFile")
                .containsExactly("9PAPPDEMO001", "Testers", "Friends", "skip", null);
        assertThat(goal.groupIds).containsExactly("1152921504607280735", "1152921504607280736");
    }

    @Test
    @Basedir("/parameters/creating")
    @InjectMojo(goal = "delete-addon", pom = "pom.xml")
    void deleteAddon(DeleteAddonMojo goal) {
        assertThat(goal).extracting("addonId", "addonProductId").containsExactly(null, "coins-100");
    }

    @Test
    @Basedir("/parameters/creating")
    @InjectMojo(goal = "delete-flight", pom = "pom.xml")
    void deleteFlight(DeleteFlightMojo goal) {
        assertThat(goal).extracting("flightId", "flightName").containsExactly(null, "Testers");
    }

    @Test
    @Basedir("/parameters/creating")
    @InjectMojo(goal = "token", pom = "pom.xml")
    void token(TokenMojo goal) {
        assertThat(goal.serverId).isEqualTo("microsoft-store");
        assertThat(goal.tokenFile.toPath())
                .isAbsolute()
                .endsWithRaw(Path.of("parameters", "creating", "target", "token"));
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void plan(PlanMojo goal) {
        assertThat(goal)
                .extracting("onPending", "onRollout", "packageMode")
                .containsExactly("replace", "fail", "replace");
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "preview", pom = "pom.xml")
    void preview(PreviewMojo goal) {
        assertThat(goal)
                .extracting("onPending", "onRollout", "packageMode")
                .containsExactly("replace", "fail", "replace");
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "doctor", pom = "pom.xml")
    void doctor(DoctorMojo goal) {
        assertThat(goal).extracting("serverId", "packageMode").containsExactly("microsoft-store", "replace");
        assertThat(goal.storeDirectory).isNull();
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "validate", pom = "pom.xml")
    void validate(ValidateMojo goal) {
        assertThat(goal.storeDirectory).isNull();
        assertThat(goal.failOnWarning).isFalse();
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "pull", pom = "pom.xml")
    void pull(PullMojo goal) {
        assertThat(goal.storeDirectory).isNull();
        assertThat(goal.overwrite).isFalse();
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "emulate", pom = "pom.xml")
    void emulate(EmulateMojo goal) {
        assertThat(goal).extracting("port", "pace", "applicationId").containsExactly("0", "PT5S", "9PAPPDEMO001");
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "status", pom = "pom.xml")
    void status(StatusMojo goal) {
        assertThat(goal).extracting("all", "waitFor", "timeout").containsExactly(false, "none", null);
    }

    @Test
    @Basedir("/parameters/everything")
    @InjectMojo(goal = "rollout", pom = "pom.xml")
    void rollout(RolloutMojo goal) {
        assertThat(goal).extracting("applicationId", "rolloutAction").containsExactly("9PAPPDEMO001", null);
    }

    @Test
    @Basedir("/parameters/everything")
    @InjectMojo(goal = "cancel", pom = "pom.xml")
    void cancel(CancelMojo goal) {
        assertThat(goal.applicationId).isEqualTo("9PAPPDEMO001");
    }

    @Test
    @Basedir("/parameters/everything")
    @InjectMojo(goal = "list", pom = "pom.xml")
    void list(ListMojo goal) {
        assertThat(goal.applicationId).isEqualTo("9PAPPDEMO001");
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "package", pom = "pom.xml")
    void packageOfAnImage(PackageMojo goal) {
        assertThat(goal)
                .extracting("bundle", "backgroundColor", "minimumWindows", "testedWindows", "startupTask", "icon")
                .containsExactly("auto", "transparent", "10.0.17763.0", "10.0.26100.0", false, null);
    }
}
