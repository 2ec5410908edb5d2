package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each end of submit-installer leaves its word in the result files. */
class EndOfInstallerTest extends AbstractEndTest<FakeTimeSource> {
    private static final String PRODUCT = "11111111-2222-4333-8444-555555555555";
    private static final String[] ALL = {"busy", "timedOut", "outage"};

    EndOfInstallerTest() {
        super(new FakeTimeSource(), "installer.json", PRODUCT, PRODUCT);
    }

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder()
                .clock(time)
                .pace(Duration.ofMinutes(10))
                .with(Switch.AGE_RATINGS_DONE)
                .start();
        store.installers().add(PRODUCT);
        build = build();
        releaseNotes("Faster.");
    }

    private void releaseNotes(String text) throws IOException {
        write("listings/en-us/releaseNotes.txt", text);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("tide/src/store").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text.replace('\'', '"'));
    }

    private SubmitInstallerMojo goal(String... tolerate) {
        build = build();
        SubmitInstallerMojo goal =
                real(build.goal("tide", new SubmitInstallerMojo(null), "submit-installer"), tolerate);
        goal.productId = PRODUCT;
        goal.sellerId = store.sellerId();
        goal.installerServiceUrl = store.installerServiceUrl().toString();
        goal.checkInstallers = false;
        goal.waitFor = "commit";
        return goal;
    }

    /** The word in all three files. */
    private void assertEnded(String word) throws Exception {
        assertWord(word);
        assertThat(result().getJsonObject("product").getString("id")).isEqualTo(PRODUCT);
    }

    private void assertFails(SubmitInstallerMojo goal, String word) throws Exception {
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        assertEnded(word);
    }

    private void tolerated(SubmitInstallerMojo goal, String word) throws Exception {
        goal.execute();
        assertEnded(word);
        assertWarnsOnce(word);
        assertThat(result().getString("next")).startsWith("mvn store:submit-installer");
    }

    /** In the log and in the result. */
    private void assertSays(String sentence) throws Exception {
        assertThat(build.said()).contains(sentence);
        assertThat(result().getString("message")).isEqualTo(sentence);
    }

    @Test
    void acceptedIsSubmitted() throws Exception {
        goal().execute();

        assertEnded("submitted");
        assertThat(result().getString("status")).isEqualTo("SUBMITTED");
        assertThat(build.said())
                .anyMatch(line -> line.startsWith("WARNING There is no record of an earlier release here, and")
                        && line.endsWith("installer-draft.json for the next release, on a CI service in its cache"))
                .containsSubsequence(
                        "Changes to product " + PRODUCT + ", compared with its draft:",
                        "1 to add, 0 to change, 0 to remove",
                        "The Store has accepted product " + PRODUCT + " as submission "
                                + result().getString("submissionId"),
                        "Customers get it after the certification, which takes hours, at times days; mvn store:status"
                                + " tells how far it is");
        assertThat(text("outputs.properties"))
                .contains(
                        "STORE_SUBMISSION_ID=" + result().getString("submissionId") + "\n", "STORE_STATUS=SUBMITTED\n");
        assertThat(text("summary.md"))
                .startsWith("### Microsoft Store: product " + PRODUCT + ", submitted\n")
                .contains("\n~~~diff\n", "listings/en-us/whatsNew", "\n~~~\n");
        assertThat(result().containsKey("next")).isFalse();
    }

    @Test
    void publishedIsPublishedAndThenUnchanged() throws Exception {
        SubmitInstallerMojo goal = goal();
        goal.waitFor = "publication";
        goal.execute();
        assertEnded("published");
        assertThat(build.said())
                .contains("Waiting until submission " + result().getString("submissionId")
                        + " is published, at most 7 days")
                .filteredOn(line -> line.startsWith("Still waiting after "))
                .singleElement()
                .asString()
                .startsWith("Still waiting after 15 min");
        assertSays("Published product " + PRODUCT + " as submission " + result().getString("submissionId"));

        goal().execute();
        assertEnded("unchanged");
        assertSays("Nothing to do: the draft of product " + PRODUCT + " has all that this release sends");
        assertThat(text("summary.md")).doesNotContain("~~~");
    }

    @Test
    void aDraftIsLeftAndTheSameCommandSubmitsIt() throws Exception {
        SubmitInstallerMojo goal = goal();
        goal.commit = false;
        build.session().getUserProperties().setProperty("store.commit", "false");
        goal.execute();
        assertEnded("draft");
        assertSays("Left the changes of product " + PRODUCT + " in its draft (store.commit is false). To submit it, run"
                + " the same command without store.commit=false");
        assertThat(result().getString("next"))
                .startsWith("mvn store:submit-installer")
                .doesNotContain("store.commit", "onPending");

        goal().execute();
        assertEnded("submitted");
    }

    @Test
    void skipIsSkipped() throws Exception {
        SubmitInstallerMojo goal = goal();
        goal.skipSubmitInstaller = true;
        goal.execute();
        assertEnded("skipped");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void anotherSubmissionIsBusyAndItIsNamed() throws Exception {
        goal().execute();
        String other = result().getString("submissionId");
        releaseNotes("Slower.");
        assertFails(goal("timedOut", "outage"), "busy");
        assertThat(result().getJsonObject("pending").getString("submissionId")).isEqualTo(other);
        assertThat(result().containsKey("submissionId")).isFalse();

        tolerated(goal("busy"), "busy");
    }

    /** A person has it in hand; nothing was sent. */
    @Test
    void aDraftThatSomebodyElseHasChangedIsBusy() throws Exception {
        SubmitInstallerMojo first = goal();
        first.waitFor = "publication";
        first.execute();
        Path record = folder.resolve("tide/target/store/installer-draft.json");
        String known = Files.readString(record);
        releaseNotes("Theirs.");
        SubmitInstallerMojo theirs = goal();
        theirs.commit = false;
        theirs.execute();
        Files.writeString(record, known);
        write("listings/en-us/description.txt", "Tells the tides of all ports.");
        Files.delete(folder.resolve("tide/src/store/listings/en-us/releaseNotes.txt"));

        assertFails(goal(), "busy");
        assertThat(result().getString("message")).contains("has changes that this project did not make");
        tolerated(goal("busy"), "busy");
    }

    @Test
    void whatIsNotPublishedInTimeIsTimedOut() throws Exception {
        SubmitInstallerMojo goal = goal();
        goal.waitFor = "publication";
        goal.timeout = "PT5M";
        assertFails(goal, "timedOut");
        assertThat(result().getString("status")).isEqualTo("INPROGRESS");

        SubmitInstallerMojo again = goal("timedOut");
        again.waitFor = "publication";
        again.timeout = "PT1S";
        tolerated(again, "timedOut");
    }

    @Test
    void aStoreThatDoesNotAnswerIsAnOutage() throws Exception {
        fault("{'fault':'answer','call':'getDraftStatus','status':503}");
        assertThatThrownBy(goal("busy", "timedOut")::execute).isInstanceOf(MojoExecutionException.class);
        assertEnded("outage");
        tolerated(goal("outage"), "outage");
    }

    @Test
    void whatTheStoreDoesNotTakeIsRefused() throws Exception {
        fault("{'fault':'answer','call':'submitDraft','status':400}");
        assertFails(goal(ALL), "refused");
        assertThat(result().getString("status")).isEqualTo("DRAFT");
        assertThat(result().getString("next")).startsWith("Correct what the message names; then: mvn ");
    }

    @Test
    void wrongParametersAreInvalidAllAtOnce() throws Exception {
        SubmitInstallerMojo goal = goal("busy", "tea");
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
    void anotherFileAtTheSameAddressIsInvalid() throws Exception {
        Path installer = folder.resolve("tide/target/tide.msi");
        Files.createDirectories(installer.getParent());
        Files.writeString(installer, "one");
        write(
                "installers.json",
                "[{'packageUrl':'https://example.com/tide.msi','languages':['en-us'],'architectures':['X64'],"
                        + "'isSilentInstall':true,'packageType':'msi','installerFile':'target/tide.msi'}]");
        SubmitInstallerMojo first = goal();
        first.warnOnly = List.of("MSI-11");
        first.waitFor = "publication";
        first.execute();
        assertThat(result().getJsonArray("packages"))
                .hasToString("[{\"packageUrl\":\"https://example.com/tide.msi\",\"sha256\":\""
                        + FileContent.of(installer, Long.MAX_VALUE).sha256().orElseThrow() + "\"}]");

        Files.writeString(installer, "two");
        SubmitInstallerMojo second = goal(ALL);
        second.warnOnly = List.of("MSI-11");
        assertFails(second, "invalid");
        assertThat(result().getString("message")).contains("put the version into packageUrl");
    }

    @Test
    void aRefusedCredentialIsInvalid() throws Exception {
        SubmitInstallerMojo goal = goal(ALL);
        build.session().getSystemProperties().setProperty("env.AZURE_CLIENT_SECRET", "wrong");
        assertThatThrownBy(goal::execute).hasMessageContaining("refuses client");
        assertEnded("invalid");
    }

    @Test
    void aStopTellsWhatIsLeftInTheDraft() throws Exception {
        SubmitInstallerMojo goal = goal();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                if (line.toString().endsWith(" to remove")) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        assertThatThrownBy(goal::execute).isInstanceOf(MojoExecutionException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertEnded("interrupted");
        assertThat(result().getString("message"))
                .isEqualTo("Stopped from outside during store:submit-installer. The draft of product " + PRODUCT
                        + " has some of what this release sends; the same command resumes it");
    }

    @Test
    void theCiServiceIsToldOfTheEnd() throws Exception {
        SubmitInstallerMojo goal = goal();
        variable("GITHUB_ACTIONS", "true");
        variable("GITHUB_STEP_SUMMARY", folder.resolve("step-summary").toString());
        variable("GITHUB_OUTPUT", folder.resolve("output").toString());
        goal.execute();
        build.end();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .startsWith("\n::warning title=Microsoft Store::There is no record of an earlier release here")
                .contains("\n::notice title=Microsoft Store%2C submitted::The Store has accepted product " + PRODUCT
                        + " as submission ");
        assertThat(Files.readString(folder.resolve("step-summary"))).isEqualTo(text("summary.md") + "\n");
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo(text("outputs.properties"));
    }

    @Test
    void teamCityIsToldOfAFailure() throws Exception {
        SubmitInstallerMojo goal = goal();
        goal.timeout = "soon";
        variable("TEAMCITY_VERSION", "2025.07");
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        build.end();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("\n##teamcity[message text='Microsoft Store, ", "status='ERROR']\n")
                .contains("\n##teamcity[setParameter name='env.STORE_RESULT' value='invalid']\n");
    }
}
