package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.testing.ConcurrentTimeSource;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each end of submit-addons leaves its word in the result files, and what became of each add-on. */
class EndOfAddonsTest extends AbstractEndTest<ConcurrentTimeSource> {
    private static final String APP = BuildSession.APP;
    private static final String COINS = "9NADDONCO100";
    private static final String YEAR = "9NADDONYEAR0";

    EndOfAddonsTest() {
        super(new ConcurrentTimeSource(), "addons.json", APP, APP + "/addons");
    }

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder().clock(time).pace(Duration.ofMinutes(10)).start();
        store.add(ApplicationSeed.published(APP));
        store.add(AddonSeed.published(COINS, "coins", APP));
        store.add(AddonSeed.published(YEAR, "year", APP));
        build = build();
        tag("coins", "autumn");
        tag("year", "autumn");
    }

    private void tag(String addon, String text) throws IOException {
        Path file = folder.resolve("tide/src/store/addons").resolve(addon).resolve("submission.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"tag\":\"" + text + "\"}");
    }

    private SubmitAddonsMojo goal(String... tolerate) {
        SubmitAddonsMojo goal = real(build.goal("tide", new SubmitAddonsMojo(null), "submit-addons"), tolerate);
        goal.workers = time.threads();
        return goal;
    }

    /** The word in all files, and what became of each add-on. */
    private void assertEnded(String word, String... addons) throws Exception {
        assertWord(word);
        assertThat(result().getJsonArray("addons").stream()
                        .map(JsonValue::asJsonObject)
                        .map(one -> one.getString("productId") + " " + one.getString("result") + " "
                                + one.getString("end")))
                .containsExactly(addons);
    }

    private void assertFails(SubmitAddonsMojo goal, String word, String... addons) throws Exception {
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        assertEnded(word, addons);
    }

    @Test
    void acceptedIsSubmitted() throws Exception {
        goal().execute();

        assertEnded("submitted", "coins submitted submitted", "year submitted submitted");
        assertThat(result().containsKey("next")).isFalse();
        assertThat(result().getJsonArray("correlationIds")).isNotEmpty();
        assertThat(text("summary.md"))
                .startsWith("### Microsoft Store: add-ons of app " + APP + ", submitted\n")
                .contains("\n| `coins` | submitted | [1152921")
                .contains("](https://partner.microsoft.com/dashboard/products/" + COINS + "/submissions/");
        assertThat(text("outputs.properties"))
                .contains("STORE_LINK=https://partner.microsoft.com/dashboard/products/" + APP + "/overview\n");
    }

    @Test
    void publishedIsPublishedAndThenUnchanged() throws Exception {
        SubmitAddonsMojo goal = goal();
        goal.waitFor = "publication";
        goal.execute();
        assertEnded("published", "coins submitted published", "year submitted published");

        build = build();
        goal().execute();
        assertEnded("unchanged", "coins unchanged unchanged", "year unchanged unchanged");
    }

    @Test
    void whatChangesTellsTheEndOfAllAndNotWhatIsUnchanged() throws Exception {
        SubmitAddonsMojo goal = goal();
        goal.waitFor = "publication";
        goal.execute();
        tag("year", "winter");
        build = build();
        goal().execute();

        assertEnded("submitted", "coins unchanged unchanged", "year submitted submitted");
        assertThat(text("summary.md").indexOf("`year`"))
                .isBetween(0, text("summary.md").indexOf("`coins`"));
    }

    @Test
    void draftsAreLeftWithTheCommandThatCommitsThem() throws Exception {
        SubmitAddonsMojo goal = goal();
        goal.commit = false;
        build.session().getUserProperties().setProperty("store.commit", "false");
        goal.execute();

        assertEnded("draft", "coins drafted draft", "year drafted draft");
        assertThat(build.said())
                .contains("Left 2 submissions as drafts (store.commit is false). To publish them, run the same command"
                        + " without store.commit=false. A run with other files or texts deletes them, unless"
                        + " store.onPending is resume or fail");
        assertThat(result().getString("next"))
                .startsWith("mvn store:submit-addons")
                .contains("\"-Dstore.onPending=resume\"")
                .doesNotContain("store.commit");
    }

    @Test
    void skipAndASnapshotAreSkipped() throws Exception {
        SubmitAddonsMojo goal = goal();
        goal.skipSubmitAddons = true;
        goal.execute();
        assertEnded("skipped");

        build = build();
        build.project("tide").getArtifact().setVersion("1.2.0-SNAPSHOT");
        goal().execute();
        assertEnded("skipped");
        assertThat(result().getString("message")).contains("snapshot");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void anAddonThatIsBusyFailsAndTheOtherIsSubmitted() throws Exception {
        busy(COINS);
        assertFails(goal("timedOut", "outage"), "busy", "coins failed busy", "year submitted submitted");
        assertThat(result().getString("message"))
                .startsWith("1 of 2 add-ons failed (1 submitted, 1 failed): coins (busy): Submission ");
        assertThat(result().getString("next")).startsWith("mvn store:submit-addons");
    }

    private void busy(String addon) {
        fault("{'fault':'otherSubmission','product':'" + addon + "','times':1}");
    }

    @Test
    void aBusyAddonIsASuccessWithOneWarningWhereThatIsTolerated() throws Exception {
        busy(COINS);
        goal("busy").execute();

        assertEnded("busy", "coins tolerated busy", "year submitted submitted");
        assertWarnsOnce("busy");
        assertThat(build.said())
                .anyMatch(line -> line.startsWith("  coins  tolerated  Submission "))
                .anyMatch(line -> line.startsWith("2 add-ons (1 submitted, 1 tolerated), "));
        assertThat(result().getJsonObject("counts").getInt("tolerated")).isEqualTo(1);
    }

    @Test
    void aFailureOfAnotherAddonFailsTheBuildAllTheSame() throws Exception {
        busy(COINS);
        fault("{'fault':'answer','call':'updateSubmission','product':'" + YEAR + "','status':400,'times':1}");
        assertFails(goal("busy", "timedOut", "outage"), "refused", "coins tolerated busy", "year failed refused");
        assertWarnsOnce("busy");
    }

    @Test
    void aTimeOutBehindTheAcceptanceIsASuccessWhereThatIsTolerated() throws Exception {
        SubmitAddonsMojo late = goal("timedOut");
        late.waitFor = "publication";
        late.timeout = "PT15M";
        late.execute();
        assertEnded("timedOut", "coins tolerated timedOut", "year tolerated timedOut");
        assertWarnsOnce("timedOut");
    }

    /** Nobody knows by then whether the Store takes it. */
    @Test
    void whatTheStoreHasNotAcceptedInTimeFails() throws Exception {
        SubmitAddonsMojo early = goal("timedOut");
        early.timeout = "PT5M";
        assertFails(early, "timedOut", "coins failed timedOut", "year failed timedOut");
    }

    @Test
    void anOutageOfTheListIsTheEndOfAll() throws Exception {
        fault("{'fault':'answer','call':'listAddons','status':503}");
        assertThatThrownBy(goal("busy")::execute).isInstanceOf(MojoExecutionException.class);
        assertEnded("outage", "coins failed outage", "year failed outage");

        build = build();
        goal("outage").execute();
        assertEnded("outage", "coins tolerated outage", "year tolerated outage");
        assertWarnsOnce("outage");
    }

    @Test
    void anOutageWhileTheyAreSentIsToleratedForEach() throws Exception {
        fault("{'fault':'answer','call':'createSubmission','status':503}");
        goal("outage").execute();
        assertEnded("outage", "coins tolerated outage", "year tolerated outage");
        assertWarnsOnce("outage");
    }

    @Test
    void aRefusedCredentialIsInvalid() throws Exception {
        build.session().getSystemProperties().setProperty("env.AZURE_CLIENT_SECRET", "wrong");
        assertThatThrownBy(goal("busy", "timedOut", "outage")::execute).hasMessageContaining("refuses client");
        assertEnded("invalid", "coins failed invalid", "year failed invalid");
    }

    @Test
    void aMistakeInAFolderIsInvalidAndNothingIsSent() throws Exception {
        Files.createDirectories(folder.resolve("tide/src/store/addons/coinz"));
        Files.writeString(folder.resolve("tide/src/store/addons/coinz/submission.json"), "{\"tag\":\"x\"}");
        assertFails(goal(), "invalid", "coins failed invalid", "coinz failed invalid", "year failed invalid");
        assertThat(result().getString("message")).contains("has no add-on \"coinz\"");
    }

    @Test
    void wrongParametersAreInvalidAllAtOnce() throws Exception {
        SubmitAddonsMojo goal = goal("busy", "tea");
        goal.ciReport = "jenkins";
        goal.timeout = "soon";
        goal.busyTimeout = "tomorrow";
        assertThatThrownBy(goal::execute)
                .hasMessageContaining("store.tolerate has \"tea\"; allowed values: busy, timedOut, outage")
                .hasMessageContaining("store.ciReport is \"jenkins\"")
                .hasMessageContainingAll("store.timeout is \"soon\"", "store.busyTimeout is \"tomorrow\"");
        assertEnded("invalid");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void aStopLeavesWhatIsKnownOfEach() throws Exception {
        SubmitAddonsMojo goal = goal();
        goal.waitFor = "publication";
        goal.workers = work -> {
            Thread.currentThread().interrupt();
            return time.threads().newThread(work);
        };
        assertThatThrownBy(goal::execute).isInstanceOf(MojoExecutionException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertEnded("interrupted", "coins failed interrupted", "year failed interrupted");
        assertThat(result().getString("message")).startsWith("Stopped from outside during store:submit-addons");
        assertThat(result().getString("next")).startsWith("mvn store:submit-addons");
    }

    @Test
    void theCiServiceIsToldWithARowForEach() throws Exception {
        variable("GITHUB_ACTIONS", "true");
        variable("GITHUB_STEP_SUMMARY", folder.resolve("step-summary").toString());
        variable("GITHUB_OUTPUT", folder.resolve("output").toString());
        busy(COINS);
        goal("busy").execute();
        build.end();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .startsWith("\n::warning title=Microsoft Store%2C busy%3A another submission is pending::1 of 2 add-ons"
                        + " did not end as asked: coins (busy)\n");
        assertThat(Files.readString(folder.resolve("step-summary")))
                .startsWith("### Microsoft Store: add-ons of app " + APP + ", busy: another submission is pending\n")
                .contains("\n| `coins` | tolerated: busy: another submission is pending |")
                .contains("\n| `year` | submitted |");
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo(text("outputs.properties"));
    }

    @Test
    void azureIsToldOfATolerableEnd() throws Exception {
        variable("TF_BUILD", "True");
        busy(COINS);
        goal("busy").execute();
        build.end();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("\n##vso[task.logissue type=warning]")
                .contains("\n##vso[task.setvariable variable=STORE_RESULT;isOutput=true]busy\n")
                .contains("\n##vso[task.complete result=SucceededWithIssues;]\n");
    }

    @Test
    void noChangeIsOneLineForTheCiServiceAndSkipNone() throws Exception {
        SubmitAddonsMojo first = goal();
        first.waitFor = "publication";
        first.execute();
        build = build();
        variable("GITHUB_ACTIONS", "true");
        variable("GITHUB_STEP_SUMMARY", folder.resolve("step-summary").toString());
        goal().execute();
        build.end();
        assertThat(Files.readString(folder.resolve("step-summary")).strip().lines())
                .hasSize(1);
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
