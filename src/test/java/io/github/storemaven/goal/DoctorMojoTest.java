package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal says and writes: in a rehearsal, offline, without credentials, and behind a release. */
class DoctorMojoTest {
    private static final List<String> ALL = List.of(
            "credentials",
            "proxy",
            "token",
            "role",
            "apps",
            "clock",
            "product",
            "lists",
            "published",
            "price",
            "rollout",
            "pending",
            "packages",
            "store-folder");

    @TempDir
    Path folder;

    private BuildSession build;
    private DoctorMojo doctor;

    @BeforeEach
    void prepare() {
        open("app");
    }

    private void open(String... modules) {
        build = new BuildSession(folder, modules);
        doctor = build.goal(modules[modules.length - 1], new DoctorMojo(null, null), "doctor");
        doctor.execution = BuildSession.execution("doctor", "default-cli", Source.CLI);
    }

    @AfterEach
    void end() {
        build.end();
    }

    @Test
    void aRehearsalHasNoProblem() throws Exception {
        build.writePackage("app", "tide-1.2.0.0.msix", "1.2.0.0");
        doctor.execute();
        assertThat(checks()).extracting(check -> check.getString("name")).isEqualTo(ALL);
        assertThat(checks()).noneMatch(check -> check.getString("result").equals("problem"));
        assertThat(build.said()).contains("ok      price        Free", "ok      pending      nothing");
        assertThat(build.said().stream().filter(line -> line.matches("(ok|warning|problem) .*")))
                .hasSize(ALL.size())
                .allMatch(line -> line.length() <= 73);
        assertThat(markdown())
                .contains(", 0 differences.", "role ok, apps ok")
                .doesNotContain(BuildSession.APP, "https://");
    }

    @Test
    void offlineIsWhatNeedsNoNetwork() throws Exception {
        earnest();
        build.session().getRequest().setOffline(true);
        doctor.execute();
        assertThat(message("credentials")).contains("AZURE_CLIENT_SECRET");
        assertThat(message("store-folder")).isEqualTo("nothing to release is here");
        assertThat(checks().subList(2, 13))
                .allMatch(check -> check.getString("message").equals("not checked: Maven is offline (-o)"));
        assertThat(markdown()).contains("0 answers of the Store compared");
    }

    @Test
    void withoutCredentialsTheRestIsExaminedAndTheBuildFails() throws Exception {
        doctor.rehearse = false;
        Files.createDirectories(folder.resolve("app/src/store/listings/en-us"));
        Files.writeString(folder.resolve("app/src/store/listings/en-us/title.txt"), "x".repeat(300));
        assertThatThrownBy(doctor::execute)
                .isInstanceOf(MojoFailureException.class)
                .message()
                .startsWith("store:doctor has found 2 problems\n  - credentials: No credentials for the Store: ")
                .contains("\n  - store-folder: 1 error (store:validate lists them):", "TXT-02");
        assertThat(message("token")).isEqualTo("not checked: there are no credentials");
        assertThat(checks()).extracting(check -> check.getString("name")).isEqualTo(ALL);
    }

    @Test
    void aProxyOfTheEnvironmentIsNone() throws Exception {
        earnest();
        build.session().getRequest().setOffline(true);
        build.session().getSystemProperties().setProperty("env.HTTPS_PROXY", "http://user:hidden-word@proxy:3128");
        doctor.execute();
        assertThat(message("proxy")).contains("HTTPS_PROXY", "<proxy> to settings.xml");
        assertThat(build.said())
                .anyMatch(line -> line.startsWith("WARNING proxy: none; Maven does not use HTTPS_PROXY"));
        assertThat(build.said()).noneMatch(line -> line.contains("hidden-word"));
    }

    @Test
    void allMistakesOfTheConfigurationComeAtOnceAndNothingIsAsked() {
        earnest();
        doctor.applicationId = "Tide.Table";
        doctor.packageMode = "some";
        assertThatThrownBy(doctor::execute)
                .hasMessageStartingWith("2 problems, nothing was sent:")
                .hasMessageContaining("store.applicationId is \"Tide.Table\"")
                .hasMessageContaining("packageMode");
        assertThat(folder.resolve("app/target/store/doctor.json")).doesNotExist();
    }

    @Test
    void behindAReleaseItWaitsForIt() throws Exception {
        open("app", "checks");
        build.writePackage("app", "tide-1.2.0.0.msix", "1.2.0.0");
        build.submit("app").execute();
        doctor.execute();
        assertThat(build.said()).anyMatch(line -> line.startsWith("Deferring store:doctor of checks"));
        assertThat(folder.resolve("checks/target/store/doctor.json")).doesNotExist();
        build.end();
        assertThat(Files.readString(folder.resolve("checks/target/store/doctor.json")))
                .contains("wait for its end");
    }

    private void earnest() {
        doctor.rehearse = false;
        var environment = build.session().getSystemProperties();
        environment.setProperty("env.AZURE_TENANT_ID", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
        environment.setProperty("env.AZURE_CLIENT_ID", "11111111-2222-3333-4444-555555555555");
        environment.setProperty("env.AZURE_CLIENT_SECRET", "some-secret-of-a-test");
    }

    private String message(String name) throws Exception {
        return checks().stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("message");
    }

    private List<JsonObject> checks() throws Exception {
        return ParsedJson.ofFile(folder.resolve("app/target/store/doctor.json"))
                .object()
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class);
    }

    private String markdown() throws Exception {
        return Files.readString(folder.resolve("app/target/store/doctor.md"));
    }
}
